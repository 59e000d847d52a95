package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Many rows cost no more memory than a chunk and no more statements than there are chunks. Chunks have 40 rows here. */
@QuarkusTest
@WithStack
class LargeImportTest {
    private static final int ROWS = 2_000;
    private static final int CHUNK = 40;
    private static final int LANES = 3;

    @BeforeEach
    void countStatements() {
        Database.execute("create table statements (name text)");
        Database.execute("""
                create function count_statement() returns trigger language plpgsql security definer as
                $$ begin insert into statements values (tg_table_name); return null; end $$""");
        for (var table : new String[] {"officers", "assignments"}) {
            Database.execute("create trigger count_statement after insert on " + table
                    + " for each statement execute function count_statement()");
        }
    }

    @AfterEach
    void stopCounting() {
        Database.execute("drop function count_statement() cascade");
        Database.execute("drop table statements");
    }

    /** @param reported rows that are done at the last row: all but the last step, of two chunks, or the last chunk of a whole file */
    @ParameterizedTest
    @CsvSource({"PARTIAL, KL, 1920", "ATOMIC, KM, 1960"})
    void shouldRecordThousandsOfPeopleChunkByChunk(String mode, String prefix, int reported) throws Exception {
        // Given
        var ground = Ground.department();
        var file = ground.officerRows(prefix, ROWS);
        var before = Footprint.directoryNow();
        long looked = timesLookedAt("officers");
        Response accepted;
        long rowsInMemory;
        int done;
        try (var barrier = Barrier.at(prefix + "02000", ground)) {

            // When
            accepted = Files.upload(ground.editor(), "OFFICERS", mode, file);
            barrier.met();
            rowsInMemory = live(ImportRow.class);
            done = Api.as(ground.editor())
                    .get(accepted.header("Location"))
                    .as(Json.class)
                    .getInt("progress.done");
        }

        // Then
        Files.following(ground.editor(), accepted).hasState("SUCCEEDED").counts(ROWS, 0, 0);
        assertThat(done).isEqualTo(reported);
        assertThat(rowsInMemory).as("a chunk for each lane").isBetween(1L, (long) LANES * CHUNK);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(ROWS));
        assertThat(Stream.of("officers", "assignments"))
                .allSatisfy(table -> assertThat(Database.count("select count(*) from statements where name = ?", table))
                        .isEqualTo(ROWS / CHUNK));
        assertThat(timesLookedAt("officers")).isGreaterThan(looked);
    }

    /** How often the planner's knowledge of a table was renewed on demand. */
    private static long timesLookedAt(String table) {
        return Database.count("select analyze_count from pg_stat_user_tables where relname = ?", table);
    }

    @Test
    void shouldNotHoldTheFaultsOfThousandsOfRows() throws Exception {
        // Given
        var ground = Ground.department();
        var file = ground.officerRows("KN", ROWS - 1).replace("CIVIL_SERVANT,1980-02-29", "?,?")
                + ground.officerRow("KN02000");
        Response accepted;
        long faultsInMemory;
        try (var barrier = Barrier.at("KN02000", ground)) {

            // When
            accepted = Files.upload(ground.editor(), "OFFICERS", "VALIDATE", file);
            barrier.met();
            faultsInMemory = live(RowError.class);
        }

        // Then
        Files.following(ground.editor(), accepted).hasState("SUCCEEDED").counts(1, 0, ROWS - 1);
        assertThat(faultsInMemory).isBetween(1L, 4L * CHUNK);
        assertThat(Database.count("select count(*) from import_rows r join imports i on i.id = r.import_id"
                        + " where i.owner_subject = 'person-editor-" + ground.code() + "'"))
                .isEqualTo(2L * (ROWS - 1));
    }

    @Test
    void shouldAcceptFiftyThousandRowsAndLetThemBeCancelled() throws SQLException {
        // Given
        var ground = Ground.department();
        var file = ground.officerRows("KO", 49_999) + ground.officerRow("KO50000");

        // When
        var accepted = Files.upload(ground.editor(), "OFFICERS", "VALIDATE", file);

        // Then
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.as(Json.class).getInt("progress.total")).isEqualTo(50_000);
        Api.as(ground.editor())
                .header("Idempotency-Key", Api.key())
                .body("{\"reason\":\"x\"}")
                .post(accepted.header("Location") + "/actions/cancel")
                .then()
                .statusCode(200);
        assertThat(Footprint.now().chunks()).isZero();
    }

    /** Objects of a class that are still reachable. */
    private static long live(Class<?> type) throws JMException {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(type.getName()))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }
}
