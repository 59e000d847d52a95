package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Templates;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Criteria that units make their own, from the draft to the explanation of a result. */
@QuarkusTest
@WithStack
class SheetTemplateHttpTest {
    private static final String MONTH = "2025-10";
    private static String ruleSet = "";

    @BeforeEach
    void publishRules() {
        if (ruleSet.isEmpty()) {
            var published = Rules.published(Evaluations.document("EVT-TEMPLATE", LocalDate.of(2025, 10, 1)));
            Rules.act(Rules.approver(), published, "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
            ruleSet = published.getString("id");
        }
    }

    @Test
    void shouldRateByTheVersionOfTheNearestUnitByWhichTheMonthWasOpened() {
        // Given
        var agency = Evaluations.agency(2);
        var keeper = agency.keeper();
        template(agency.department(), "40", "30");
        var draft = Templates.created(keeper, request(agency.division(), false, "35.5", "34.5"));
        var published = Templates.publish(keeper, draft, draft.getString("etag"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        var school = Units.unit("PUBLIC_UNIT", agency.department());
        var teacher = Evaluations.officer(Units.editor(school), school, "Vũ Giáo Viên", "STAFF", "COMMUNE_PART_TIME");

        // When
        Evaluations.open(keeper, MONTH, agency.department()).then().statusCode(201);
        var newer = Templates.created(keeper, request(agency.division(), true, "20", "50"));
        template(agency.department(), "10", "60");
        var late = Evaluations.officer(
                Units.editor(agency.department()), agency.division(), "Đỗ Đến Sau", "STAFF", "COMMUNE_PART_TIME");
        Evaluations.open(keeper, MONTH, agency.department()).then().statusCode(200);
        Evaluations.open(Evaluations.token("keeper", school, "evaluation-keeper"), MONTH, school)
                .then()
                .statusCode(201);

        // Then
        assertThat(draft.<Object>get("version")).isNull();
        assertThat(published.getInt("version")).isEqualTo(1);
        assertThat(newer.getInt("version")).isEqualTo(2);
        assertThat(maxima(agency, agency.staff().getFirst())).containsExactly("35.5000", "34.5000");
        assertThat(maxima(agency, late)).containsExactly("35.5000", "34.5000");
        assertThat(maxima(agency, teacher)).containsExactly("10.0000", "60.0000");
    }

    @Test
    void shouldScoreImportAndExplainByTheCriteriaOfTheUnit() {
        // Given
        var agency = Evaluations.agency(2);
        var template = Templates.created(agency.keeper(), request(agency.division(), true, "35.5", "34.5"));
        Evaluations.open(agency.keeper(), MONTH, agency.department()).then().statusCode(201);
        var sheet = Evaluations.sheet(agency.staff().get(0), MONTH);
        var view = Evaluations.read(agency.director(), sheet);
        var unknown = Map.of("data", Map.of("step", "PLAN", "work", work("II.1", "5")));
        var above = Map.of("data", Map.of("step", "PLAN", "work", work("U.1", "35.6")));

        // When
        var gone = Evaluations.act(agency.person(0), sheet, "submit", unknown);
        var much = Evaluations.act(agency.person(0), sheet, "submit", above);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, "5")));
        var decided = Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
        var explanation =
                Api.as(agency.director()).get(Evaluations.PATH + "/" + sheet.getString("id") + "/explanation");
        var file = Api.as(agency.keeper())
                .accept("text/csv")
                .get("/evaluation/v1/import-templates/EVALUATION_SCORES?period=%s&unitId=%s"
                        .formatted(MONTH, agency.department().id()))
                .asString();
        var other = agency.staff().get(1);
        var row = Scores.row(
                Scores.code(other),
                "period",
                MONTH,
                "II.1",
                "",
                "II.2",
                "",
                "II.3",
                "",
                "II.4",
                "",
                "U.1",
                "30",
                "U.2",
                "34.5");
        var imported = Scores.imported(agency.keeper(), "PARTIAL", Scores.file(List.of(row), "U.1", "U.2"));

        // Then
        gone.then().statusCode(422).body(at("errors.code", contains("score.criterion-unknown")));
        much.then().statusCode(422).body(at("errors.pointer", hasItem("/data/work/marks/U.1/points")));
        assertThat(decided.<Object>get("detail.points")).hasToString("85.0");
        explanation
                .then()
                .statusCode(200)
                .body(at("template.id", equalTo(template.getString("id"))))
                .body(at("template.version", equalTo(1)))
                .body(at("digest", equalTo(decided.getString("detail.digest"))))
                .body(at("steps.code", hasItem("UNIT_TEMPLATE")));
        assertThat(explanation.asString())
                .contains(template.getString("id") + ", version 1 (SHA-256 " + template.getString("digest"));
        assertThat(file).contains("Tiêu chí riêng U.1 (tối đa: chuyên môn 35.5) [U.1]");
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
        assertThat(Evaluations.read(agency.director(), Evaluations.sheet(other, MONTH))
                        .<Object>get("detail.points"))
                .hasToString("84.5");
        assertThatThrownBy(() -> Database.query(
                        "update sheets set template_id = null where id = ?::uuid returning id", sheet.getString("id")))
                .hasStackTraceContaining("ck_sheets_kept");
        assertThatThrownBy(() -> Database.query(
                        "update sheet_templates set criteria = '[]' where id = ?::uuid returning id",
                        template.getString("id")))
                .hasStackTraceContaining("ck_sheet_templates_kept");
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheFramework() {
        // Given
        var department = Units.department();
        var keeper = Evaluations.token("keeper", department, "evaluation-keeper");
        var draft = Rules.drafted(Rules.document());
        var published = template(department, "70");
        var twice = request(department, true, "10", "10");
        twice.put(
                "criteria",
                List.of(Templates.criterion("TASKS", "U.1", "10"), Templates.criterion("DISCIPLINE", "U.1", "5")));
        var codeOfTheRules = request(department, true);
        codeOfTheRules.put("criteria", List.of(Templates.criterion("TASKS", "I.1", "10")));
        var nothing = request(department, true);

        // When, then
        told(
                        Templates.post(keeper, request(department, true, "40", "30.0001")),
                        "score.group-over-maximum",
                        "/criteria/0/group")
                .body(at("errors[0].args.points", equalTo("70.0001")))
                .body(at("errors[0].args.maximum", equalTo("70")));
        told(
                Templates.post(keeper, Templates.request(department, ruleSet, true, "FUN", "1")),
                "score.group-unknown",
                "/criteria/0/group");
        told(Templates.post(keeper, twice), "score.twice", "/criteria/1/code");
        told(Templates.post(keeper, codeOfTheRules), "score.twice", "/criteria/0/code");
        told(Templates.post(keeper, nothing), "sheet-template.empty", "/criteria");
        for (var id : List.of(draft.getString("id"), UUID.randomUUID().toString(), Rules.shipped("VN-Y-2020"))) {
            told(
                    Templates.post(keeper, Templates.request(department, id, true, "TASKS", "1")),
                    "sheet-template.rule-set-unknown",
                    "/ruleSetId");
        }
        told(Templates.publish(keeper, published, published.getString("etag")), 409, "sheet-template.published");
        told(Templates.publish(keeper, published, "\"9\""), 412, "precondition.failed");
        told(Templates.post(keeper, request(Units.department(), true, "1")), 403, "scope.outside");
        var tried = Api.as(keeper).body(request(department, true, "1")).post(Templates.PATH + "?validateOnly=true");
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(listed(keeper, "unitId=" + department.id())).hasSize(1);
        assertThat(listed(keeper, "state=DRAFT&ruleSetId=" + ruleSet)).isEmpty();
    }

    @Test
    void shouldShowPublishedTemplatesOfUnitsAboveButNotTheirDrafts() {
        // Given
        var department = Units.department();
        var school = Units.unit("PUBLIC_UNIT", department);
        var below = Evaluations.token("keeper", school, "evaluation-keeper");
        var published = template(department, "70");
        var draft = Templates.created(
                Evaluations.token("keeper", department, "evaluation-keeper"), request(department, false, "60"));

        // When
        var seen = Api.as(below).get(Templates.PATH + "/" + published.getString("id"));
        var hidden = Api.as(below).get(Templates.PATH + "/" + draft.getString("id"));
        var foreign = Templates.publish(below, published, published.getString("etag"));

        // Then
        seen.then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("_actions[0].enabled", equalTo(false)))
                .body(at("_actions[0].blockedBy", contains("scope.outside")));
        told(hidden, 404, "resource.not-found");
        told(foreign, 403, "scope.outside");
        assertThat(listed(below, "")).hasSize(1);
    }

