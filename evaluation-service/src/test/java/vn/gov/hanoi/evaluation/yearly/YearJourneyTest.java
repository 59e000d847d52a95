package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Years from the suggestion to the publication, what they lead to, and their correction, over HTTP. */
@QuarkusTest
@WithStack
class YearJourneyTest {
    private static final Map<String, Object> RAISE = Map.of(
            "data",
            Map.of("raise", Map.of("decision", Evaluations.DECISION, "reason", "Tập thể có thành tích nổi trội")));

    /** Five people, of whom the first two reach the best level and the second is left out; published under the raised cap of one. */
    private static Json published(Years.Agency agency) {
        for (int i = 0; i < 5; i++) {
            Years.month(agency.staff().get(i), agency.department(), 3, i < 2 ? "95" : "80");
        }
        var closing = Years.opened(agency);
        Years.decided(agency, agency.staff().get(0), Years.decision("A"));
        for (int i = 1; i < 5; i++) {
            Years.decided(agency, agency.staff().get(i), i == 1 ? Years.reasoned("B") : Years.decision("B"));
        }
        Years.publish(agency.keeper(), closing, RAISE).then().statusCode(200);
        return closing;
    }

    @Test
    void shouldAllowOneOfFiveByTheDecisionThatRaisesTheCapOnly() {
        // Given
        var agency = Years.agency(5);
        for (int i = 0; i < 5; i++) {
            Years.month(agency.staff().get(i), agency.department(), 3, i == 0 ? "95" : "80");
        }
        var closing = Years.opened(agency);
        for (int i = 0; i < 5; i++) {
            Years.decided(agency, agency.staff().get(i), Years.decision(i == 0 ? "A" : "B"));
        }

        // When
        var without = Years.publish(agency.keeper(), closing, Map.of());
        var raised = Years.publish(agency.keeper(), closing, RAISE);

        // Then
        without.then()
                .statusCode(422)
                .body(at("code", equalTo("annual.cap-exceeded")))
                .body(at("args.allowed", equalTo(0)))
                .body(at("args.readings.GOOD_OR_BETTER", equalTo(1)))
                .body(at("args.ranking.decided", contains(true)));
        raised.then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("raisedBy.number", equalTo("41/QĐ-SNV")))
                .body(at("caps.allowed", contains(1)))
                .body(at("caps.used", contains(1)))
                .body(at("progress.count", contains(5)))
                .body(at("_actions.blockedBy.code", contains(contains("evaluation.closing-not-open"))));
        assertThat(Database.count(
                        "select count(*) from audit_entries where resource_id = ?::uuid and details->>'raisedBy' = '41/QĐ-SNV'",
                        closing.getString("id")))
                .isEqualTo(1);
    }

    @Test
    void shouldCorrectAToldLevelByADecisionAndKeepTheCap() {
        // Given
        var agency = Years.agency(5);
        var closing = published(agency);
        var first = Years.classification(agency.staff().get(0), Years.YEAR);
        var second = Years.classification(agency.staff().get(1), Years.YEAR);

        // When
        var tooMany = Years.act(agency.director(), second, "correct", Years.reasoned("A"));
        var lowered = Years.act(agency.director(), first, "correct", Years.reasoned("B"));
        var again = Years.act(agency.director(), first, "correct", Years.reasoned("C"));
        var raised = Years.act(agency.director(), second, "correct", Years.reasoned("A"));

        // Then
        tooMany.then()
                .statusCode(422)
                .body(at("code", equalTo("annual.cap-exceeded")))
                .body(at("args.allowed", equalTo(1)))
                .body(at("args.used", equalTo(2)));
        lowered.then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("level", equalTo("B")))
                .body(at("revision", equalTo(2)))
                .body(at("supersedes", equalTo(first.getString("id"))));
        again.then().statusCode(409).body(at("code", equalTo("evaluation.superseded")));
        raised.then().statusCode(200).body(at("level", equalTo("A")));
        var old = Years.read(agency.keeper(), first);
        assertThat(old.getString("level")).isEqualTo("A");
        assertThat(old.getString("supersededAt")).isNotNull();
        assertThat(Database.count(
                        "select count(*) from annual_classifications where closing_id = ?::uuid and superseded_at is null",
                        closing.getString("id")))
                .isEqualTo(5);
        var told = told(agency.staff().getFirst(), 2);
        assertThat(told)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "vn.gov.hanoi.evaluation.annual.published.v1", "vn.gov.hanoi.evaluation.annual.superseded.v1");
        assertThat(told.getLast().at("/data/level").asText()).isEqualTo("B");
        assertThat(told.getLast().at("/data/supersedes").asText()).isEqualTo(first.getString("id"));
        for (var event : told) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("points", "mean", "Cả Năm");
        }
    }

    @Test
    void F21_shouldGiveTheLastPlaceToOneOfTwoCorrectionsAtOnce() throws Exception {
        // Given
        var agency = Years.agency(5);
        var closing = published(agency);
        var first = Years.classification(agency.staff().get(0), Years.YEAR);
        var second = Years.classification(agency.staff().get(1), Years.YEAR);
        var lowered = Evaluations.done(Years.act(agency.director(), first, "correct", Years.reasoned("B")));
        var calls = List.<Callable<Response>>of(
                () -> Years.act(agency.director(), lowered, "correct", Years.reasoned("A")),
                () -> Years.act(agency.director(), second, "correct", Years.reasoned("A")));

        // When
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(calls)) {
                codes.add(each.get().statusCode());
            }
        }

        // Then
        assertThat(codes).containsExactlyInAnyOrder(200, 422);
        assertThat(Database.count(
                        "select count(*) from annual_classifications where closing_id = ?::uuid and superseded_at is null and level = 'A'",
                        closing.getString("id")))
                .isEqualTo(1);
    }

    @Test
    void shouldCorrectOnTheMonthsAsTheyAreNow() {
        // Given
        var agency = Years.agency(1);
        var person = agency.staff().getFirst();
        Years.month(person, agency.department(), 3, "80");
        var closing = Years.opened(agency);
        Years.decided(agency, person, Years.decision("B"));
        Years.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var row = Years.classification(person, Years.YEAR);

        // When
        Years.month(person, agency.department(), 4, "55");
        var stale = Years.read(agency.director(), row);
        var aboveLimit = Years.act(agency.director(), row, "correct", Years.reasoned("B"));
        var corrected = Years.act(agency.director(), row, "correct", Years.reasoned("C"));

        // Then
        assertThat(stale.getBoolean("stale")).isTrue();
        aboveLimit
                .then()
                .statusCode(422)
                .body(at("code", equalTo("annual.level-above-limit")))
                .body(at("args.rules", equalTo("SCORE_A, SCORE_B")));
        corrected
                .then()
                .statusCode(200)
                .body(at("level", equalTo("C")))
                .body(at("stale", equalTo(false)))
                .body(at("detail.months.period", contains("2026-03", "2026-04")));
        assertThat(corrected.asString()).contains("\"pointsMean\":67.50000000");
    }

    @Test
    void shouldTellWhatOneAndTwoYearsAtTheLowestLevelCallFor() {
        // Given
        Years.rulesBefore();
        var agency = Years.agency(0);
        var unit = Units.unit("PUBLIC_UNIT", agency.department());
        var editor = Units.editor(agency.department());
        var chief = leader(editor, unit);
        var staff = Evaluations.officer(editor, unit, "Trần Nhân Viên", "STAFF", "COMMUNE_PART_TIME");

        // When
        var first = yearAtD(agency, unit, Years.BEFORE, chief, staff);
        var second = yearAtD(agency, unit, Years.YEAR, chief, staff);

        // Then
        assertThat(first).containsExactly(List.of(), List.of());
        assertThat(second).containsExactly(List.of("RELIEF_TWO_YEARS", "LOWER_POSITION"), List.of("LOWER_POSITION"));
        var told = told(chief, 2);
        assertThat(told.getFirst().at("/data/consequences").toString()).isEqualTo("[]");
        assertThat(told.getLast().at("/data/consequences").toString())
                .isEqualTo("[\"RELIEF_TWO_YEARS\",\"LOWER_POSITION\"]");
    }

    private static Json leader(String editor, Units.Unit unit) {
        var request = Officers.request(Officers.code(), "Phạm Thủ Trưởng", unit.id());
        request.put("category", "COMMUNE_PART_TIME");
        var post = Officers.post(request);
        post.put("position", "HEAD");
        post.put("leader", true);
        return Officers.created(editor, request);
    }

    /** A published year at 40 points each. @return consequences of each person */
    private static List<List<String>> yearAtD(Years.Agency agency, Units.Unit unit, int year, Json... people) {
        for (var person : people) {
            Years.month(person, unit, YearMonth.of(year, 5), "40");
        }
        var closing = Years.open(agency.keeper(), year, unit)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        for (var person : people) {
            var decision = Years.decision("D", Map.of("unitLevel", "B"));
            Years.act(agency.director(), Years.classification(person, year), "decide", decision)
                    .then()
                    .statusCode(200);
        }
        Years.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        return List.of(people).stream()
                .map(person -> Years.read(agency.keeper(), Years.classification(person, year))
                        .<String>getList("detail.consequences"))
                .toList();
    }

    @Test
    void shouldNotRateAHeadAboveTheLevelThatAnAuthorityDecidedForTheUnit() {
        // Given
        Years.rulesBefore();
        var agency = Years.agency(0);
        var unit = Units.unit("PUBLIC_UNIT", agency.department());
        var editor = Units.editor(agency.department());
        var head = Evaluations.officer(editor, unit, "Phạm Thủ Trưởng", "HEAD", "COMMUNE_PART_TIME");
        Years.month(head, unit, YearMonth.of(Years.BEFORE, 5), "95");
        var result = Tasks.opened(Tasks.keeper(agency.department()), unit, "2025");
        Tasks.decide(Tasks.officer(agency.department(), agency.head()), result, "decide", "B")
                .then()
                .statusCode(200);
        Years.open(agency.keeper(), Years.BEFORE, unit).then().statusCode(201);
        var row = Years.classification(head, Years.BEFORE);

        // When
        var above = Years.act(agency.director(), row, "decide", Years.decision("A"));
        var otherwise = Years.act(agency.director(), row, "decide", Years.decision("B", Map.of("unitLevel", "A")));
        var decided = Years.act(agency.director(), row, "decide", Years.decision("B"));

        // Then
        above.then()
                .statusCode(422)
                .body(at("code", equalTo("annual.level-above-limit")))
                .body(at("args.rules", equalTo("HEAD_NOT_ABOVE_UNIT")));
        otherwise
                .then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.unit-grade-differs")))
                .body(at("errors.pointer", contains("/data/unitLevel")));
        decided.then().statusCode(200).body(at("level", equalTo("B"))).body(at("detail.suggestion", equalTo("B")));
    }

    @Test
    void shouldExplainASuggestionAndNeverShowAnotherThanTheStoredOne() {
        // Given
        var agency = Years.agency(1);
        var person = agency.staff().getFirst();
        Years.month(person, agency.department(), 1, "89.9999");
        Years.month(person, agency.department(), 2, "90.0002");
        Years.opened(agency);
        var facts = Map.of(
                "facts",
                List.of(Map.of("fact", "DEGRADATION_CONCLUDED", "holds", false, "source", "Kết luận 12-KL/ĐU")),
                "sanctions",
                List.of());
        var decided = Years.decided(agency, person, Years.decision("A", facts));
        var path = Years.PATH + "/" + decided.getString("id") + "/explanation";

        // When
        var explained =
                Api.as(Evaluations.participant(person, agency.department())).get(path);
        Database.execute(
                "update annual_classifications set months = jsonb_set(months, '{0,points}', '10') where id = ?::uuid",
                decided.getString("id"));
        var altered = Api.as(agency.keeper()).get(path);

        // Then
        explained
                .then()
                .statusCode(200)
                .body(at("ruleSet.code", equalTo("EVT-YEAR")))
                .body(at("digest", equalTo(decided.getString("detail.digest"))))
                .body(at("suggestion", equalTo("A")))
                .body(at("decided", equalTo("A")))
                .body(at("steps.code", hasItems("ROLL_UP", "SCORE_A", "DEGRADATION", "DISCIPLINED", "LEVEL")));
        var steps = explained.as(Json.class);
        assertThat(steps.find("steps", "code", "DEGRADATION").getString("inputs.source"))
                .isEqualTo("Kết luận 12-KL/ĐU");
        assertThat(steps.find("steps", "code", "SCORE_A").getString("legalBasis"))
                .isEqualTo("335/2025/NĐ-CP");
        altered.then().statusCode(500).body(at("code", equalTo("evaluation.explanation-differs")));
    }

    @Test
    void shouldListTheYearsOfTheOwnUnitsPageByPage() {
        // Given
        var agency = Years.agency(2);
        for (var year : List.of(Years.BEFORE, Years.YEAR)) {
            Years.open(agency.keeper(), year, agency.department()).then().statusCode(201);
        }

        // When
        var all = list(agency.keeper(), Years.CLOSINGS, Map.of("count", "true"));
        var one = list(agency.keeper(), Years.CLOSINGS, Map.of("year", "2025", "state", "OPEN"));
        var first = list(agency.keeper(), Years.CLOSINGS, Map.of("limit", "1"));
        var next = list(
                agency.keeper(),
                Years.CLOSINGS,
                Map.of("limit", "1", "cursor", first.as(Json.class).getString("page.next")));
        var foreign = list(
                Evaluations.token("keeper", Units.department(), "evaluation-keeper"),
                Years.CLOSINGS,
                Map.of("unitId", agency.department().id()));
        var wrong = list(agency.keeper(), Years.CLOSINGS, Map.of("year", "2026-07"));
        var people = list(agency.keeper(), Years.PATH, Map.of("year", "2025", "count", "true"));
        var firstPeople = list(agency.keeper(), Years.PATH, Map.of("limit", "3"));
        var lastPeople = list(
                agency.keeper(),
                Years.PATH,
                Map.of("limit", "3", "cursor", firstPeople.as(Json.class).getString("page.next")));

        // Then
        all.then()
                .statusCode(200)
                .body(at("items.year", contains(2026, 2025)))
                .body(at(
                        "items.unit.code",
                        contains(agency.department().code(), agency.department().code())))
                .body(at("page.count", equalTo(2)));
        one.then().statusCode(200).body(at("items.year", contains(2025)));
        first.then().body(at("items.year", contains(2026)));
        next.then().statusCode(200).body(at("items.year", contains(2025)));
        foreign.then().statusCode(200).body(at("items", equalTo(List.of())));
        wrong.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
        // The head too: contract workers are rated in 2025.
        people.then().statusCode(200).body(at("page.count", equalTo(3)));
        assertThat(firstPeople.as(Json.class).getList("items.year")).isEqualTo(List.of(2026, 2026, 2025));
        assertThat(lastPeople.as(Json.class).getList("items.year")).isEqualTo(List.of(2025, 2025));
    }

    private static Response list(String token, String path, Map<String, ?> params) {
        return Api.as(token).queryParams(new LinkedHashMap<>(params)).get(path);
    }

    @Test
    void shouldRefuseInTheDatabaseToAlterWhatWasPublished() {
        // Given
        var agency = Years.agency(5);
        var id = published(agency).getString("id");

        // Then
        for (var statement : List.of(
                "update annual_classifications set level = 'C' where closing_id = ?::uuid",
                "update annual_classifications set consequences = '{X}' where closing_id = ?::uuid",
                "update annual_classifications set state = 'DECIDED', published_at = null where closing_id = ?::uuid",
                "update annual_classifications set id = uuidv7() where closing_id = ?::uuid",
                "delete from annual_classifications where closing_id = ?::uuid",
                "delete from annual_closings where id = ?::uuid")) {
            assertThatThrownBy(() -> Database.execute(statement, id))
                    .as(statement)
                    .hasMessageMatching("(?s).*ck_(annual_classifications|evaluations)_kept.*");
        }
    }

    private static List<JsonNode> told(Json officer, int number) {
        var key = officer.getString("id");
        await("events of " + key)
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = 'evaluation.annual' and partition_key = ?::uuid",
                                key)
                        == number);
        return Events.read("evaluation.annual", key);
    }
}
