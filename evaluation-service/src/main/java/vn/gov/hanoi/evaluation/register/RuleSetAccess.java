package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Who may read and write rule sets. They hold for the whole City: every unit of it reads all of them, the City alone writes. */
@ApplicationScoped
class RuleSetAccess {
    private final RuleSetRepository ruleSets;
    private final Scopes scopes;

    RuleSetAccess(RuleSetRepository ruleSets, Scopes scopes) {
        this.ruleSets = ruleSets;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    void requireReading(Caller caller) {
        var _ = scopes.of(caller);
    }

    /** Refusals: scope.unit-unknown, scope.outside for the scope of a part of the City. */
    @Transactional
    void requireWriting(Caller caller) {
        if (!isCityWide(caller)) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
    }

    /** Whether the caller's scope is the whole City. Refusal: scope.unit-unknown. */
    boolean isCityWide(Caller caller) {
        return ruleSets.isCity(scopes.of(caller).rootUnitId());
    }
}
