package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.DelegationApi.RevokeDelegationRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Ends a delegation before its time; those that pass it on end with it. */
@ApplicationScoped
class RevokeDelegation {
    private final DelegationRepository delegations;
    private final DelegationQueries queries;
    private final DelegationAccess access;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;

    RevokeDelegation(
            DelegationRepository delegations,
            DelegationQueries queries,
            DelegationAccess access,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.delegations = delegations;
        this.queries = queries;
        this.access = access;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Takes the force from a delegation from a day on. On its first day: it was never in force.
     *
     * <p>Refusals: resource.not-found, precondition.required, precondition.failed, delegation.not-in-force.
     */
    @Transactional
    Answer revoke(UUID id, @Nullable String ifMatch, RevokeDelegationRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = access.require(caller, id);
        Etags.require(ifMatch, before.version());
        if (!before.delegation().validity().contains(request.effectiveOn())) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.DELEGATION_NOT_IN_FORCE).at("/effectiveOn"));
        }
        var after = before.revokedOn(request.effectiveOn());
        delegations.update(after, stamp);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "delegation.revoke",
                        "delegations",
                        id,
                        after.delegation().unitId(),
                        request.reason()
                                .audited(Map.of(
                                        "effectiveOn", request.effectiveOn().toString()))));
        return Answer.ok(queries.view(after, clock.moment(null, null)), after.version());
    }
}
