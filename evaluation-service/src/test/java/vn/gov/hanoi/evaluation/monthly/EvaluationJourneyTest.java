package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A month of an agency, from its opening to the lock and a correction, over HTTP. */
@QuarkusTest
@WithStack
class EvaluationJourneyTest {
    @Test
    void shouldNotRateAHeadAboveTheLevelThatAnAuthorityDecidedForTheUnit() {
        // Given
        Evaluations.rules();
        var department = Units.department();
        var unit = Units.unit("PUBLIC_UNIT", department);
        var editor = Units.editor(department);
        var chief = Evaluations.officer(editor, department, "Lê Giám Đốc", "HEAD", "CADRE");
        var head = Evaluations.officer(editor, unit, "Phạm Thủ Trưởng", "HEAD", "COMMUNE_PART_TIME");
        Evaluations.open(Evaluations.token("keeper", department, "evaluation-keeper"), Evaluations.MONTH, unit)
                .then()
                .statusCode(201);
        var sheet = Evaluations.sheet(head);
        var director = Evaluations.participant(chief, department);
        var view = Evaluations.read(director, sheet);
        Evaluations.done(Evaluations.act(director, sheet, "review", Evaluations.manager(view, "0")));
        var result = Tasks.opened(Tasks.keeper(department), unit, Evaluations.MONTH);
        Tasks.decide(Tasks.officer(department, chief), result, "decide", "B")
                .then()
                .statusCode(200);

        // When
        var otherwise = Evaluations.act(
                director, sheet, "decide", Map.of("data", Map.of("presenceDays", 20, "unitGrade", "A")));
        var decided = Evaluations.act(director, sheet, "decide", Evaluations.decision());

        // Then
        otherwise
                .then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.unit-grade-differs")))
                .body(at("errors.pointer", contains("/data/unitGrade")));
        decided.then()
                .statusCode(200)
                .body(at("grade", equalTo("B")))
                .body(at("detail.gradeByPoints", equalTo("A")))
                .body(at("detail.extras.unitGrade", equalTo("B")));
    }

    @Test
    void shouldOpenOneSheetForEachMainPostAndAddNewcomersOnly() {
        // Given
        var agency = Evaluations.agency(2);
        var editor = Units.editor(agency.department());

        // When
        var opened = Evaluations.open(agency.keeper(), Evaluations.MONTH, agency.department());
        var newcomer = Evaluations.officer(editor, agency.division(), "Vũ Mới Đến", "STAFF", "COMMUNE_PART_TIME");
        var again = Evaluations.open(agency.keeper(), Evaluations.MONTH, agency.department());
        var third = Evaluations.open(agency.keeper(), Evaluations.MONTH, agency.department());

        // Then
        opened.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body(at("state", equalTo("OPEN")))
                .body(at("official", equalTo(true)))
                .body(at("opened.people", equalTo(4)))
                .body(at("opened.added", equalTo(3)))
                .body(at("opened.skipped.code", contains("rule-set.none")))
                .body(at("opened.skipped.category", contains("CADRE")))
                .body(at("progress.count", contains(3)))
                .body(at("progress.awaits", contains("PLANNED")))
                .body(at("progress.actor", contains("SUBJECT")))
                .body(at("progress.late", contains(true)));
        again.then().statusCode(200).body(at("opened.added", equalTo(1)));
        third.then().statusCode(200).body(at("opened.added", equalTo(0)));
        assertThat(again.as(Json.class).getString("id"))
                .isEqualTo(opened.as(Json.class).getString("id"));
        Evaluations.read(agency.keeper(), Evaluations.sheet(newcomer));
    }

    @Test
    void shouldRateTransferredPeopleWhereTheyLastWereAndThoseWhoLeftWhereTheyLeft() {
        // Given
        var from = Evaluations.agency(2);
        var to = Evaluations.agency(1);
        var city = Units.editor(Units.city());
        Officers.move(city, from.staff().get(0), to.division(), "2026-07-16", "COMMUNE_PART_TIME");
        Officers.close(city, from.staff().get(1), 0, "2026-07-10").then().statusCode(200);

        // When
        Evaluations.opened(from);
        Evaluations.opened(to);

        // Then
        assertThat(ratingUnit(from.staff().get(0))).isEqualTo(to.department().id());
        assertThat(ratingUnit(from.staff().get(1))).isEqualTo(from.department().id());
    }

    private static UUID ratingUnit(Json officer) {
        return (UUID) Objects.requireNonNull(
                Database.query("select rating_unit_id from sheets where officer_id = ?::uuid", officer.getString("id"))
                        .getFirst()
                        .get("rating_unit_id"));
    }

