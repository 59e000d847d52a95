package vn.gov.hanoi.evaluation.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.operations.OperationWorkers;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A process dies while it writes a file, or somebody ends the export meanwhile. The test holds the place of the first chunk. */
@QuarkusTest
@WithStack
class ExportCrashTest {
    private static final String WAITING =
            "from pg_stat_activity where usename = 'evaluation_app' and wait_event_type = 'Lock'";

    @Inject
    OperationWorkers workers;

    /** An export that waits in the middle of its transaction as long as the connection is open. */
    private record Stopped(Response accepted, UUID id, Connection barrier) {
        static Stopped in(String editor) throws SQLException {
            var barrier = Database.connect();
            Response accepted;
            try (var otherProcess = Database.connect()) {
                otherProcess.createStatement().execute("select pg_advisory_lock(7305003)");
                accepted = Exports.post(editor, Exports.request("UNITS", "NDJSON"));
                var href = accepted.jsonPath().getString("resultHref");
                var id = UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
                barrier.setAutoCommit(false);
                try (var insert = barrier.prepareStatement("insert into export_chunks values (?, 1, '')")) {
                    insert.setObject(1, id);
                    insert.executeUpdate();
                }
                otherProcess.createStatement().execute("select pg_advisory_unlock(7305003)");
                await("the export comes to the barrier")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> Database.count("select count(*) " + WAITING) == 1);
                return new Stopped(accepted, id, barrier);
            }
        }

        void goOn() throws SQLException {
            barrier.rollback();
            barrier.close();
        }

        long chunks() {
            return Database.count("select count(*) from export_chunks where export_id = ?", id);
        }
    }

    private void stop() {
        try {
            workers.stop();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void shouldBeWrittenOnceByTheNextProcess() throws SQLException {
        // Given
        var editor = Units.editor(Units.department());
        var export = Stopped.in(editor);
        var death = CompletableFuture.runAsync(this::stop);
        await("death of the workers").atMost(Duration.ofSeconds(30)).until(() -> {
            var _ = Database.query("select pg_terminate_backend(pid) " + WAITING);
            return death.isDone();
        });
        export.goOn();
        var left = Api.as(editor).get(export.accepted().header("Location")).jsonPath().getString("state");

        // When
        workers.start();
        var manifest = Exports.followed(editor, export.accepted(), "SUCCEEDED");

        // Then
        assertThat(left).isEqualTo("RUNNING");
        assertThat(Exports.file(editor, manifest).asString().lines()).hasSize(1);
        assertThat(export.chunks()).isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'export.finish' and resource_id = ?", export.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldGoOnByItselfWhenOnlyItsConnectionDies() throws SQLException {
        // Given
        var editor = Units.editor(Units.department());
        var export = Stopped.in(editor);

        // When
        var _ = Database.query("select pg_terminate_backend(pid) " + WAITING);
        export.goOn();

        // Then
        var manifest = Exports.followed(editor, export.accepted(), "SUCCEEDED");
        assertThat(manifest.getInt("rows")).isEqualTo(1);
        assertThat(export.chunks()).isEqualTo(1);
    }

    @Test
    void shouldKeepNothingOfAnExportThatWasCancelled() throws SQLException {
        // Given
        var editor = Units.editor(Units.department());
        var export = Stopped.in(editor);

        // When
        var cancelled = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("reason", "Nhầm đơn vị"))
                .post(export.accepted().header("Location") + "/actions/cancel");
        export.goOn();

        // Then
        assertThat(cancelled.statusCode()).as(cancelled.asString()).isEqualTo(200);
        var next = Exports.done(editor, Exports.request("UNITS", "CSV"));
        assertThat(next.getInt("rows")).isEqualTo(1);
        var manifest = Exports.followed(editor, export.accepted(), "CANCELLED");
        assertThat(manifest.<Object>get("file")).isNull();
        assertThat(manifest.<Object>get("sha256")).isNull();
        assertThat(export.chunks()).isZero();
    }

    /** Each kind of work has a thread of its own. */
    @Test
    void shouldNotWaitForAnImport() throws SQLException {
        // Given
        var department = Units.department();
        var editor = Units.editor(department);
        Response waiting;
        try (var otherProcess = Database.connect()) {
            otherProcess.createStatement().execute("select pg_advisory_lock(7305002)");
            waiting = Files.upload(
                    editor, "UNITS", "PARTIAL", "code,name,type,parentCode,validFrom,validTo\n%s,Phòng,DIVISION,%s,2019-01-01,\n"
                            .formatted(Units.code(), department.code()));

            // When
            var manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));

            // Then
            assertThat(manifest.getInt("rows")).isEqualTo(1);
        }
        Files.following(editor, waiting).hasState("SUCCEEDED");
    }
}
