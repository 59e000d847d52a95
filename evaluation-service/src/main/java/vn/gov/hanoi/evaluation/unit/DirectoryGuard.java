package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Who may write where. The single request and the imported row ask the same questions. */
@ApplicationScoped
public class DirectoryGuard {
    private final UnitRepository units;
    private final Scopes scopes;

    DirectoryGuard(UnitRepository units, Scopes scopes) {
        this.units = units;
        this.scopes = scopes;
    }

    /**
     * Whether the caller may record units or officers at all: within the own scope, or, while there is no unit, as the one
     * who records the first. Refusal: scope.unit-unknown.
     */
    @Transactional
    public void authorise(Caller caller) {
        boolean first = caller.unitCode() != null && units.isDirectoryEmpty();
        if (!first) {
            scopes.of(caller);
        }
    }

    /**
     * As {@link #authorise(Caller)}, and whether the named unit lies in the scope; asked before a stored answer is shown, so
     * that nobody reads it who has moved away since. A unit that does not exist is the command's to refuse.
     *
     * <p>Refusals: scope.unit-unknown, scope.outside.
     */
    @Transactional
    public void authorise(Caller caller, @Nullable UUID unitId, String pointer) {
        authorise(caller);
        if (unitId != null && units.find(unitId).isPresent()) {
            requireInScope(caller, unitId, pointer);
        }
    }

    /** Refusals: unit.root-exists once there is a unit; before, unit.root-not-yours unless the code is the caller's own. */
    public List<Refusal> rootFaults(String code, Caller caller) {
        if (!units.isDirectoryEmpty()) {
            return List.of(Refusal.of(EvaluationProblem.UNIT_ROOT_EXISTS).at("/type"));
        }
        return code.equals(caller.unitCode())
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.UNIT_ROOT_NOT_YOURS).at("/code"));
    }

    /** Refusal: scope.outside, at the place that names the unit. */
    public void requireInScope(Caller caller, UUID unitId, String pointer) {
        if (!scopes.contains(scopes.of(caller), unitId)) {
            throw new Refused(Refusal.of(KernelProblem.SCOPE_OUTSIDE).at(pointer));
        }
    }

    /** For records whose existence is not the caller's to know. Refusal: resource.not-found. */
    public void requireVisible(Caller caller, UUID unitId) {
        scopes.requireVisible(scopes.of(caller), unitId);
    }

    /**
     * Whether the parent is in force as long as the unit. Refusal: unit.parent-not-in-force with the first day it is not. A
     * missing parent is another question.
     */
    public static Optional<Refusal> parentInForce(@Nullable Timeline<UnitState> parent, Validity child) {
        return Optional.ofNullable(parent)
                .flatMap(states -> states.firstGap(child))
                .map(day -> Refusal.of(EvaluationProblem.UNIT_PARENT_NOT_IN_FORCE, "validFrom", day.toString()));
    }
}
