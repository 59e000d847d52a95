package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressApi.Row;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressApi.TreeView;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressQueries.Line;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** How far a month is at every level of the tree: what is complete, what is late and by how many working days, added up to the top. */
@ApplicationScoped
class ReadClosingProgress {
    private static final int DEEPEST = 10;

    private final ClosingProgressQueries queries;
    private final RuleSetCatalogue catalogue;
    private final Scopes scopes;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    ReadClosingProgress(ClosingProgressQueries queries, RuleSetCatalogue catalogue, Scopes scopes, Clock clock) {
        this.queries = queries;
        this.catalogue = catalogue;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Refusals: query.invalid-parameter, scope.unit-unknown, resource.not-found for a unit that is not the caller's to see.
     *
     * @param unitId null for the caller's own unit
     * @param levels how many levels of rating units below the unit get rows; null for one; all are counted
     */
    @Transactional
    TreeView read(@Nullable String month, @Nullable String unitId, @Nullable String levels, Caller caller) {
        if (month == null || !month.matches(PeriodText.PATTERN)) {
            throw Params.invalid("period", "a month, for example 2026-07");
        }
        var asked = Params.number("levels", levels);
        int deepest = asked == null ? 1 : asked;
        if (deepest < 0 || deepest > DEEPEST) {
            throw Params.invalid("levels", "0 to " + DEEPEST);
        }
        var scope = scopes.of(caller);
        var given = Params.uuid("unitId", unitId);
        var unit = given == null ? scope.rootUnitId() : given;
        scopes.requireVisible(scope, unit);
        var period = Period.month(YearMonth.parse(month));
        return new Tree(period, LocalDate.now(clock)).of(unit, queries.tree(unit, period), deepest);
    }

    /** One reading of the tree. */
    private final class Tree {
        private final Period period;
        private final LocalDate today;
        private final Map<UUID, Workflow> workflows = new HashMap<>();
        private final Map<UUID, Node> nodes = new LinkedHashMap<>();

        Tree(Period period, LocalDate today) {
            this.period = period;
            this.today = today;
        }

        private record Node(Line line, int level, ProgressTally own, ProgressTally all) {}

        TreeView of(UUID unit, List<Line> lines, int deepest) {
            lines.forEach(this::count);
            var total = new ProgressTally();
            // Those below come after, so that each is whole before it is added to the one above.
            for (var node : List.copyOf(nodes.values()).reversed()) {
                node.all().add(node.own());
                above(node.line()).ifPresentOrElse(above -> above.all().add(node.all()), () -> total.add(node.all()));
            }
            return new TreeView(
                    period.text(),
                    unit,
                    total.counts(today, days),
                    nodes.values().stream()
                            .filter(node -> node.level() <= deepest)
                            .limit(ClosingProgressApi.MOST_ROWS)
                            .map(this::row)
                            .toList());
        }

        private Optional<Node> above(Line line) {
            return Optional.ofNullable(line.aboveId()).map(nodes::get);
        }

        private void count(Line line) {
            var node = nodes.computeIfAbsent(line.unit().id(), _ -> node(line));
            var state = line.state();
            if (state == null) {
                return;
            }
            node.own().sheets(state, line.sheets(), line.outdated());
            var workflow = workflow(Objects.requireNonNull(line.ruleSetId()));
            var next = workflow.next(state);
            if (next.isPresent() && workflow.isLate(next.get(), today)) {
                node.own().late(next.get(), line.sheets(), Objects.requireNonNull(workflow.due(next.get())));
            }
        }

        private Node node(Line line) {
            var own = new ProgressTally();
            own.unit(line.closing());
            int level = above(line).map(above -> above.level() + 1).orElse(0);
            return new Node(line, level, own, new ProgressTally());
        }

        private Workflow workflow(UUID ruleSetId) {
            return workflows.computeIfAbsent(
                    ruleSetId, id -> Workflow.of(catalogue.version(id).rules(), period, days));
        }

        private Row row(Node node) {
            var line = node.line();
            return new Row(
                    line.unit(),
                    line.type(),
                    line.aboveId(),
                    node.level(),
                    line.closingId(),
                    line.closing(),
                    node.own().counts(today, days),
                    node.all().counts(today, days));
        }
    }
}
