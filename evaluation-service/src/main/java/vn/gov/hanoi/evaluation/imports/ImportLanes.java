package vn.gov.hanoi.evaluation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.ImportRepository.Chunk;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.table.TableFormat;

/**
 * Applies several chunks of a file at the same time, each with its marks and counts in a transaction of its own. A chunk is kept
 * only after the one before it, so that what is kept is always the beginning of the file, whatever dies.
 */
@ApplicationScoped
class ImportLanes {
    private static final Logger LOGGER = Logger.getLogger(ImportLanes.class);
    private static final int CHUNK_SECONDS = 60;
    private static final int LONGER = 4;
    /** A chunk that waits longer than this for the one before it gives way: perhaps it is itself what that one waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImportRepository imports;
    private final FailedRowRepository failures;
    private final Importers importers;
    private final OutboxWriter outbox;
    private final ImportConfig config;

    ImportLanes(
            ImportRepository imports,
            FailedRowRepository failures,
            Importers importers,
            OutboxWriter outbox,
            ImportConfig config) {
        this.imports = imports;
        this.failures = failures;
        this.importers = importers;
        this.outbox = outbox;
        this.config = config;
    }

    /** Applies the rows of a chunk in the running transaction; what became of them is not yet kept, nor told of what chunks share. */
    BatchResult apply(ImportJob job, Chunk chunk, Stamp stamp) {
        var heading = job.heading();
        var batch = new Batch(job.id(), job.caller(), stamp, heading.header(), chunk.rows());
        var result = importers.of(job.kind()).apply(batch);
        return heading.format() == TableFormat.NDJSON ? result.byProperty(heading.header()) : result;
    }

    /** Of records that the chunks of a file share, when the running transaction waits for no other chunk. */
    void tell(List<EventDraft> told) {
        outbox.writeAll(told);
    }

    /** Chunks for each lane in a step; where nobody waits for the end of a step, it may be longer. */
    int inLane(ImportJob job) {
        return config.chunksInLane() * (importers.of(job.kind()).takesClock() ? 1 : LONGER);
    }

    /**
     * Applies the next chunks. If the first one fails, none is kept; if a later one fails, it is the first of the next step.
     *
     * @param stamp its clock, if it takes one, is held by the running transaction, which the lanes do not share
     */
    void apply(ImportJob job, Stamp stamp) {
        int width = importers.of(job.kind()).inLanes() ? config.lanes() : 1;
        var numbers = imports.waiting(job.id(), width * inLane(job));
        var trace = Trace.parent();
        var lanes = new ArrayList<CompletableFuture<Void>>();
        try (var threads =
                Executors.newFixedThreadPool(width, Thread.ofVirtual().factory())) {
            var before = CompletableFuture.<Void>completedFuture(null);
            for (int number : numbers) {
                var turn = before;
                before = CompletableFuture.runAsync(() -> lane(job, number, stamp, turn, trace), threads);
                lanes.add(before);
            }
        }
        if (!lanes.isEmpty()) {
            joined(lanes.getFirst());
        }
        for (int i = 1; i < lanes.size(); i++) {
            if (lanes.get(i).isCompletedExceptionally()) {
                var cause = lanes.get(i).exceptionNow();
                LOGGER.infof(
                        "chunk %d is put off: %s",
                        numbers.get(i), cause.getClass().getSimpleName());
            }
        }
    }

    private void lane(ImportJob job, int number, Stamp stamp, CompletableFuture<Void> before, @Nullable String trace) {
        if (before.isCompletedExceptionally()) {
            joined(before);
        }
        Trace.begin(trace);
        try {
            QuarkusTransaction.requiringNew().timeout(CHUNK_SECONDS).run(() -> {
                var chunk = imports.nextChunk(job.id(), number - 1).orElseThrow();
                var result = apply(job, chunk, stamp);
                // The counts are one row for all lanes, and so are the sequences of what they share: whoever has it
                // must not wait.
                joined(before.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS));
                tell(result.told());
                imports.addCounts(job.id(), ImportRepository.BatchCounts.NONE.plus(result));
                failures.add(job.id(), chunk, result);
                imports.markApplied(job.id(), number);
            });
        } finally {
            Trace.end();
        }
    }

    private static void joined(CompletableFuture<Void> lane) {
        try {
            lane.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
