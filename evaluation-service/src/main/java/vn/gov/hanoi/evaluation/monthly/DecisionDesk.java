package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.SanctionQueries;
import vn.gov.hanoi.evaluation.inspection.ChargeQueries;
import vn.gov.hanoi.evaluation.inspection.Charged;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Person;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetDecision.Asked;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unittask.UnitResultQueries;
import vn.gov.hanoi.kernel.scope.Caller;

/** Where a decision is made: now, beside what is recorded about the person, and for who leads a unit beside the level that it has. */
@ApplicationScoped
class DecisionDesk {
    private final UnitResultQueries results;
    private final ChargeQueries charges;
    private final SanctionQueries sanctions;
    private final Clock clock;

    DecisionDesk(UnitResultQueries results, ChargeQueries charges, SanctionQueries sanctions, Clock clock) {
        this.results = results;
        this.charges = charges;
        this.sanctions = sanctions;
        this.clock = clock;
    }

    /** Refusals: those of {@link SheetDecision#of} and {@link Charging#taken}. */
    SheetDecision decide(
            SheetCase at, DecideData data, @Nullable Reason reason, @Nullable Decision document, Caller caller) {
        // As the database keeps it: the event and the row tell the same moment.
        var mark = new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var sheet = at.sheet();
        var standing = charges.hold(
                        List.of(sheet.person().officerId()), sheet.period().from())
                .getOrDefault(sheet.person().officerId(), List.of());
        var taken = Charging.taken(at.ruleSet().rules(), standing, data.waivers());
        return SheetDecision.of(at, new Asked(data, reason, document, mark, unitLevel(at), taken, recorded(at)));
    }

    /** What the person answers for now; nobody who records a finding waits for it. */
    List<Charged> charged(SheetCase at) {
        return charges.of(at.sheet().person().officerId(), at.sheet().period().from());
    }

    /** What the room of discipline has about the person now. */
    RecordedDisciplines recorded(SheetCase at) {
        return RecordedDisciplines.of(
                at.sheet().period(), sanctions.of(List.of(at.sheet().person().officerId())));
    }

    /** The decided level of the rating unit that the person leads, alone or as a deputy; null if nobody has decided or he leads another. */
    private @Nullable Grade unitLevel(SheetCase at) {
        var person = at.sheet().person();
        return leadsRatingUnit(person)
                ? results.decided(person.ratingUnitId(), at.sheet().period())
                        .map(UnitResultQueries.DecidedLevel::level)
                        .orElse(null)
                : null;
    }

    /** Whether the level of the rating unit bounds the grade of the person, alone or as a deputy. */
    static boolean leadsRatingUnit(Person person) {
        return person.position() != Position.STAFF && person.unitId().equals(person.ratingUnitId());
    }
}
