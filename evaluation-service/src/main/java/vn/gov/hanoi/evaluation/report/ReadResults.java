package vn.gov.hanoi.evaluation.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Mapping;
import vn.gov.hanoi.evaluation.report.ResultApi.HiddenField;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultLine;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultSummary;
import vn.gov.hanoi.evaluation.report.ResultQueries.Place;
import vn.gov.hanoi.evaluation.report.ResultQueries.Question;
import vn.gov.hanoi.evaluation.report.ResultQueries.Row;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * Adds up the published results of a unit and all below it. Mapped to today, what a unit had goes to its successors by the recorded shares,
 * date by date: a predecessor of several successors is shared out between them, whoever of its people went where, so that the sum of the
 * City stays the same. Only published and locked results count as results; all others are open, never zero.
 */
@ApplicationScoped
class ReadResults {
    private static final HiddenField MEANS = new HiddenField("/total/meanPoints", "policy.role");

    private final ResultQueries queries;
    private final Scopes scopes;
    private final DirectoryClockRepository directoryClock;
    private final Clock clock;
    private final ReportConfig config;

    ReadResults(
            ResultQueries queries,
            Scopes scopes,
            DirectoryClockRepository directoryClock,
            Clock clock,
            ReportConfig config) {
        this.queries = queries;
        this.scopes = scopes;
        this.directoryClock = directoryClock;
        this.clock = clock;
        this.config = config;
    }

    /**
     * What is asked for.
     *
     * @param unitId null for the caller's own unit
     * @param knownAt null for now
     */
    record Asked(
            ResultKind kind,
            Period period,
            @Nullable UUID unitId,
            Mapping mapping,
            @Nullable Instant knownAt) {}

    /**
     * Refusals: scope.unit-unknown, resource.not-found also for a unit outside the scope, report.unit-not-in-force, query.invalid-parameter
     * for a moment to come.
     */
    @Transactional
    ResultSummary read(Asked asked, Caller caller) {
        var scope = scopes.of(caller);
        var unit = asked.unitId() == null ? scope.rootUnitId() : asked.unitId();
        scopes.requireVisible(scope, unit);
        var period = asked.period();
        var today = LocalDate.now(clock);
        boolean carried = asked.mapping() == Mapping.TODAY && period.last().isBefore(today);
        var day = carried ? today : period.last();
        var known = directoryClock.moment(period.last(), asked.knownAt()).knownAt();
        var question = new Question(
                asked.kind(),
                period,
                unit,
                scope.rootUnitId(),
                new Moment(day, known),
                carried ? today : period.from(),
                asked.knownAt());
        var rows = queries.rows(question);
        var figures = new HashMap<UUID, Count>();
        rows.forEach(row -> figures.put(row.unitId(), row.figures()));
        return report(
                asked, question, rows, carried ? Lineage.carried(figures, queries.steps(question)) : figures, caller);
    }

    private ResultSummary report(
            Asked asked, Question question, List<Row> rows, Map<UUID, Count> figures, Caller caller) {
        var places = new LinkedHashMap<UUID, Place>();
        rows.forEach(row -> {
            var place = row.place();
            if (place != null) {
                places.put(row.unitId(), place);
            }
        });
        var root = places.get(question.unitId());
        boolean ofToday = asked.mapping() == Mapping.TODAY;
        if (root == null || ofToday && !root.inForce()) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.REPORT_UNIT_NOT_IN_FORCE,
                    "day",
                    question.units().asOf().toString()));
        }
        boolean keeps = caller.roles().contains(EvaluationRoles.KEEPER);
        var shown = new ResultShown(asked.kind(), keeps ? config.smallestGroup() : null);
        var own = new HashMap<>(figures);
        own.keySet().retainAll(places.keySet());
        return new ResultSummary(
                asked.period().text(),
                root.unit(),
                lines(places, own, question.unitId(), shown),
                shown.of(own.values().stream().reduce(Count.NONE, Count::plus)),
                asked.mapping(),
                question.units().asOf(),
                config.smallestGroup(),
                keeps ? List.of() : List.of(MEANS),
                PageQueries.time(new Moment(
                        asked.period().last(), asked.knownAt() == null ? clock.instant() : asked.knownAt())));
    }

    private static List<ResultLine> lines(Map<UUID, Place> places, Map<UUID, Count> own, UUID root, ResultShown shown) {
        var totals = new HashMap<UUID, Count>();
        own.forEach((unit, count) -> {
            for (var at = unit; at != null; at = above(places, at, root)) {
                totals.merge(at, count, Count::plus);
            }
        });
        return places.entrySet().stream()
                .filter(each -> each.getValue().inForce()
                        || each.getKey().equals(root)
                        || !totals.getOrDefault(each.getKey(), Count.NONE).isNone())
                .map(each -> line(
                        each.getValue(),
                        shown.of(own.getOrDefault(each.getKey(), Count.NONE)),
                        shown.of(totals.getOrDefault(each.getKey(), Count.NONE))))
                .toList();
    }

    /** Nothing above the asked unit. A unit whose last one above has moved away or ended before the day stands below the asked one. */
    private static @Nullable UUID above(Map<UUID, Place> places, UUID unit, UUID root) {
        if (unit.equals(root)) {
            return null;
        }
        var parent = Objects.requireNonNull(places.get(unit)).parentId();
        return parent != null && places.containsKey(parent) ? parent : root;
    }

    private static ResultLine line(Place place, ResultApi.ResultFigures own, ResultApi.ResultFigures total) {
        return new ResultLine(
                place.unit(), place.type(), place.inForce() ? place.parentId() : null, place.inForce(), own, total);
    }
}
