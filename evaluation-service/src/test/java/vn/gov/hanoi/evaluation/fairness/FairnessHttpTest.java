package vn.gov.hanoi.evaluation.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Rated;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Flags over HTTP: what is told, of whom nothing is told, and who may ask. */
@QuarkusTest
@WithStack
class FairnessHttpTest {
    private static final String PATH = "/evaluation/v1/fairness-flags";
    private static final int AGENCIES = 9;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNameTheLenientDirectorAndOfImportedDecisionsTheAgencyOnly(boolean imported) {
        // Given
        var department = Units.department();
        var agencies = agencies(department, AGENCIES, 10, imported);
        var lenient = agencies.get(3);

        // When
        var answer = ask(keeper(department), Map.of("from", Rated.FROM, "to", "2024-02", "kind", "LENIENCY"));

        // Then
        var report = answer.then().statusCode(200).extract().as(Json.class);
        assertThat(report.getList("items")).hasSize(1);
        assertThat(report.getString("items[0].kind")).isEqualTo("LENIENCY");
        assertThat(report.getString("items[0].unit.code"))
                .isEqualTo(lenient.unit().code());
        assertThat(report.getString("items[0].rater.officerCode")).isEqualTo(imported ? null : lenient.director());
        assertThat(report.getString("items[0].unitType")).isEqualTo("PUBLIC_UNIT");
        assertThat(report.getString("items[0].category")).isEqualTo("COMMUNE_PART_TIME");
        assertThat(report.getList("items[0].months")).containsExactly("2024-01", "2024-02");
        assertThat(report.getString("items[0].results")).isEqualTo("20");
        assertThat(report.getString("items[0].peers")).isEqualTo("8");
        assertThat(number(report, "items[0].observed"))
                .isGreaterThan(number(report, "items[0].expected").add(BigDecimal.TEN));
        assertThat(number(report, "items[0].statistic")).isGreaterThan(BigDecimal.TEN);
        assertThat(number(report, "items[0].probability")).isLessThan(number(report, "limits.probability"));
        assertThat(report.getString("items[0].text.vi")).contains("lý do để xem xét", "8 người đánh giá");
        assertThat(report.getString("items[0].text.en")).contains("reason to look", "never a ground for a penalty");
        assertThat(report.getString("coverage[0].tested")).isEqualTo(Integer.toString(AGENCIES));
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'fairness-flag.read' and unit_id = ?::uuid",
                        department.id()))
                .isEqualTo(1);
    }

    /** Agencies whose directors differ a little, but for the fourth, who gives 12 points more. */
    private static List<Rated.Agency> agencies(Units.Unit department, int number, int people, boolean imported) {
        var agencies = new ArrayList<Rated.Agency>();
        for (int i = 0; i < number; i++) {
            var least = new BigDecimal("0.3")
                    .multiply(BigDecimal.valueOf(i * 7 % 5))
                    .add(BigDecimal.valueOf(i == 3 ? 87 : 75));
            agencies.add(Rated.agency(
                    department, people, new Rated.Months(2, least.toPlainString(), "1", people, imported)));
        }
        return agencies;
    }

    @Test
    void shouldTellOfAnAgencyThatHeapsAboveNinetyAndFillsItsCapEachMonth() {
        // Given
        var department = Units.department();
        var agency = Rated.agency(department, 12, new Rated.Months(4, "90", "0.05", 3, false));
        Rated.agency(department, 12, new Rated.Months(4, "88.9", "0.3", 12, false));

        // When
        var report = ask(keeper(department), Map.of("from", Rated.FROM, "to", "2024-04"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);

        // Then
        assertThat(report.getList("items.kind")).containsExactly("BUNCHING", "CAP_EXHAUSTED");
        assertThat(report.getList("items.unit.code")).containsOnly(agency.unit().code());
        assertThat(report.getList("items.grade")).containsOnly("A");
        assertThat(report.getList("items.ruleSet")).containsOnly("HN-M-2022");
        assertThat(number(report, "items[0].threshold")).isEqualByComparingTo("90");
        assertThat(report.getString("items[0].results")).isEqualTo("12");
        assertThat(number(report, "items[0].observed")).isEqualByComparingTo("1");
        assertThat(report.getList("items[1].months")).hasSize(4);
        assertThat(report.getList("items.rater")).containsOnlyNulls();
        assertThat(report.getList("coverage.kind")).containsExactly("LENIENCY", "DRIFT", "BUNCHING", "CAP_EXHAUSTED");
        assertThat(report.getList("coverage.suppressed")).startsWith(2, 2);
    }

    @Test
    void shouldTellNothingOfAgenciesBelowTheSmallestGroupButHowManyTheyAre() {
        // Given
        var department = Units.department();
        agencies(department, 7, 9, false);
        var heaped = Rated.agency(department, 9, new Rated.Months(4, "90", "0.05", 2, false));

        // When
        var answer = ask(keeper(department), Map.of("from", Rated.FROM, "to", "2024-04"));

        // Then
        answer.then()
                .statusCode(200)
                .body(at("items", empty()))
                .body(at("coverage.tested", contains(0, 0, 0, 0)))
                .body(at("coverage[0].suppressed", equalTo(8)));
        assertThat(answer.asString())
                .doesNotContain(heaped.unit().id().toString(), heaped.unit().code(), heaped.director());
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2024-02, to, 2024-01, 422, fairness.span-backwards, 2024-02",
        "from, 2024-01, to, 2026-01, 422, fairness.span-too-long, 25",
        "from, 2024-1, to, 2024-02, 400, query.invalid-parameter, from",
        "from, 2024-01, kind, DRIFT, 400, query.invalid-parameter, to",
        "kind, MOOD, from, 2024-01, 400, query.invalid-parameter, LENIENCY",
        "unitId, none, from, 2024-01, 400, query.invalid-parameter, UUID"
    })
    void shouldRefuseWhatCannotBeAsked(
            String name, String value, String other, String otherValue, int status, String code, String told) {
        // Given
        var token = keeper(Units.department());

        // When
        var refused = ask(token, Map.of(name, value, other, otherValue));
        var english = Api.as(token)
                .header("Accept-Language", "en")
                .queryParams(Map.of(name, value, other, otherValue))
                .get(PATH);

        // Then
        refused.then().statusCode(status).body(at("code", equalTo(code))).body(containsString(told));
        assertThat(english.as(Json.class).getString("detail"))
                .isNotBlank()
                .doesNotContain("{", code)
                .isNotEqualTo(refused.as(Json.class).getString("detail"));
    }

    @Test
    void shouldAnswerNobodyElseAndOfNoOtherUnit() {
        // Given
        var own = Units.department();
        var other = Units.department();
        var span = Map.of("from", "2024-01", "to", "2024-12");

        // Then
        ask(Evaluations.token("reader", own, "evaluation-reader", "evaluation-participant"), span)
                .then()
                .statusCode(403)
                .body(at("code", equalTo("auth.role-missing")));
        for (var unit : List.of(other.id(), UUID.randomUUID())) {
            Api.as(keeper(own))
                    .queryParams(span)
                    .queryParam("unitId", unit)
                    .get(PATH)
                    .then()
                    .statusCode(404)
                    .body(at("code", equalTo("resource.not-found")));
        }
        ask(keeper(own), span).then().statusCode(200).body(at("unit.code", equalTo(own.code())));
    }

    private static String keeper(Units.Unit unit) {
        return Evaluations.token("keeper", unit, "evaluation-keeper");
    }

    private static Response ask(String token, Map<String, String> query) {
        return Api.as(token).queryParams(query).get(PATH);
    }

    private static BigDecimal number(Json report, String path) {
        return new BigDecimal(String.valueOf(report.getString(path)));
    }
}
