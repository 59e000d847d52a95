package vn.gov.hanoi.evaluation.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Of whom and of when somebody may have a simulation. Points are for keepers; to others a small group would tell them. */
@ApplicationScoped
class SimulationAccess {
    private final Scopes scopes;
    private final Clock clock;
    private final SimulationConfig config;

    SimulationAccess(Scopes scopes, Clock clock, SimulationConfig config) {
        this.scopes = scopes;
        this.clock = clock;
        this.config = config;
    }

    /** Refusal: scope.unit-unknown. */
    UnitScope scope(Caller caller) {
        return scopes.of(caller);
    }

    /** The unit whose people are looked at. Refusals: scope.unit-unknown, scope.outside. */
    UUID root(@Nullable UUID unitId, Caller caller) {
        var scope = scopes.of(caller);
        if (unitId == null) {
            return scope.rootUnitId();
        }
        scopes.require(scope, unitId);
        return unitId;
    }

    int smallestGroup(Caller caller) {
        return isKeeper(caller) ? 1 : config.smallestGroup();
    }

    /** Whether somebody with the rights of now may still read what was counted for the rights of then. */
    boolean mayRead(Simulation job, Caller caller) {
        return job.smallestGroup() > 1 || isKeeper(caller);
    }

    private static boolean isKeeper(Caller caller) {
        return caller.roles().contains(EvaluationRoles.KEEPER);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
