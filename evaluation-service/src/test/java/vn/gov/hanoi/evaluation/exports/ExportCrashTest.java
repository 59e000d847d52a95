package vn.gov.hanoi.evaluation.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.operations.OperationWorkers;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A process dies while it writes a file, or somebody ends the export meanwhile. The test holds the place of the first chunk. */
@QuarkusTest
@WithStack
class ExportCrashTest {
    @Inject
    OperationWorkers workers;

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
        var export = StoppedExport.at(1, editor, Exports.request("UNITS", "NDJSON"));
        var death = CompletableFuture.runAsync(this::stop);
        await("death of the workers").atMost(Duration.ofSeconds(30)).until(() -> {
            StoppedExport.kill();
            return death.isDone();
        });
        export.goOn();
        var left = Api.as(editor)
                .get(export.accepted().header("Location"))
                .as(Json.class)
                .getString("state");

        // When
        workers.start();
        var manifest = Exports.followed(editor, export.accepted(), "SUCCEEDED");

        // Then
        assertThat(left).isEqualTo("RUNNING");
        assertThat(Exports.file(editor, manifest).asString().lines()).hasSize(1);
        assertThat(export.chunks()).isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'export.finish' and resource_id = ?",
                        export.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldGoOnByItselfWhenOnlyItsConnectionDies() throws SQLException {
        // Given
        var editor = Units.editor(Units.department());
        var export = StoppedExport.at(1, editor, Exports.request("UNITS", "NDJSON"));

        // When
        StoppedExport.kill();
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
        var export = StoppedExport.at(1, editor, Exports.request("UNITS", "NDJSON"));

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
                    editor,
                    "UNITS",
                    "PARTIAL",
                    "code,name,type,parentCode,validFrom,validTo\n%s,Phòng,DIVISION,%s,2019-01-01,\n"
                            .formatted(Units.code(), department.code()));

            // When
            var manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));

            // Then
            assertThat(manifest.getInt("rows")).isEqualTo(1);
        }
        Files.following(editor, waiting).hasState("SUCCEEDED");
    }
}
