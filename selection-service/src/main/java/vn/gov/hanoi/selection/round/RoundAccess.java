package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.vacancy.UnitQueries;

/** Whether a caller may touch a unit or a round; inside the transaction of the command, before a stored answer is shown. */
@ApplicationScoped
class RoundAccess {
    private final Scopes scopes;
    private final UnitQueries units;
    private final Rounds rounds;
    private final Clock clock;

    RoundAccess(Scopes scopes, UnitQueries units, Rounds rounds, Clock clock) {
        this.scopes = scopes;
        this.units = units;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** That a unit is unknown is the more useful answer, and the command gives it. Refusals: scope.unit-unknown, scope.outside. */
    void requireUnit(UUID unitId, Caller caller) {
        var scope = scopes.of(caller);
        if (units.isKnown(unitId)) {
            scopes.require(scope, unitId);
        }
    }

    /** Refusals: scope.unit-unknown; resource.not-found outside the scope as for none. */
    void requireRound(UUID id, Caller caller) {
        rounds.requireVisible(id, caller);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