    @Test
    void shouldGoFromThePlanToThePublishedGradeAndExplainIt() {
        // Given
        var agency = Evaluations.agency(3);
        var closing = Evaluations.opened(agency);
        var person = agency.staff().getFirst();
        var sheet = Evaluations.sheet(person);
        var self = Evaluations.done(Evaluations.act(agency.person(0), sheet, "submit", Evaluations.plan()));

        // When
        Evaluations.done(Evaluations.act(agency.person(0), sheet, "submit", Evaluations.self(self, "0")));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.collective()));
        var unexplained = Evaluations.act(agency.chief(), sheet, "review", Evaluations.manager(self, "1.5"));
        var scored = Evaluations.act(
                agency.chief(),
                sheet,
                "review",
                Map.of(
                        "data",
                        Map.of(
                                "step",
                                "MANAGER",
                                "work",
                                Evaluations.work(self, "1.5"),
                                "reasons",
                                List.of(Map.of("criterion", "I.1", "text", "Thiếu một báo cáo")))));
        var decided = Evaluations.act(
                agency.director(),
                sheet,
                "decide",
                Map.of("decision", Evaluations.DECISION, "data", Map.of("presenceDays", new BigDecimal("20.5"))));

        // Then
        unexplained
                .then()
                .statusCode(422)
                .body(at("errors.code", contains("evaluation.reason-missing")))
                .body(at("errors.pointer", contains("/data/reasons/I.1")));
        scored.then().statusCode(200).body(at("state", equalTo("MANAGER_SCORED")));
        decided.then()
                .statusCode(200)
                .body(at("state", equalTo("DECIDED")))
                .body(at("outcome", equalTo("RATED")))
                .body(at("grade", equalTo("B")))
                .body(at("official", equalTo(false)))
                .body(at("detail.decisionNumber", equalTo("41/QĐ-SNV")));
        var explanation = Api.as(agency.person(0)).get(Evaluations.PATH + "/" + sheet.getString("id") + "/explanation");
        explanation
                .then()
                .statusCode(200)
                .body(at("ruleSet.code", equalTo("EVT-MONTH")))
                .body(at("digest", equalTo(decided.as(Json.class).getString("detail.digest"))))
                .body(at("decided", equalTo("B")))
                .body(at("steps.code", hasItem("BAND")));
        assertThat(decided.asString()).contains("\"points\":88.5000,");
        assertThat(explanation.as(Json.class).<String>getList("steps.vi")).contains("Tổng các phần: 88,5 điểm.");
        Api.as(agency.person(0))
                .get(Evaluations.PATH + "/" + sheet.getString("id") + "/entries")
                .then()
                .statusCode(200)
                .body(at("items.kind", contains("PLAN", "SELF", "COLLECTIVE", "MANAGER", "DECISION")))
                .body(at("items.seq", contains(1, 2, 3, 4, 5)))
                .body(at("items[3].details.reasons[0].text", equalTo("Thiếu một báo cáo")));

        // When
        Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.decided(agency, agency.staff().get(1), "5");
        Evaluations.decided(agency, agency.staff().get(2), "5");
        var published = Evaluations.publish(agency.keeper(), closing, Map.of());

        // Then
        published
                .then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("progress.count", contains(4)))
                .body(at("_actions.name", contains("publish", "lock", "reopen")))
                .body(at("_actions.enabled", contains(false, false, false)))
                .body(at("_actions[1].blockedBy.code", contains("evaluation.petition-window-open")));
    }

    @Test
    void shouldTellPublishedResultsAndSupersedeThemByADecision() {
        // Given
        var agency = Evaluations.agency(3);
        var closing = Evaluations.opened(agency);
        var person = agency.staff().getFirst();
        Evaluations.decided(agency, agency.manager(), "5");
        agency.staff().forEach(each -> Evaluations.decided(agency, each, "5"));
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var old = Evaluations.sheet(person);

        // When
        var corrected = Evaluations.act(agency.director(), old, "correct", correction());
        var again = Evaluations.act(agency.director(), old, "correct", correction());
        Evaluations.toldBefore(closing, 30);
        var locked = Evaluations.lock(agency.keeper(), closing);

        // Then
        var revision = corrected.as(Json.class);
        corrected
                .then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("revision", equalTo(2)))
                .body(at("supersedes", equalTo(old.getString("id"))))
                .body(at("outcome", equalTo("NOT_RATED")))
                .body(at("grade", nullValue()));
        again.then().statusCode(409).body(at("code", equalTo("evaluation.superseded")));
        locked.then().statusCode(200).body(at("state", equalTo("LOCKED")));
        assertThat(Database.count(
                        "select count(*) from sheets where closing_id = ?::uuid and state = 'LOCKED' and superseded_at is null",
                        closing.getString("id")))
                .isEqualTo(4);
        Api.as(agency.keeper())
                .get(Evaluations.PATH + "/" + old.getString("id"))
                .then()
                .statusCode(200)
                .body(at("grade", equalTo("B")));
        var told = Told.of("evaluation.result", person.getString("id"), 2);
        assertThat(told.getFirst().path("type").asText()).isEqualTo("vn.gov.hanoi.evaluation.result.published.v1");
        assertThat(told.getLast().path("type").asText()).isEqualTo("vn.gov.hanoi.evaluation.result.superseded.v1");
        assertThat(told.getLast().at("/data/evaluationId").asText()).isEqualTo(revision.getString("id"));
        for (var event : told) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("points", "Nhân Viên");
        }
    }

    private static Map<String, Object> correction() {
        return Map.of(
                "reason",
                Evaluations.REASON,
                "decision",
                Evaluations.DECISION,
                "data",
                Map.of("presenceDays", 0, "notRated", "MATERNITY_ALL_PERIOD"));
    }

    @Test
    void shouldRefuseInTheDatabaseToAlterWhatWasPublished() {
        // Given
        var agency = Evaluations.agency(1);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.decided(agency, agency.staff().getFirst(), "5");
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var id = closing.getString("id");

        // Then
        for (var statement : List.of(
                "update sheets set points = 95 where closing_id = ?::uuid returning id",
                "update sheets set marks = '{}' where closing_id = ?::uuid returning id",
                "update sheets set state = 'DECIDED', published_at = null where closing_id = ?::uuid returning id",
                "update sheets set id = uuidv7() where closing_id = ?::uuid returning id",
                "delete from sheets where closing_id = ?::uuid returning id",
                "update sheet_entries set seq = seq + 100 where sheet_id in (select id from sheets where closing_id = ?::uuid) returning seq")) {
            assertThatThrownBy(() -> Database.query(statement, id))
                    .as(statement)
                    .hasMessageMatching("(?s).*(ck_sheets_kept|ck_evaluations_kept|fk_sheet_entries_sheet_id).*");
        }
    }
}
