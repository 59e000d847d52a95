package vn.gov.hanoi.evaluation.simulation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Kept;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Month;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.operations.Work;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.UnitScope;

/**
 * Runs simulations. A step is a whole one in one transaction, which reads month by month and writes counts at its end; a process that dies
 * leaves nothing, and the next one counts again. In memory are the counts of each unit and the sheets that the database has just sent. Each
 * month is read as it is then, so that no old state of the tables is held for others to wait for.
 */
@ApplicationScoped
class SimulationRun implements Work {
    private final RuleSetReader reader = new RuleSetReader();
    private final SimulationRepository simulations;
    private final DecidedSheetQueries sheets;
    private final OperationRepository operations;
    private final AuditTrail audit;
    private final SimulationConfig config;

    SimulationRun(
            SimulationRepository simulations,
            DecidedSheetQueries sheets,
            OperationRepository operations,
            AuditTrail audit,
            SimulationConfig config) {
        this.simulations = simulations;
        this.sheets = sheets;
        this.operations = operations;
        this.audit = audit;
        this.config = config;
    }

    /** Rolls the step back: somebody has cancelled the operation meanwhile. */
    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("the simulation was cancelled", null, false, false);
        }
    }

    @Override
    public String name() {
        return "rule-set-simulation";
    }

    @Override
    public Step step(BooleanSupplier wanted) {
        var job = QuarkusTransaction.requiringNew().call(simulations::oldest);
        if (job.isEmpty()) {
            return Step.IDLE;
        }
        Trace.begin(job.get().traceparent());
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout((int) config.longestTransaction().toSeconds())
                    .call(() -> locked(job.get(), wanted));
        } catch (Cancelled _) {
            return Step.WORKED;
        } finally {
            Trace.end();
        }
    }

    private Step locked(Simulation job, BooleanSupplier wanted) {
        if (!simulations.lock()) {
            return Step.STANDBY;
        }
        if (simulations.oldest().map(Simulation::id).filter(job.id()::equals).isPresent()) {
            new Count(job, wanted).run();
        }
        return Step.WORKED;
    }

    /** One simulation as it is counted. */
    private final class Count {
        private final Simulation job;
        private final BooleanSupplier wanted;
        private final UnitScope scope;
        private final RuleSet ruleSet;
        private final Rescoring rescoring;
        private final Map<UUID, GroupCounts> units = new LinkedHashMap<>();
        private long total;
        private long done;

        Count(Simulation job, BooleanSupplier wanted) {
            this.job = job;
            this.wanted = wanted;
            this.scope = new UnitScope(job.rootUnitId());
            this.ruleSet = reader.read(job.rules().document());
            this.rescoring = new Rescoring(ruleSet);
        }

        void run() {
            var months = sheets.months(scope, job.from(), job.last());
            total = months.stream().mapToLong(Month::sheets).sum();
            QuarkusTransaction.requiringNew().run(() -> operations.total(job.operationId(), total));
            report();
            months.forEach(this::month);
            var lines = GroupCounts.lines(units, job.smallestGroup());
            simulations.addLines(job.id(), lines);
            require(operations.finish(job.operationId(), OperationState.SUCCEEDED, null));
            record(job, Map.of("sheets", done, "units", units.size()));
        }

        private void month(Month month) {
            var counts = units.computeIfAbsent(month.unitId(), _ -> new GroupCounts());
            var cap = ruleSet.rules().excellenceCap();
            var capCount = cap == null || !month.whole() ? null : new CapCount(cap);
            sheets.sheets(month, scope, config.fetchRows(), sheet -> {
                var rescored = count(counts, sheet, month);
                if (capCount != null) {
                    capCount.add(rescored);
                }
            });
            var use = capCount == null ? null : capCount.use(month.period().text(), month.raised());
            if (use != null) {
                counts.add(use);
            }
        }

        private Rescored count(GroupCounts counts, Kept sheet, Month month) {
            var rescored = rescoring.rescore(sheet, month.period());
            counts.add(sheet.category(), rescored);
            if (++done % config.fetchRows() == 0) {
                report();
            }
            return rescored;
        }

        /** In a transaction of its own, so that the progress is seen, and an end by somebody else is met. */
        private void report() {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException("simulation is interrupted; it begins again later");
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> require(operations.progress(job.operationId(), Math.min(done, total))));
        }
    }

    private static void require(boolean goesOn) {
        if (!goesOn) {
            throw new Cancelled();
        }
    }

    private void record(Simulation job, Map<String, ?> details) {
        audit.record(
                job.caller(),
                new AuditTrail.Act(
                        "rule-set-simulation.finish", "rule-set-simulations", job.id(), job.rootUnitId(), details));
    }

    @Override
    public void giveUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<Simulation> job = simulations.lock() ? simulations.oldest() : Optional.empty();
            job.ifPresent(each -> {
                if (operations.stop(each.operationId(), OperationState.FAILED, Refusal.of(KernelProblem.INTERNAL))) {
                    record(each, Map.of("failed", true));
                }
            });
        });
    }
}
