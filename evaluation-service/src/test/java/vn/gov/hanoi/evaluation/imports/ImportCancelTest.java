package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** After a cancellation was answered, nothing more is recorded, and the counts say what had been. */
@QuarkusTest
@WithStack
class ImportCancelTest {
    private static final Map<String, String> REASON = Map.of("reason", "Nhầm tệp");

    /** The lock that one process takes to apply imports; as long as the test has it, imports wait. */
    private static Connection otherProcess() throws SQLException {
        var connection = Database.connect();
        connection.createStatement().execute("select pg_advisory_lock(7305002)");
        return connection;
    }

    private static Response cancel(String token, String operation) {
        return cancel(token, operation, Api.key());
    }

    private static Response cancel(String token, String operation, String key) {
        return Api.as(token).header("Idempotency-Key", key).body(REASON).post(operation + "/actions/cancel");
    }

    @Test
    void shouldEndAnImportThatHasNotBegun() throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        Response accepted;
        Response cancelled;
        try (var _ = otherProcess()) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KH", 100));

            // When
            cancelled = cancel(ground.editor(), accepted.header("Location"));
        }

        // Then
        assertThat(cancelled.statusCode()).as(cancelled.asString()).isEqualTo(200);
        assertThat(cancelled.as(Json.class).getString("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.as(Json.class).getInt("progress.done")).isZero();
        assertThat(cancelled.as(Json.class).getString("startedAt")).isNull();
        assertThat(cancelled.as(Json.class).getString("finishedAt")).isNotNull();
        assertThat(Footprint.now().chunks()).as("rows with personal data").isZero();
        requireTheNextImportIsDone(ground);
        Files.following(ground.editor(), accepted).hasState("CANCELLED").counts(0, 0, 0);
        assertThat(Footprint.directoryNow().officers()).isEqualTo(before.officers() + 1);
    }

    @Test
    void shouldKeepNothingOfAnImportThatIsAllOrNothing() throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        Response accepted;
        Response cancelled;
        try (var barrier = Barrier.at("KI00100", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "ATOMIC", ground.officerRows("KI", 200));
            barrier.met();

            // When
            cancelled = cancel(ground.editor(), accepted.header("Location"));
        }

        // Then
        assertThat(cancelled.as(Json.class).getString("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.as(Json.class).getInt("progress.done")).isEqualTo(80);
        requireTheNextImportIsDone(ground);
        Files.following(ground.editor(), accepted).hasState("CANCELLED").counts(0, 0, 0);
        assertThat(Footprint.directoryNow().officers()).isEqualTo(before.officers() + 1);
        assertThat(Footprint.directoryNow().events()).isEqualTo(before.events() + 1);
        assertThat(Footprint.now().chunks()).isZero();
    }

    @Test
    void shouldKeepExactlyTheChunksBeforeAndCountThem() throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        var file = ground.officerRows("KJ", 4_000);
        Response accepted;
        CompletableFuture<Response> waiting;
        try (var barrier = Barrier.at("KJ00100", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", file);
            barrier.met();

            // When
            var location = accepted.header("Location");
            waiting = CompletableFuture.supplyAsync(() -> cancel(ground.editor(), location));
        }
        var cancelled = waiting.join();

        // Then
        assertThat(cancelled.as(Json.class).getString("state")).isEqualTo("CANCELLED");
        int done = cancelled.as(Json.class).getInt("progress.done");
        assertThat(done).isBetween(80, 3_960);
        requireTheNextImportIsDone(ground);
        Files.following(ground.editor(), accepted).hasState("CANCELLED").counts(done, 0, 0);
        assertThat(Footprint.directoryNow().officers()).isEqualTo(before.officers() + done + 1);
        assertThat(Footprint.directoryNow().events()).isEqualTo(before.events() + done + 1);
        assertThat(Footprint.now().chunks()).isZero();
    }

    private static void requireTheNextImportIsDone(Ground ground) {
        var row = ground.officerRow(Ground.officerCode());
        Files.importing(ground.editor(), "OFFICERS", "ATOMIC", Ground.OFFICERS + row)
                .hasState("SUCCEEDED");
    }

    @Test
    void shouldRefuseToCancelWhatHasEnded() {
        // Given
        var ground = Ground.department();
        var ended = Files.importing(ground.editor(), "UNITS", "ATOMIC", Ground.UNITS + ground.unitRow("1"));

        // When
        var refused = cancel(ground.editor(), ended.operation());

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("operation.ended");
        Files.following(
                        ground.editor(),
                        Files.upload(ground.editor(), "UNITS", "ATOMIC", Ground.UNITS + ground.unitRow("1")))
                .hasState("SUCCEEDED")
                .counts(0, 1, 0);
    }

    @Test
    void shouldGiveTheSameAnswerToTheSameKeyAndNameWhoCancelledAndWhy() throws SQLException {
        // Given
        var ground = Ground.department();
        var operator = Tokens.user("operator").unit("H26").roles("operator").token();
        var key = Api.key();
        Response first;
        Response second;
        Response withoutReason;
        try (var _ = otherProcess()) {
            var location = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KK", 1))
                    .header("Location");
            withoutReason = Api.as(operator)
                    .header("Idempotency-Key", Api.key())
                    .body(Map.of("reason", " "))
                    .post(location + "/actions/cancel");

            // When
            first = cancel(operator, location, key);
            second = cancel(operator, location, key);
        }

        // Then
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Database.query(
                        "select subject, details ->> 'reason' as reason from audit_entries where resource_id = ?::uuid",
                        first.as(Json.class).getString("id")))
                .containsExactly(Map.of("subject", "person-operator", "reason", "Nhầm tệp"));
    }
}
