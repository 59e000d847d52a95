package vn.gov.hanoi.evaluation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.operations.Work;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.outbox.BulkWork;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * Applies imports step by step: some chunks with their marks and counts, or a whole file. A process that dies leaves what is
 * committed; the next step, here or elsewhere, goes on from there.
 */
@ApplicationScoped
class ImportRun implements Work {
    private static final int CHUNK_SECONDS = 60;
    /** More rows than these make plans of statements wrong until somebody looks at the tables again. */
    private static final int MANY = 1_000;

    private final ImportRepository imports;
    private final FailedRowRepository failures;
    private final OperationRepository operations;
    private final Importers importers;
    private final ImportLanes lanes;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;
    private final BulkWork bulkWork;
    private final ImportConfig config;

    ImportRun(
            ImportRepository imports,
            FailedRowRepository failures,
            OperationRepository operations,
            Importers importers,
            ImportLanes lanes,
            DirectoryClockRepository clock,
            AuditTrail audit,
            BulkWork bulkWork,
            ImportConfig config) {
        this.imports = imports;
        this.failures = failures;
        this.operations = operations;
        this.importers = importers;
        this.lanes = lanes;
        this.clock = clock;
        this.audit = audit;
        this.bulkWork = bulkWork;
        this.config = config;
    }

    /** Rolls a whole file back, and carries what was found. */
    private static final class NothingKept extends RuntimeException {
        private final transient ImportRepository.BatchCounts counts;

        NothingKept(ImportRepository.BatchCounts counts) {
            super("nothing is kept of the import", null, false, false);
            this.counts = counts;
        }
    }

    /** Rolls the step back: somebody has cancelled the operation meanwhile. */
    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("the import was cancelled", null, false, false);
        }
    }

    @Override
    public String name() {
        return "import";
    }

    /** @param wanted asked between the chunks of a whole file; false ends the step without effect */
    @Override
    public Step step(BooleanSupplier wanted) {
        var job = QuarkusTransaction.requiringNew().call(imports::oldest);
        if (job.isEmpty()) {
            return Step.IDLE;
        }
        Trace.begin(job.get().traceparent());
        try {
            return bulkWork.during(
                    () -> job.get().mode() == ImportMode.PARTIAL ? chunks(job.get()) : whole(job.get(), wanted));
        } catch (Cancelled _) {
            return Step.WORKED;
        } finally {
            Trace.end();
        }
    }

    /**
     * The operation is held first, so that it is either cancelled before the chunks or goes on after them. All chunks of a step are
     * recorded at one moment, and no other change of the directory comes between.
     */
    private Step chunks(ImportJob job) {
        return locked(CHUNK_SECONDS * lanes.inLane(job), job, () -> {
            require(operations.hold(job.operationId()));
            lanes.apply(job, stamp(job));
            require(operations.progress(job.operationId(), imports.appliedRows(job.id())));
            if (imports.isApplied(job.id())) {
                finish(job);
            }
        });
    }

    private Stamp stamp(ImportJob job) {
        return importers.of(job.kind()).takesClock() ? clock.take(job.caller()) : clock.now(job.caller());
    }

    private static void require(boolean goesOn) {
        if (!goesOn) {
            throw new Cancelled();
        }
    }

    private Step whole(ImportJob job, BooleanSupplier wanted) {
        try {
            return locked((int) config.longestTransaction().toSeconds(), job, () -> {
                var told = new ArrayList<EventDraft>();
                var counts = applyAll(job, wanted, told);
                if (job.mode() == ImportMode.VALIDATE || counts.failed() > 0) {
                    throw new NothingKept(counts);
                }
                imports.addCounts(job.id(), counts);
                // At the end, so that whoever tells something of the same records does not wait for the whole file.
                lanes.tell(told);
                finish(job);
            });
        } catch (NothingKept nothing) {
            return locked(CHUNK_SECONDS, job, () -> {
                require(operations.hold(job.operationId()));
                if (job.mode() == ImportMode.VALIDATE) {
                    imports.addCounts(job.id(), nothing.counts);
                }
                finish(job);
            });
        }
    }

    private ImportRepository.BatchCounts applyAll(ImportJob job, BooleanSupplier wanted, List<EventDraft> told) {
        QuarkusTransaction.requiringNew().run(() -> failures.forget(job.id()));
        var counts = ImportRepository.BatchCounts.NONE;
        long done = 0;
        int number = 0;
        for (var chunk = imports.nextChunk(job.id(), number);
                chunk.isPresent();
                chunk = imports.nextChunk(job.id(), number)) {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException("import is interrupted; it begins again later");
            }
            var result = lanes.apply(job, chunk.get(), stamp(job));
            number = chunk.get().number();
            done += chunk.get().rows().size();
            report(job, chunk.get(), done, result);
            counts = counts.plus(result);
            told.addAll(result.told());
        }
        return counts;
    }

    /** In a transaction of its own: progress and failed rows are seen, and leave the memory, while the file is still being applied. */
    private void report(ImportJob job, ImportRepository.Chunk chunk, long done, BatchResult result) {
        QuarkusTransaction.requiringNew().run(() -> {
            require(operations.progress(job.operationId(), done));
            failures.add(job.id(), chunk, result);
        });
    }

    private void finish(ImportJob job) {
        var counts = imports.counts(job.id());
        require(operations.finish(job.operationId(), state(job.mode(), counts), problem(job.mode(), counts)));
        close(job, counts);
        if (counts.created() > MANY && importers.of(job.kind()).takesClock()) {
            imports.refreshStatistics();
        }
    }

    private void close(ImportJob job, ImportRepository.BatchCounts counts) {
        imports.dropChunks(job.id());
        audit.record(
                job.caller(),
                new AuditTrail.Act(
                        "import.finish",
                        "imports",
                        job.id(),
                        null,
                        Map.of(
                                "created", counts.created(),
                                "unchanged", counts.unchanged(),
                                "failed", counts.failed())));
    }

    private static OperationState state(ImportMode mode, ImportRepository.BatchCounts counts) {
        return switch (mode) {
            case VALIDATE -> OperationState.SUCCEEDED;
            case ATOMIC -> counts.failed() == 0 ? OperationState.SUCCEEDED : OperationState.FAILED;
            case PARTIAL -> {
                if (counts.failed() == 0) {
                    yield OperationState.SUCCEEDED;
                }
                yield counts.created() + counts.unchanged() > 0 ? OperationState.PARTIAL : OperationState.FAILED;
            }
        };
    }

    private static @Nullable Refusal problem(ImportMode mode, ImportRepository.BatchCounts counts) {
        return state(mode, counts) == OperationState.FAILED
                ? Refusal.of(EvaluationProblem.IMPORT_ROWS_REFUSED, "failed", counts.failed())
                : null;
    }

    @Override
    public void giveUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<ImportJob> job = imports.lock() ? imports.oldest() : Optional.empty();
            job.ifPresent(each -> {
                if (operations.stop(each.operationId(), OperationState.FAILED, Refusal.of(KernelProblem.INTERNAL))) {
                    close(each, imports.counts(each.id()));
                }
            });
        });
    }

    /** Runs the work if no other process applies imports and this import is still the one to go on with. */
    private Step locked(int seconds, ImportJob job, Runnable work) {
        Supplier<Step> step = () -> {
            if (!imports.lock()) {
                return Step.STANDBY;
            }
            boolean current =
                    imports.oldest().map(ImportJob::id).filter(job.id()::equals).isPresent();
            if (current) {
                work.run();
            }
            return Step.WORKED;
        };
        return QuarkusTransaction.requiringNew().timeout(seconds).call(step::get);
    }
}
