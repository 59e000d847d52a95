package vn.gov.hanoi.training.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.TrainingProblem;

/** Door to the read copy of the units; every method works inside the caller's transaction. */
@ApplicationScoped
public class Directory {
    private final UnitQueries units;
    private final Scopes scopes;
    private final Clock clock;

    Directory(UnitQueries units, Scopes scopes, Clock clock) {
        this.units = units;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Whether the caller may act for the unit of this code at all. A unit that is not known yet passes: the use case
     * refuses it by its own code. Refusals: scope.unit-unknown, scope.outside.
     */
    public void authorise(Caller caller, String code, LocalDate day) {
        authorise(caller, units.byCode(code, day));
    }

    /** The same for a unit named by its id. */
    public void authorise(Caller caller, UUID unitId) {
        authorise(caller, units.byId(unitId, LocalDate.now(clock)));
    }

    /** The unit that bears the code on the day. Refusals: training.unit-unknown, training.unit-not-in-force. */
    public KnownUnit inForce(String code, LocalDate day, String pointer) {
        return inForce(units.byCode(code, day), code, day, pointer);
    }

    /** The unit, which must be in force on the day. Refusals: training.unit-unknown, training.unit-not-in-force. */
    public KnownUnit inForce(UUID unitId, LocalDate day, String pointer) {
        return inForce(units.byId(unitId, day), unitId.toString(), day, pointer);
    }

    /** The unit as it is on the day or the nearest of its days, in force or not. Refusal: training.unit-unknown. */
    public KnownUnit known(UUID unitId, LocalDate day, String pointer) {
        return units.byId(unitId, day)
                .orElseThrow(() -> new Refused(Refusal.of(TrainingProblem.UNIT_UNKNOWN, "unit", unitId.toString())
                        .at(pointer)));
    }

    /** Whether open records of the unit are kept within the scope: the unit is there, or ended and left them to one that is. */
    public boolean keeps(UnitScope scope, UUID unitId) {
        return units.keeps(scope.rootUnitId(), unitId);
    }

    private void authorise(Caller caller, Optional<KnownUnit> unit) {
        var scope = scopes.of(caller);
        unit.ifPresent(known -> scopes.require(scope, known.id()));
    }

    private static KnownUnit inForce(Optional<KnownUnit> unit, String asked, LocalDate day, String pointer) {
        var known = unit.orElseThrow(() -> new Refused(
                Refusal.of(TrainingProblem.UNIT_UNKNOWN, "unit", asked).at(pointer)));
        if (!known.inForceOn(day)) {
            throw new Refused(Refusal.of(TrainingProblem.UNIT_NOT_IN_FORCE, "unit", known.code(), "day", day.toString())
                    .at(pointer));
        }
        return known;
    }
}
