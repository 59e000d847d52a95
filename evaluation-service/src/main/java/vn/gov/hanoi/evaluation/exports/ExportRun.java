package vn.gov.hanoi.evaluation.exports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.gov.hanoi.evaluation.exports.RowExporter.Contents;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.operations.Work;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.table.TableFormat;

/**
 * Writes exports. A step is a whole file in one transaction, since the cursor of the database lives in one; only the progress is told
 * outside it. A process that dies leaves nothing of the file, and the next one writes it from the beginning: the day, the moment and
 * the scope are settled, so it is the same file.
 */
@ApplicationScoped
class ExportRun implements Work {
    private final ExportRepository exports;
    private final ExportQueries queries;
    private final Exporters exporters;
    private final OperationRepository operations;
    private final AuditTrail audit;
    private final ExportConfig config;

    ExportRun(
            ExportRepository exports,
            ExportQueries queries,
            Exporters exporters,
            OperationRepository operations,
            AuditTrail audit,
            ExportConfig config) {
        this.exports = exports;
        this.queries = queries;
        this.exporters = exporters;
        this.operations = operations;
        this.audit = audit;
        this.config = config;
    }

    /** Rolls the step back: somebody has cancelled the operation meanwhile. */
    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("the export was cancelled", null, false, false);
        }
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Step step(BooleanSupplier wanted) {
        var job = QuarkusTransaction.requiringNew().call(exports::oldest);
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

    private Step locked(ExportJob job, BooleanSupplier wanted) {
        if (!exports.lock()) {
            return Step.STANDBY;
        }
        if (exports.oldest().map(ExportJob::id).filter(job.id()::equals).isPresent()) {
            new File(job, wanted).write();
        }
        return Step.WORKED;
    }

    /** One file as it is written. */
    private final class File {
        private final ExportJob job;
        private final BooleanSupplier wanted;
        private long total;
        private long rows;

        File(ExportJob job, BooleanSupplier wanted) {
            this.job = job;
            this.wanted = wanted;
        }

        void write() {
            var sink = new ExportSink((number, content) -> exports.addChunk(job.id(), number, content));
            var contents = exporters.of(job.kind()).contents(job.selection());
            // Programs read lines of JSON, people the others.
            var header = job.format() == TableFormat.NDJSON ? contents.names() : contents.headings();
            try (var table = job.format().open(sink, header)) {
                count(contents);
                report();
                queries.rows(contents, cells -> {
                    table.row(cells);
                    if (++rows % config.fetchRows() == 0) {
                        report();
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var digest = sink.finish();
            exports.describe(job.id(), rows, sink.bytes(), digest);
            require(operations.finish(job.operationId(), OperationState.SUCCEEDED, null));
            record(job, Map.of("rows", rows, "sha256", HexFormat.of().formatHex(digest)));
        }

        private void count(Contents contents) {
            total = queries.count(contents);
            QuarkusTransaction.requiringNew().run(() -> operations.total(job.operationId(), total));
        }

        /** In a transaction of its own, so that the progress is seen, and an end by somebody else is met. */
        private void report() {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException("export is interrupted; it begins again later");
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> require(operations.progress(job.operationId(), Math.min(rows, total))));
        }
    }

    private static void require(boolean goesOn) {
        if (!goesOn) {
            throw new Cancelled();
        }
    }

    private void record(ExportJob job, Map<String, ?> details) {
        audit.record(
                job.selection().caller(),
                new AuditTrail.Act(
                        "export.finish", "exports", job.id(), job.selection().unitId(), details));
    }

    @Override
    public void giveUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<ExportJob> job = exports.lock() ? exports.oldest() : Optional.empty();
            job.ifPresent(each -> {
                if (operations.stop(each.operationId(), OperationState.FAILED, Refusal.of(KernelProblem.INTERNAL))) {
                    record(each, Map.of("failed", true));
                }
            });
        });
    }
}
