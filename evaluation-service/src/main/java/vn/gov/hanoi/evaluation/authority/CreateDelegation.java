package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.DelegationApi.CreateDelegationRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records an order by which one officer acts for another. */
@ApplicationScoped
class CreateDelegation {
    private final DelegationRepository delegations;
    private final DelegationQueries queries;
    private final DelegationAccess access;
    private final FactQueries facts;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;

    CreateDelegation(
            DelegationRepository delegations,
            DelegationQueries queries,
            DelegationAccess access,
            FactQueries facts,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.delegations = delegations;
        this.queries = queries;
        this.access = access;
        this.facts = facts;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The giver must hold what is given on the first day, as now recorded; on later days the delegation gives what the giver then has.
     *
     * <p>Refusals: those of the fields, authority.action-unknown, delegation.to-self, delegation.too-long, scope.outside,
     * delegation.officer-unknown, delegation.parent-unknown, delegation.not-delegable, delegation.exceeds-parent,
     * delegation.receiver-without-post, delegation.giver-without-authority.
     */
    @Transactional
    Answer create(CreateDelegationRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var delegation = request.delegation(Ids.next());
        Refused.ifAny(access.faults(request, delegation));
        access.requireInScope(caller, delegation);
        Refused.ifAny(faults(delegation, parent(delegation.parentId(), caller)));
        var order = request.decision().kept();
        var recorded = new DelegationRecord(delegation, order.signedOn(), order.issuer(), false, 1);
        delegations.insert(recorded, stamp);
        audit.record(caller, act(delegation));
        var view = queries.view(recorded, clock.moment(null, null));
        return Answer.created("/evaluation/v1/delegations/" + recorded.id(), view, recorded.version());
    }

    private List<Refusal> faults(Delegation delegation, @Nullable Delegation parent) {
        var day = delegation.validity().from();
        var authority = new Authority(
                facts.of(List.of(delegation.fromOfficerId()), List.of(delegation.unitId()), clock.moment(day, null)));
        var without = delegations.hasPost(delegation.toOfficerId(), day)
                ? Optional.<Refusal>empty()
                : Optional.of(
                        Refusal.of(EvaluationProblem.DELEGATION_RECEIVER_WITHOUT_POST, "validFrom", day.toString()));
        return new Faults()
                .addAll(DelegationGuard.basis(delegation, parent, authority))
                .add("/toOfficerId", without)
                .all();
    }

    private @Nullable Delegation parent(@Nullable UUID id, Caller caller) {
        if (id == null) {
            return null;
        }
        return delegations
                .find(id)
                .map(DelegationRecord::delegation)
                .filter(parent -> access.isVisible(caller, parent))
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.DELEGATION_PARENT_UNKNOWN).at("/parentId")));
    }

    private static AuditTrail.Act act(Delegation delegation) {
        return new AuditTrail.Act(
                "delegation.create",
                "delegations",
                delegation.id(),
                delegation.unitId(),
                Map.of(
                        "fromOfficerId", delegation.fromOfficerId(),
                        "toOfficerId", delegation.toOfficerId(),
                        "actions", new TreeSet<>(delegation.actions()),
                        "validFrom", delegation.validity().from().toString(),
                        "decisionNumber", delegation.decisionNumber()));
    }
}
