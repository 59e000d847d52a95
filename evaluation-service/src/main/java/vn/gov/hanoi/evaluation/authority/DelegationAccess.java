package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.authority.DelegationApi.CreateDelegationRequest;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.unit.DirectoryGuard;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Who may record and see which delegation, and what is wrong with a request by itself. */
@ApplicationScoped
class DelegationAccess {
    private final DelegationRepository delegations;
    private final OfficerVisibilityQueries officers;
    private final DirectoryGuard guard;
    private final Scopes scopes;
    private final AuthorityActions actions;
    private final DelegationConfig config;

    DelegationAccess(
            DelegationRepository delegations,
            OfficerVisibilityQueries officers,
            DirectoryGuard guard,
            Scopes scopes,
            AuthorityActions actions,
            DelegationConfig config) {
        this.delegations = delegations;
        this.officers = officers;
        this.guard = guard;
        this.scopes = scopes;
        this.actions = actions;
        this.config = config;
    }

    /** What is wrong with the request whatever is recorded. */
    List<Refusal> faults(CreateDelegationRequest request, Delegation delegation) {
        var longest = request.longestDays() == null ? config.longestDays() : request.longestDays();
        var faults = new Faults()
                .addAll(DelegationGuard.form(delegation, longest))
                .addAll(request.decision().kept().faults("/decision"));
        for (int i = 0; i < request.actions().size(); i++) {
            faults.add("/actions/" + i, actions.fault(request.actions().get(i)));
        }
        return faults.all();
    }

    /** Refusals: scope.outside for the unit, delegation.officer-unknown for officers who are not there or not the caller's to see. */
    void requireInScope(Caller caller, Delegation delegation) {
        guard.requireInScope(caller, delegation.unitId(), "/unitId");
        Refused.ifAny(new Faults()
                .add("/fromOfficerId", unseen(delegation.fromOfficerId(), caller))
                .add("/toOfficerId", unseen(delegation.toOfficerId(), caller))
                .all());
    }

    private Optional<Refusal> unseen(UUID officerId, Caller caller) {
        return officers.isVisible(caller, officerId)
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.DELEGATION_OFFICER_UNKNOWN));
    }

    boolean isVisible(Caller caller, Delegation delegation) {
        return scopes.contains(scopes.of(caller), delegation.unitId());
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    DelegationRecord require(Caller caller, UUID id) {
        var scope = scopes.of(caller);
        return delegations
                .find(id)
                .filter(found -> scopes.contains(scope, found.delegation().unitId()))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
