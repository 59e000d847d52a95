package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.OpenClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.Skipped;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.Unrated;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Opens a month for a rating unit: everybody whose last main post in the month is there gets a sheet. The rule set is chosen once for each
 * group of people; all sheets are written by one statement. Opening again adds who came since and changes nothing else.
 */
@ApplicationScoped
class OpenClosing {
    private final ClosingRepository closings;
    private final ClosingSheetRepository sheets;
    private final RatedPeopleQueries people;
    private final ClosingQueries queries;
    private final OutboxWriter outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    OpenClosing(
            ClosingRepository closings,
            ClosingSheetRepository sheets,
            RatedPeopleQueries people,
            ClosingQueries queries,
            OutboxWriter outbox,
            AuditTrail audit,
            Clock clock) {
        this.closings = closings;
        this.sheets = sheets;
        this.people = people;
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: unit.not-in-force, evaluation.not-a-rating-unit, evaluation.period-not-begun, evaluation.calendar-year-missing,
     * rule-set.ambiguous, rule-set.none if it is so for everybody, evaluation.closing-not-open.
     */
    @Transactional
    Answer open(OpenClosingRequest request, Caller caller) {
        var period = Period.month(YearMonth.parse(request.period()));
        check(period, request.unitId());
        var mark = new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        boolean created = closings.insert(Ids.next(), period, request.unitId(), mark);
        // Found under its natural key, since somebody else may have opened it a moment ago.
        var closing = closings.hold(
                        closings.find(period, request.unitId()).orElseThrow().id())
                .orElseThrow();
        if (closing.state() != ClosingState.OPEN) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN,
                    "state",
                    closing.state().name()));
        }
        var groups = people.groups(closing.unitId(), period, sheets.chosen(closing.id()));
        int added = groups.rated().isEmpty()
                ? 0
                : sheets.open(closing, days.workingDaysOf(YearMonth.from(period.from())), groups.rated());
        if (created || added > 0) {
            outbox.write(ClosingEvent.opened(closing, added));
        }
        audit.record(
                caller,
                new AuditTrail.Act(
                        "closing.open",
                        "closings",
                        closing.id(),
                        closing.unitId(),
                        Map.of("period", request.period(), "added", added, "people", groups.people())));
        var view = queries.opened(closing, caller, added, groups.people(), skipped(groups.unrated()));
        return created
                ? Answer.created(ClosingQueries.PATH + closing.id(), view, closing.rowVersion())
                : Answer.ok(view, closing.rowVersion());
    }

    private void check(Period period, UUID unitId) {
        var found = new ArrayList<>(people.faults(unitId, period));
        if (period.from().isAfter(queries.today())) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_PERIOD_NOT_BEGUN, "period", period.text())
                    .at("/period"));
        }
        if (!days.covers(period.last().getYear())) {
            found.add(Refusal.of(
                            EvaluationProblem.EVALUATION_CALENDAR_YEAR_MISSING,
                            "year",
                            period.last().getYear())
                    .at("/period"));
        }
        Refused.ifAny(found);
    }

    private static List<Skipped> skipped(List<Unrated> unrated) {
        return unrated.stream()
                .map(each -> new Skipped(each.who().category(), each.who().unitType(), each.count(), each.reason()))
                .toList();
    }
}
