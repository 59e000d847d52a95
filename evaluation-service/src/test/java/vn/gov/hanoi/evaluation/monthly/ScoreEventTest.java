package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A file tells each closing what its parts decided there. Chunks have 40 rows here and some are applied at a time. */
@QuarkusTest
@WithStack
class ScoreEventTest {
    /** Has written all its rows, ends no transaction and asks the database for nothing. */
    private static final String WAITING_FOR_ITS_TURN = """
            select count(distinct a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
            where a.usename = 'evaluation_app' and a.state = 'idle in transaction' and l.granted and l.mode = 'RowExclusiveLock'
                and l.relation = 'sheet_entries'::regclass""";

    private Agency above;
    private Json upper;
    private Json lower;
    private List<Map<String, String>> rows;

    /** 59 people of one closing, one who is refused, and 20 of another. */
    @BeforeEach
    void openTwoClosings() {
        above = Evaluations.agency(1);
        var below = Evaluations.below(above.department(), 1);
        rows = new ArrayList<>();
        Scores.people(above, "SCE", 60).forEach(code -> rows.add(Scores.row(code)));
        Scores.people(below, "SCF", 20).forEach(code -> rows.add(Scores.row(code)));
        rows.get(4).putAll(Map.of("I.1", "0", "grade", "A"));
        upper = Evaluations.opened(above);
        lower = Evaluations.opened(below);
    }

    @Test
    void shouldTellEachClosingOnceForEachPartWithoutWaitingInACircle() throws SQLException {
        // Given: the first part comes to a sheet that somebody holds, and the second one is done before it
        Response accepted;
        try (var connection = Database.connect()) {
            connection.setAutoCommit(false);
            try (var hold = connection.prepareStatement(
                    "select s.id from sheets s join officers o on o.id = s.officer_id where o.officer_code = ? for update of s")) {
                hold.setString(1, Objects.requireNonNull(rows.getFirst().get("officerCode")));
                assertThat(hold.executeQuery().next()).isTrue();
            }
            accepted = Scores.sent(above.keeper(), "PARTIAL", Scores.file(rows));
            await("the later part waits for the earlier one")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> Database.count(WAITING_FOR_ITS_TURN) == 1);

            // When
            connection.rollback();
        }
        var imported = Files.following(above.keeper(), accepted);

        // Then
        imported.hasState("PARTIAL").counts(79, 0, 1);
        assertThat(filled(upper)).containsExactly("2 39", "3 20");
        assertThat(filled(lower)).containsExactly("2 20");
        assertThat(moments()).as("parts that were put off have another moment").isEqualTo(1);
        assertThat(Told.of(upper.getString("id")))
                .allSatisfy(event -> assertThat(Schemas.errors(event)).isEmpty())
                .filteredOn(event -> Told.fact(event).equals("closing.filled"))
                .allSatisfy(event -> {
                    assertThat(imported.href())
                            .endsWith("/" + event.at("/data/importId").asText());
                    assertThat(event.at("/data/unitId").asText()).isEqualTo(upper.getString("unit.id"));
                    assertThat(event.at("/data/period").asText()).isEqualTo(Evaluations.MONTH);
                });
        nothingIsToldTwice();
    }

    /** Of a file that was applied, of one that is refused as a whole, and of one that is only checked. */
    private void nothingIsToldTwice() {
        // Given
        var file = Scores.file(rows);
        rows.get(4).put("I.1", "5");
        var right = Scores.file(rows);

        // When
        Scores.imported(above.keeper(), "PARTIAL", file).counts(0, 79, 1);
        Scores.imported(above.keeper(), "ATOMIC", file).hasState("FAILED");
        Scores.imported(above.keeper(), "VALIDATE", right).counts(1, 79, 0);
        var before = filled(upper);
        Scores.imported(above.keeper(), "ATOMIC", right).counts(1, 79, 0);

        // Then
        assertThat(before).hasSize(2);
        assertThat(filled(upper)).containsExactly("2 39", "3 20", "4 1");
        assertThat(filled(lower)).hasSize(1);
    }

    private static List<String> filled(Json closing) {
        return Told.of(closing.getString("id")).stream()
                .filter(event -> Told.fact(event).equals("closing.filled"))
                .map(ScoreEventTest::line)
                .toList();
    }

    private static String line(JsonNode event) {
        return Integer.parseInt(event.path("sequence").asText()) + " "
                + event.at("/data/decided").asText();
    }

    private long moments() {
        return Database.count(
                "select count(distinct decided_at) from sheets where closing_id in (?::uuid, ?::uuid)",
                upper.getString("id"),
                lower.getString("id"));
    }
}