    private static Map<String, Object> request(Units.Unit unit, boolean publish, String... maxima) {
        return Templates.request(unit, ruleSet, publish, "TASKS", maxima);
    }

    private static Json template(Units.Unit unit, String... maxima) {
        return Templates.created(Evaluations.token("keeper", unit, "evaluation-keeper"), request(unit, true, maxima));
    }

    private static Map<String, Object> work(String criterion, String points) {
        return Map.of("marks", List.of(Map.of("criterion", criterion, "points", new java.math.BigDecimal(points))));
    }

    /** Most points of the unit's criteria on the sheet of somebody. */
    private static List<String> maxima(Evaluations.Agency agency, Json officer) {
        var found = new ArrayList<String>();
        var answer = Api.as(agency.director())
                .get(Evaluations.PATH + "/" + Evaluations.sheet(officer, MONTH).getString("id"));
        answer.then().statusCode(200);
        assertThat(Api.json(answer).at("/detail/groups"))
                .extracting(group -> group.path("group").asText())
                .containsExactly("DISCIPLINE", "TASKS");
        Api.json(answer).at("/detail/marks").forEach(mark -> {
            assertThat(mark.at("/title/vi").asText()).as(mark.toString()).isNotBlank();
            assertThat(mark.at("/title/en").asText()).as(mark.toString()).isNotBlank();
            if (mark.path("criterion").asText().startsWith("U.")) {
                found.add(mark.path("maximum").decimalValue().setScale(4).toPlainString());
            }
        });
        return found;
    }

    private static List<?> listed(String token, String query) {
        return Api.as(token)
                .get(Templates.PATH + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items");
    }

    private static io.restassured.response.ValidatableResponse told(
            Response refused, String code, @Nullable String pointer) {
        return told(refused, 422, code).body(at("errors.pointer", contains(pointer)));
    }

    private static io.restassured.response.ValidatableResponse told(Response refused, int status, String code) {
        return refused.then()
                .statusCode(status)
                .body(at("code", equalTo(code)))
                .body(at("errors.detail", everyItem(not(containsString("{")))));
    }
}
