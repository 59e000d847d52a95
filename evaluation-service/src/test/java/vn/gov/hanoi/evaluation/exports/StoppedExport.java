package vn.gov.hanoi.evaluation.exports;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;

/**
 * An export that waits in the middle of its transaction: the test holds the place of one of its chunks in a transaction of its own, for
 * as long as it likes.
 */
record StoppedExport(Response accepted, UUID id, Connection barrier) {
    private static final String WAITING =
            "from pg_stat_activity where usename = 'evaluation_app' and wait_event_type = 'Lock'";

    /** @param chunk from 1 */
    static StoppedExport at(int chunk, String token, Object request) throws SQLException {
        var barrier = Database.connect();
        var stopped = false;
        try (var otherProcess = Database.connect()) {
            otherProcess.createStatement().execute("select pg_advisory_lock(7305003)");
            var accepted = Exports.post(token, request);
            var href = accepted.as(Json.class).getString("resultHref");
            var id = UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
            barrier.setAutoCommit(false);
            try (var insert = barrier.prepareStatement("insert into export_chunks values (?, ?, '')")) {
                insert.setObject(1, id);
                insert.setInt(2, chunk);
                insert.executeUpdate();
            }
            otherProcess.createStatement().execute("select pg_advisory_unlock(7305003)");
            await("the export comes to the barrier")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> Database.count("select count(*) " + WAITING) == 1);
            stopped = true;
            return new StoppedExport(accepted, id, barrier);
        } finally {
            if (!stopped) {
                // Or the exports of the next tests would wait behind this one.
                barrier.close();
            }
        }
    }

    /** Ends the connection of the export, as the death of its process does. */
    static void kill() {
        var _ = Database.query("select pg_terminate_backend(pid) " + WAITING);
    }

    void goOn() throws SQLException {
        barrier.rollback();
        barrier.close();
    }

    long chunks() {
        return Database.count("select count(*) from export_chunks where export_id = ?", id);
    }
}
