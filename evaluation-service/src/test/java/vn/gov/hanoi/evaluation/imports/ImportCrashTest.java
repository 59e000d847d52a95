package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.operations.OperationWorker;
import vn.gov.hanoi.evaluation.operations.OperationWorkers;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/**
 * A process dies while it applies a file: its connection is gone in the middle of a statement, and its thread does not come back.
 * What it leaves is a running operation that nobody works on. Chunks have 40 rows here.
 */
@QuarkusTest
@WithStack
class ImportCrashTest {
    private static final int ROWS = 200;

    @Inject
    OperationWorkers workers;

    @Inject
    ImportRun run;

    /** @param kept rows that are recorded when the process dies in the third chunk */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"PARTIAL, 80", "ATOMIC, 0"})
    void shouldBeTakenUpByTheNextProcessAndLoseOrRepeatNothing(String mode, int kept) throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        var operation = dieAtRow(100, ground, "KA" + mode.charAt(0), mode);
        assertThat(Api.as(ground.editor()).get(operation).as(Json.class).getString("state"))
                .isEqualTo("RUNNING");
        assertThat(Api.as(ground.editor()).get(operation).as(Json.class).getInt("progress.done"))
                .isEqualTo(80);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(kept));

        // When
        workers.start();
        var imported = followed(ground, operation);

        // Then
        imported.hasState("SUCCEEDED").counts(ROWS, 0, 0);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(ROWS));
        assertThat(Footprint.now().chunks()).isZero();
        assertThat(finishes(imported)).isEqualTo(1);
    }

    @Test
    void shouldNotTellFailedRowsTwiceAfterACrash() throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        var operation = dieAtRow(100, ground, "KAF", "ATOMIC", "KAF00003,", "kaf3,");

        // When
        workers.start();
        var imported = followed(ground, operation);

        // Then
        imported.hasState("FAILED").counts(0, 0, 1).failsOnlyAt("3 A4 officer.code-malformed");
        assertThat(Api.as(ground.editor()).get(operation).as(Json.class).getString("problem.code"))
                .isEqualTo("import.rows-refused");
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    /** @return the operation that the dead process left */
    private String dieAtRow(int row, Ground ground, String prefix, String mode, String... change) throws SQLException {
        var file = ground.officerRows(prefix, ROWS);
        if (change.length == 2) {
            file = file.replace(change[0], change[1]);
        }
        try (var barrier = Barrier.at("%s%05d".formatted(prefix, row), ground)) {
            var accepted = Files.upload(ground.editor(), "OFFICERS", mode, file);
            assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
            barrier.met();
            var death = CompletableFuture.runAsync(this::stop);
            await("death of the worker").atMost(Duration.ofSeconds(30)).until(() -> {
                Barrier.killWaiting();
                return death.isDone();
            });
            death.join();
            return accepted.header("Location");
        }
    }

    private void stop() {
        try {
            workers.stop();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static Files.Imported followed(Ground ground, String operation) {
        await("end of " + operation)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        Api.as(ground.editor()).get(operation).as(Json.class).get("finishedAt") != null);
        var view = Api.as(ground.editor()).get(operation).as(Json.class);
        return new Files.Imported(ground.editor(), view.getString("state"), view.getString("resultHref"), operation);
    }

    private static long finishes(Files.Imported imported) {
        return Database.count(
                "select count(*) from audit_entries where action = 'import.finish' and resource_id = ?",
                UUID.fromString(imported.href().substring(imported.href().lastIndexOf('/') + 1)));
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL, KBP", "ATOMIC, KBA"})
    void shouldGoOnByItselfWhenOnlyItsConnectionDies(String mode, String prefix) throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        Response accepted;
        try (var barrier = Barrier.at(prefix + "00100", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", mode, ground.officerRows(prefix, ROWS));
            barrier.met();

            // When
            Barrier.killWaiting();
            barrier.met();
        }

        // Then
        Files.following(ground.editor(), accepted).hasState("SUCCEEDED").counts(ROWS, 0, 0);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(ROWS));
    }

    @Test
    void shouldBeDoneOnceByTwoProcesses() throws InterruptedException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        var other = new OperationWorker(run, Duration.ofMillis(200));
        other.start();

        // When
        var first = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KC", ROWS));
        var second = Files.upload(ground.editor(), "OFFICERS", "ATOMIC", ground.officerRows("KD", ROWS));

        // Then
        try {
            for (var accepted : new Response[] {first, second}) {
                var imported = Files.following(ground.editor(), accepted)
                        .hasState("SUCCEEDED")
                        .counts(ROWS, 0, 0);
                assertThat(finishes(imported)).isEqualTo(1);
            }
            assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(2 * ROWS));
        } finally {
            other.stop();
        }
    }

    /** A fault that stays must not hold up everybody else, and must not be told as a success. */
    @Test
    void shouldEndWithAnHonestResultIfItFailsAgainAndAgain() {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        Database.execute("""
                create function fault() returns trigger language plpgsql as
                $$ begin raise exception 'fault' using errcode = 'XX001'; end $$""");
        Database.execute("""
                create trigger fault before insert on officers for each row
                when (new.officer_code = 'KE00100') execute function fault()""");

        // When
        Files.Imported broken;
        try {
            broken = Files.importing(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KE", ROWS));
        } finally {
            Database.execute("drop function fault() cascade");
        }
        var next = Files.importing(ground.editor(), "OFFICERS", "ATOMIC", ground.officerRows("KF", 1));

        // Then
        broken.hasState("FAILED").counts(80, 0, 0);
        var operation = Api.as(ground.editor()).get(broken.operation());
        assertThat(operation.as(Json.class).getString("problem.code")).isEqualTo("server.internal");
        assertThat(operation.as(Json.class).getInt("progress.done")).isEqualTo(80);
        assertThat(operation.asString()).doesNotContain("fault", "XX001", "KE00100");
        assertThat(finishes(broken)).isEqualTo(1);
        next.hasState("SUCCEEDED");
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(81));
        assertThat(Footprint.now().chunks()).isZero();
    }

    @Test
    void shouldMeetAPersonWhoIsRecordedAtTheSameTimeAsAFailedRow() throws SQLException {
        // Given
        var ground = Ground.department();
        Response accepted;
        try (var barrier = Barrier.at("KG00100", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KG", ROWS));
            barrier.met();

            // When
            barrier.commit();
        }

        // Then
        Files.following(ground.editor(), accepted)
                .hasState("PARTIAL")
                .counts(ROWS - 1, 0, 1)
                .failsOnlyAt("100 A101 import.code-exists-differs");
    }
}
