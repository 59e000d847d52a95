package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Keeps the chunks of a file in the running transaction; while one is sealed beside it, the next one is read. */
class ChunkWriter implements AutoCloseable {
    private final UUID importId;
    private final ImportRepository imports;
    private final ExecutorService threads =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private int number;
    private @Nullable Sealing sealing;

    ChunkWriter(UUID importId, ImportRepository imports) {
        this.importId = importId;
        this.imports = imports;
    }

    private record Sealing(int rows, Future<byte[]> content) {}

    void write(List<ImportRow> rows) {
        var next = new Sealing(rows.size(), threads.submit(() -> imports.sealed(importId, rows)));
        finish();
        sealing = next;
    }

    /** Keeps the last chunk. */
    void finish() {
        if (sealing == null) {
            return;
        }
        try {
            imports.addChunk(
                    importId, ++number, sealing.rows(), sealing.content().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("rows cannot be sealed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were sealed", e);
        }
        sealing = null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
