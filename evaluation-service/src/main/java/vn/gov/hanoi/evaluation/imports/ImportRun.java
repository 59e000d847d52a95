package vn.gov.hanoi.evaluation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * Applies imports step by step. A step is one transaction: a chunk with its marks and counts, or a whole file. A process that
 * dies leaves the last committed step; the next step, here or elsewhere, goes on from there.
 */
@ApplicationScoped
class ImportRun {
    private static final int CHUNK_SECONDS = 60;

    private final ImportRepository imports;
    private final OperationRepository operations;
    private final Importers importers;
    private final AuditTrail audit;
    private final ImportConfig config;

    ImportRun(
            ImportRepository imports,
            OperationRepository operations,
            Importers importers,
            AuditTrail audit,
            ImportConfig config) {
        this.imports = imports;
        this.operations = operations;
        this.importers = importers;
        this.audit = audit;
        this.config = config;
    }

    /** What a step came to. */
    enum Step {
        /** Something was done; there may be more. */
        WORKED,
        /** No import waits. */
        IDLE,
        /** Another process applies imports. */
        STANDBY
    }

    /** Rolls a whole file back, and carries what was found. */
    private static final class NothingKept extends RuntimeException {
        private final transient BatchResult result;

        NothingKept(BatchResult result) {
            super("nothing is kept of the import", null, false, false);
            this.result = result;
        }
    }

    /** @param wanted asked between the chunks of a whole file; false ends the step without effect */
    Step step(BooleanSupplier wanted) {
        var job = QuarkusTransaction.requiringNew().call(imports::oldest);
        if (job.isEmpty()) {
            return Step.IDLE;
        }
        Trace.begin(job.get().traceparent());
        try {
            return job.get().mode() == ImportMode.PARTIAL ? chunk(job.get()) : whole(job.get(), wanted);
        } finally {
            Trace.end();
        }
    }

    private Step chunk(ImportJob job) {
        return locked(CHUNK_SECONDS, job, () -> {
            var chunk = imports.nextChunk(job.id(), 0);
            chunk.ifPresent(each -> {
                imports.addResult(job.id(), apply(job, each));
                operations.progress(job.operationId(), imports.markApplied(job.id(), each.number()));
            });
            if (imports.nextChunk(job.id(), 0).isEmpty()) {
                finish(job);
            }
        });
    }

    private BatchResult apply(ImportJob job, ImportRepository.Chunk chunk) {
        return importers.of(job.kind()).apply(new Batch(job.caller(), job.header(), chunk.rows()));
    }

    private Step whole(ImportJob job, BooleanSupplier wanted) {
        try {
            return locked((int) config.longestTransaction().toSeconds(), job, () -> {
                var result = applyAll(job, wanted);
                if (job.mode() == ImportMode.VALIDATE || result.failed() > 0) {
                    throw new NothingKept(result);
                }
                imports.addResult(job.id(), result);
                finish(job);
            });
        } catch (NothingKept nothing) {
            var result = job.mode() == ImportMode.VALIDATE ? nothing.result : nothing.result.withoutEffect();
            return locked(CHUNK_SECONDS, job, () -> {
                imports.addResult(job.id(), result);
                finish(job);
            });
        }
    }

    private BatchResult applyAll(ImportJob job, BooleanSupplier wanted) {
        var result = BatchResult.NONE;
        long done = 0;
        int number = 0;
        for (var chunk = imports.nextChunk(job.id(), number);
                chunk.isPresent();
                chunk = imports.nextChunk(job.id(), number)) {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException("import is interrupted; it begins again later");
            }
            report(job.operationId(), done);
            result = result.plus(apply(job, chunk.get()));
            number = chunk.get().number();
            done += chunk.get().rows().size();
        }
        return result;
    }

    /** In a transaction of its own: the progress is seen while the file is still being applied. */
    private void report(UUID operationId, long done) {
        QuarkusTransaction.requiringNew().run(() -> operations.progress(operationId, done));
    }

    private void finish(ImportJob job) {
        var counts = imports.counts(job.id());
        operations.finish(job.operationId(), state(job.mode(), counts), problem(job.mode(), counts));
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

    /** Ends an import that fails again and again for a reason of ours, so that the ones behind it go on. */
    void giveUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<ImportJob> job = imports.lock() ? imports.oldest() : Optional.empty();
            job.ifPresent(each -> {
                operations.finish(each.operationId(), OperationState.FAILED, Refusal.of(KernelProblem.INTERNAL));
                imports.dropChunks(each.id());
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
