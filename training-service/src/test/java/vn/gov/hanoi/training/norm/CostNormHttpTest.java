package vn.gov.hanoi.training.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestProposal;

/** Norms are data of their days; a sheet that is kept stays as it was computed. */
@QuarkusTest
@WithStack
class CostNormHttpTest {
    private static final String NORMS = "/training/v1/cost-norms";

    @BeforeEach
    void knowTheUnits() {
        City.known();
    }

    static Map<String, Object> item(String item, String from, String to, int quantity, long price) {
        return Map.of("item", item, "from", from, "to", to, "quantityPerDay", quantity, "unitPriceVnd", price);
    }

    static Map<String, Object> sheet(Map<?, ?>... items) {
        return Map.of("places", 40, "hours", 40, "items", List.of(items));
    }

    private static Response find(Object body) {
        return Callers.withRole("training-reader").body(body).post(NORMS + "/actions/find");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-14, TT139-2010, 1000000, 1",
        "2018-05-15, TT36-2018, 2000000, 11",
        "2023-03-19, TT36-2018, 2000000, 11",
        "2023-03-20, TT06-2023, 2000000, 11",
        "2025-10-27, TT06-2023, 2000000, 11",
        "2025-10-28, TT100-2025, 2000000, 11"
    })
    void shouldHaveTheNormsOfTheCircularOfTheDay(String day, String set, long lecturer, int items) {
        // When
        var norms = Callers.city().queryParam("asOf", day).get(NORMS).as(Json.class);

        // Then
        assertThat(norms.getList("items")).hasSize(items);
        var norm = norms.find("items", "item", "LECTURER");
        assertThat(norm.getString("ruleSet")).isEqualTo(set);
        assertThat(norm.getLong("ceilingVnd")).isEqualTo(lecturer);
        assertThat(norm.getBoolean("legalCheck")).isTrue();
    }

    @Test
    void shouldUseTheNormOfEachDayAndKeepNothing() {
        // Given
        long before = Database.count("select count(*) from audit_entries");
        var body = sheet(
                item("LECTURER", "2018-05-13", "2018-05-16", 2, 1_500_000),
                Map.of("item", "LECTURER", "from", "2018-05-16", "quantityPerDay", 1, "unitPriceVnd", 2_000_001));

        // When
        var answer = find(body);

        // Then
        answer.then()
                .statusCode(200)
                .body(at("totalVnd", equalTo(14_000_001)))
                .body(at("perPlaceVnd", equalTo(350_000)))
                .body(at("perHourVnd", equalTo(350_000)))
                .body(at("findings.ruleSet", contains("TT139-2010", "TT36-2018")))
                .body(at("findings.to", contains("2018-05-14", "2018-05-16")))
                .body(at("findings.index", contains(0, 1)));
        assertThat(Database.count("select count(*) from audit_entries")).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhatTheNormsBlockAndWhatIsNoSheet() {
        // Given
        var hall = item("HALL", "2026-05-11", "2026-05-11", 1, 1_000_000);

        // When
        var share = find(sheet(hall, item("MANAGEMENT", "2026-05-11", "2026-05-11", 1, 100_001)));
        var exactly = find(sheet(hall, item("MANAGEMENT", "2026-05-11", "2026-05-11", 1, 100_000)));
        var unknown = find(sheet(item("YACHT", "2026-05-11", "2026-05-11", 1, 1)));
        var reversed = find(sheet(item("HALL", "2026-05-11", "2026-05-10", 1, 1)));
        var fraction = find(Map.of("places", 40, "hours", 1.005, "items", List.of(hall)));
        var nobody = find(Map.of("places", 0, "hours", 1, "items", List.of(hall)));
        var empty = find(Map.of("places", 1, "hours", 1, "items", List.of()));

        // Then
        refused(share, 422, "training.cost-above-norm", "/items/1");
        exactly.then().statusCode(200);
        refused(unknown, 422, "training.cost-item-unknown", "/items/0/item");
        refused(reversed, 422, "training.cost-days-wrong", "/items/0/to");
        refused(fraction, 400, "request.invalid-value", "/hours");
        refused(nobody, 400, "request.invalid-value", "/places");
        refused(empty, 400, "request.invalid-value", "/items");
    }

    private static void refused(Response answer, int status, String code, String pointer) {
        answer.then().statusCode(status).body(at("code", equalTo(code))).body(at("errors.pointer", contains(pointer)));
    }

    @Test
    void shouldCostTheLinesOfAProposalAndWarn() {
        // Given
        int year = TestProposal.nextYear();
        var line = TestProposal.line("Kỹ năng số", "CITY_BUDGET", 1, 40, null);
        line.put("costSheet", sheet(item("LECTURER", "2026-05-11", "2026-05-15", 2, 2_500_000)));
        var blocked = TestProposal.line("Kỹ năng số", "CITY_BUDGET", 1, 40, null);
        blocked.put("costSheet", sheet(item("MANAGEMENT", "2026-05-11", "2026-05-11", 1, 1)));

        // When
        var tried = TestProposal.planner(City.CITY)
                .queryParam("validateOnly", "true")
                .body(Map.of("year", year, "unitId", City.CITY.id(), "lines", List.of(line)))
                .post(TestProposal.PROPOSALS);
        var refused = TestProposal.draft(TestProposal.planner(City.CITY), year, City.CITY, line, blocked);
        var proposal = TestProposal.submitted(year, City.CITY, line);

        // Then
        tried.then().statusCode(200).body(at("warnings", contains("training.cost-above-norm")));
        refused(refused, 422, "training.cost-above-norm", "/lines/1/costSheet/items/0");
        assertThat(proposal.getLong("lines[0].estimateVnd")).isEqualTo(25_000_000);
        assertThat(proposal.getLong("lines[0].costSheet.perPlaceVnd")).isEqualTo(625_000);
        assertThat(proposal.getList("lines[0].costSheet.findings.ruleSet")).containsExactly("TT100-2025");
        assertThat(proposal.getString("lines[0].state")).isEqualTo("COSTED");
    }

    @Test
    void shouldNotLetTheServiceChangeNorms() throws SQLException {
        try (var connection = Database.connectAs("training_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update cost_norms set ceiling_vnd = 1"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
