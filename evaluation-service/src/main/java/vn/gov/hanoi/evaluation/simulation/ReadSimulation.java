package vn.gov.hanoi.evaluation.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.AssumptionView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineKind;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.SimulationView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.TriedRuleSet;
import vn.gov.hanoi.evaluation.simulation.SimulationQueries.Placed;
import vn.gov.hanoi.evaluation.simulation.SimulationQueries.Recorded;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Gives counts to the caller who asked for them. Rights are those of now: who has lost the scope or the role gets nothing. */
@ApplicationScoped
class ReadSimulation {
    private static final int PORTION = 500;
    /** All categories, and all people together. */
    private static final int MOST_TOTALS = 10;

    private final SimulationQueries queries;
    private final UnitLookupQueries units;
    private final DirectoryClockRepository clock;
    private final Cursors cursors;
    private final SimulationAccess access;

    ReadSimulation(
            SimulationQueries queries,
            UnitLookupQueries units,
            DirectoryClockRepository clock,
            Cursors cursors,
            SimulationAccess access) {
        this.queries = queries;
        this.units = units;
        this.clock = clock;
        this.cursors = cursors;
        this.access = access;
    }

    /** Refusals: scope.unit-unknown; resource.not-found, also for a simulation of somebody else or under other rights. */
    @Transactional
    SimulationView get(UUID id, Caller caller) {
        var found = find(id, caller);
        var job = found.job();
        var rules = job.rules();
        var total = queries.lines(job, 0, MOST_TOTALS).stream()
                .filter(each -> each.line().kind() == LineKind.TOTAL)
                .toList();
        return new SimulationView(
                id,
                found.state(),
                new TriedRuleSet(rules.id(), rules.code(), rules.version(), rules.status(), rules.digest()),
                YearMonth.from(job.from()).toString(),
                YearMonth.from(job.last()).toString(),
                names(job, List.of(job.rootUnitId())).get(job.rootUnitId()),
                job.smallestGroup(),
                assumptions(job),
                views(job, total));
    }

    private Recorded find(UUID id, Caller caller) {
        return queries.find(id, access.scope(caller), caller)
                .filter(each -> access.mayRead(each.job(), caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static List<AssumptionView> assumptions(Simulation job) {
        var header = RuleSetReader.header(job.rules().document());
        return Arrays.stream(Assumption.values())
                .filter(each ->
                        each != Assumption.AS_IF_IN_FORCE || Rescoring.isStretched(header, job.from(), job.last()))
                .map(each ->
                        new AssumptionView(each, each.text().vi(), each.text().en()))
                .toList();
    }

    /** Refusals: those of {@link #get}; page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<LineView> lines(UUID id, PageRequest request, Caller caller) {
        var job = find(id, caller).job();
        var question = "rule-set-simulations/" + id + "|" + caller.subject() + "|" + caller.client();
        var time = PageQueries.time(clock.moment(null, null));
        int after = 0;
        if (request.cursor() != null) {
            var position = cursors.open(request.cursor(), question);
            after = Integer.parseInt(Objects.requireNonNull(position.keys().getFirst()));
            time = new Page.Time(position.asOf(), position.knownAt());
        }
        var page = cursors.page(
                queries.lines(job, after, request.limit() + 1),
                request,
                time,
                question,
                each -> List.of(String.valueOf(each.seq())));
        return new Page<>(views(job, page.items()), page.page(), page.time());
    }

    /** A simulation whose counts are there. Refusals: those of {@link #get}; operation.running. */
    @Transactional
    Simulation open(UUID id, Caller caller) {
        var found = find(id, caller);
        if (!found.state().isFinished()) {
            throw new Refused(EvaluationProblem.OPERATION_RUNNING);
        }
        return found.job();
    }

    /** Writes all lines as CSV, some in memory at a time. */
    void write(Simulation job, OutputStream file) throws IOException {
        try (var table = TableFormat.CSV.open(file, LineTable.COLUMNS)) {
            int after = 0;
            for (var lines = queries.lines(job, after, PORTION); !lines.isEmpty(); ) {
                for (var view : views(job, lines)) {
                    for (var row : LineTable.rows(view)) {
                        table.row(row);
                    }
                }
                after = lines.getLast().seq();
                lines = queries.lines(job, after, PORTION);
            }
        }
    }

    private List<LineView> views(Simulation job, List<Placed> lines) {
        var ids = new ArrayList<UUID>();
        lines.stream()
                .map(each -> each.line().unitId())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(ids::add);
        var names = names(job, ids);
        return lines.stream()
                .map(Placed::line)
                .map(line -> new LineView(
                        line.kind(),
                        name(names, line.unitId()),
                        line.units(),
                        line.category(),
                        line.figures(),
                        line.caps()))
                .toList();
    }

    private static @Nullable UnitReference name(Map<UUID, UnitReference> names, @Nullable UUID id) {
        return id == null ? null : names.getOrDefault(id, new UnitReference(id, "", ""));
    }

    private Map<UUID, UnitReference> names(Simulation job, List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : units.references(ids, clock.moment(job.last(), null));
    }
}
