package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.unittask.UnitTask.Act;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * Who may do what with tasks and results. A keeper acts for units strictly below the unit of the token: a unit that could assign, extend or
 * withdraw its own tasks would make its own result. Outcomes and levels need more than a role: authority over the unit above.
 */
@ApplicationScoped
class TaskGuard {
    static final String READER = "task-reader";
    static final String KEEPER = "task-keeper";
    private static final String DECIDE = "DECIDE";

    private final Scopes scopes;
    private final AuthorityQueries authority;
    private final TaskUnitQueries units;
    private final DirectoryClockRepository clock;

    TaskGuard(Scopes scopes, AuthorityQueries authority, TaskUnitQueries units, DirectoryClockRepository clock) {
        this.scopes = scopes;
        this.authority = authority;
        this.units = units;
        this.clock = clock;
    }

    /**
     * By what right somebody acts.
     *
     * @param officerId the officer that the caller is; null for a keeper, who acts by role
     * @param delegationId order by which an officer acts for another; null if there is none
     */
    record Right(@Nullable UUID officerId, @Nullable UUID delegationId) {
        static final Right ROLE = new Right(null, null);
    }

    /** Refusals: resource.not-found for what is not the caller's to know, scope.unit-unknown. */
    @Transactional
    void requireVisible(Caller caller, UUID unitId) {
        scopes.requireVisible(scopes.of(caller), unitId);
    }

    /** Whether the caller has any scope. Refusal: scope.unit-unknown. */
    @Transactional
    void requireScope(Caller caller) {
        scopes.of(caller);
    }

    /** Refusals: auth.role-missing, scope.outside, unit-task.own-unit, authority.missing, authority.own-act, unit-task.finished, unit-task.cancelled. */
    List<Refusal> refusals(Act act, UnitTask task, Caller caller) {
        var ofPerson =
                switch (act) {
                    case EXTEND, CANCEL -> ofAssigner(caller, task.unitId());
                    case SUBMIT -> ofKeeper(caller);
                    case RESOLVE -> ofSuperior(caller, task.unitId());
                    // An outcome that an authority confirmed is corrected by an authority only.
                    case CORRECT ->
                        task.completion() == null
                                ? ofAssigner(caller, task.unitId())
                                : ofSuperior(caller, task.unitId());
                };
        return ofPerson.isEmpty() ? task.refusals(act) : ofPerson;
    }

    /** By what right the caller acts, once nothing speaks against it. */
    Right right(Act act, UnitTask task, Caller caller) {
        boolean byAuthority = act == Act.RESOLVE || act == Act.CORRECT && task.completion() != null;
        return byAuthority ? superior(caller, task.unitId()) : Right.ROLE;
    }

    private static List<Refusal> ofKeeper(Caller caller) {
        return caller.roles().contains(KEEPER) ? List.of() : List.of(Refusal.of(KernelProblem.FORBIDDEN));
    }

    /** Refusals: auth.role-missing, scope.outside, unit-task.own-unit. */
    List<Refusal> ofAssigner(Caller caller, UUID unitId) {
        if (!caller.roles().contains(KEEPER)) {
            return ofKeeper(caller);
        }
        var scope = scopes.of(caller);
        if (!scopes.contains(scope, unitId)) {
            return List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        return scope.rootUnitId().equals(unitId) ? List.of(Refusal.of(EvaluationProblem.TASK_OWN_UNIT)) : List.of();
    }

    /** Refusals: authority.missing, authority.own-act. */
    @Transactional
    List<Refusal> ofSuperior(Caller caller, UUID unitId) {
        return ruling(caller, unitId).blockedBy();
    }

    /** The right to decide about a unit. Refusals: authority.missing, authority.own-act. */
    @Transactional
    Right superior(Caller caller, UUID unitId) {
        var ground = ruling(caller, unitId).require();
        return new Right(
                authority.officer(caller).orElseThrow(),
                ground instanceof Ground.Delegated delegated ? delegated.delegationId() : null);
    }

    /** Authority over the unit above, on the day of the act; the case is that of the unit's own head, who has no part in it. */
    private Ruling ruling(Caller caller, UUID unitId) {
        var moment = clock.moment(null, null);
        var officer = authority.officer(caller);
        var parent = units.place(unitId, moment).map(TaskUnitQueries.UnitPlace::parentId);
        if (officer.isEmpty() || parent.isEmpty()) {
            return new Ruling(List.of(), List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING)));
        }
        return authority
                .headOf(unitId, moment)
                .map(head -> authority.mayActOn(officer.get(), head.officerId(), parent.get(), DECIDE, moment))
                .orElseGet(() -> authority.mayActFor(officer.get(), parent.get(), DECIDE, moment));
    }
}
