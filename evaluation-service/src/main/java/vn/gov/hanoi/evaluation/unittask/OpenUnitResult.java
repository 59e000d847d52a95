package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.OpenRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Opens a period of a unit, so that it can be decided. */
@ApplicationScoped
class OpenUnitResult {
    private final UnitResultRepository results;
    private final UnitResultViews views;
    private final TaskUnitQueries units;
    private final DirectoryClockRepository moments;
    private final Clock clock;
    private final AuditTrail audit;

    OpenUnitResult(
            UnitResultRepository results,
            UnitResultViews views,
            TaskUnitQueries units,
            DirectoryClockRepository moments,
            Clock clock,
            AuditTrail audit) {
        this.results = results;
        this.views = views;
        this.units = units;
        this.moments = moments;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What is open already is answered as it is (200).
     *
     * <p>Refusals: unit-result.period-not-rated, unit-result.unit-not-rated for divisions and for units not in force on the last day.
     */
    @Transactional
    Answer open(OpenRequest request, Caller caller) {
        var period = Periods.parse(request.period())
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.RESULT_PERIOD_NOT_RATED).at("/period")));
        requireRated(request, period);
        var result = UnitResult.open(Ids.next(), request.unitId(), period);
        if (!results.open(result, clock.instant(), caller)) {
            var before = results.living(request.unitId(), period).orElseThrow();
            return Answer.ok(views.full(before, caller), before.version());
        }
        audit.record(
                caller,
                new AuditTrail.Act(
                        "unit-result.open",
                        "unit-results",
                        result.id(),
                        result.unitId(),
                        Map.of("period", request.period())));
        return Answer.created(UnitResultViews.PATH + result.id(), views.full(result, caller), result.version());
    }

    private void requireRated(OpenRequest request, Period period) {
        var place = units.place(request.unitId(), moments.moment(period.last(), null));
        if (place.isEmpty() || place.get().type() == UnitType.DIVISION) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.RESULT_UNIT_NOT_RATED).at("/unitId"));
        }
    }
}
