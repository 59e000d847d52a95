package vn.gov.hanoi.evaluation.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class UnitInTimeTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Units.Unit department;
    private Units.Unit division;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        division = Units.unit("DIVISION", department);
        editor = Units.editor(department);
    }

    @Test
    void shouldCorrectAPartOfThePastAndStillShowWhatWasKnownBefore() {
        // Given
        var before = list("2019-06-01", null);

        // When
        var corrected = correct(division, "2019-01-01", "2020-01-01", Map.of("name", "Phòng Đã Đính Chính"));

        // Then
        corrected
                .then()
                .statusCode(200)
                .body(at("version", equalTo(2)))
                .body(at("states.size()", equalTo(3)))
                .body(at("states[1].name", equalTo("Phòng Đã Đính Chính")));
        assertThat(list("2019-06-01", null).as(Json.class).getList("items.name"))
                .contains("Phòng Đã Đính Chính");
        assertThat(list("2020-01-01", null).as(Json.class).getList("items.name"))
                .doesNotContain("Phòng Đã Đính Chính");
        var known = before.as(Json.class).getString("time.knownAt");
        assertThat(truth(list("2019-06-01", known))).isEqualTo(truth(before));
        Api.as(editor)
                .queryParam("asOf", "2019-06-01")
                .queryParam("knownAt", known)
                .get(Units.PATH + "/" + division.id())
                .then()
                .body(at("name", equalTo(division.name())))
                .body(at("states.size()", equalTo(1)))
                .body(at("time.knownAt", equalTo(known)));
    }

    @Test
    void shouldNotKnowAUnitBeforeItWasRecorded() {
        // Given
        var known = list(null, null).as(Json.class).getString("time.knownAt");
        var late = Units.unit("DIVISION", department);

        // When
        var read = Api.as(editor).queryParam("knownAt", known).get(Units.PATH + "/" + late.id());

        // Then
        read.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        assertThat(list(null, known).as(Json.class).getList("items.id"))
                .doesNotContain(late.id().toString());
    }

    @Test
    void shouldRefuseAMomentToCome() {
        // When
        var refused = list(null, "2199-01-01T00:00:00Z");

        // Then
        refused.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }

    @Test
    void shouldRefuseACorrectionThatLeavesTheTreeWrongOrSaysNothing() {
        // Given
        var below = Units.unit("DIVISION", division);
        var closing = correct(division, "2025-01-01", null, Map.of("inForce", false));
        var cycle = correct(
                division, "2019-01-01", null, Map.of("parentId", below.id().toString()));
        var nothing = correct(division, "2019-01-01", null, Map.of("name", division.name()));
        var never = correct(below, "1950-01-01", null, Map.of("inForce", false));
        var nowhere = correct(
                below, "2019-01-01", null, Map.of("parentId", UUID.randomUUID().toString()));
        var city = correct(below, "2019-01-01", null, Map.of("type", "CITY"));
        var backwards = correct(below, "2019-01-01", "2018-01-01", Map.of("name", "Phòng Lùi"));

        // Then
        closing.then().statusCode(422).body(at("code", equalTo("unit.parent-not-in-force")));
        cycle.then().statusCode(422).body(at("code", equalTo("unit.cycle")));
        nothing.then().statusCode(422).body(at("code", equalTo("unit.correction-empty")));
        never.then().statusCode(422).body(at("code", equalTo("unit.correction-empty")));
        nowhere.then().statusCode(422).body(at("code", equalTo("unit.parent-unknown")));
        city.then().statusCode(422).body(at("code", equalTo("unit.parent-mismatch")));
        backwards.then().statusCode(422).body(at("code", equalTo("validity.empty")));
        assertThat(Database.count("select count(*) from unit_states where unit_id = ?", below.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldDemandThePresentVersionOfWhatIsCorrected() {
        // Given
        var body = Map.of(
                "reason", Map.of("code", "RECORDED_WRONGLY", "text", "Nhập nhầm"),
                "data", Map.of("from", "2019-01-01", "inForce", true, "name", "Phòng Khác"));
        var path = Units.PATH + "/" + division.id() + "/actions/correct";

        // When
        var bare =
                Api.as(editor).header("Idempotency-Key", Api.key()).body(body).post(path);
        var stale = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"9\"")
                .body(body)
                .post(path);
        var foreign = Api.as(Units.editor(Units.department()))
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(body)
                .post(path);
        var reader = Api.as(Units.reader(department))
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(body)
                .post(path);

        // Then
        bare.then().statusCode(428);
        stale.then().statusCode(412).body(at("args.etag", equalTo("\"1\"")));
        foreign.then().statusCode(404);
        reader.then().statusCode(403);
    }

    @Test
    void shouldKeepCodesAsDatedAliasesAndNeverGiveAClosedOneToAnotherUnit() {
        // Given
        var fresh = Units.code();
        int number = Integer.parseInt(fresh.substring(5), 36);
        var administrative = "%05d".formatted(20_000 + number);
        var old = "000.%02d.%02d.H26".formatted(number / 100 % 100, number % 100);

        // When
        code(division, "ELECTRONIC", fresh, "2022-09-01").then().statusCode(200);
        code(division, "ADMINISTRATIVE", administrative, "2018-01-01").then().statusCode(200);
        code(division, "ELECTRONIC_OLD", old, "2018-01-01").then().statusCode(200);

        // Then
        var path = Units.PATH + "/" + division.id();
        Api.as(editor).queryParam("asOf", "2022-08-31").get(path).then().body(at("code", equalTo(division.code())));
        Api.as(editor)
                .queryParam("asOf", "2022-09-01")
                .get(path)
                .then()
                .body(at("code", equalTo(fresh)))
                .body(at("codes.size()", equalTo(4)));
        var again = Units.post(editor, Units.request(division.code(), "DIVISION", department.id()));
        again.then().statusCode(409).body(at("code", equalTo("unit.code-exists")));
        var other = Units.unit("DIVISION", department);
        code(other, "ADMINISTRATIVE", administrative, "2024-01-01")
                .then()
                .statusCode(409)
                .body(at("code", equalTo("unit.code-exists")));
        code(other, "ADMINISTRATIVE", "1", "2024-01-01").then().statusCode(422);
        code(other, "ADMINISTRATIVE", "99", "2017-01-01")
                .then()
                .statusCode(422)
                .body(at("code", equalTo("unit.not-in-force")));
    }

    @Test
    void shouldTellWhatHasChangedSinceAndWhatIsGone() {
        // Given
        var token = delta(list(null, null).as(Json.class).getString("time.knownAt"))
                .as(Json.class)
                .getString("page.deltaToken");
        var fresh = Units.unit("DIVISION", department);
        correct(division, TODAY.minusDays(1).toString(), null, Map.of("inForce", false))
                .then()
                .statusCode(200);

        // When
        var delta = delta(token);

        // Then
        delta.then()
                .statusCode(200)
                .body(at("items.size()", equalTo(2)))
                .body(at("items.id", hasItem(fresh.id().toString())))
                .body("items.find { it._deleted }.id", equalTo(division.id().toString()))
                .body("items.find { it._deleted }.reason", equalTo("ENDED"));
        delta(delta.as(Json.class).getString("page.deltaToken")).then().body(at("items.size()", equalTo(0)));
    }

    @Test
    void shouldWalkADeltaPageByPageWithoutLosingAnything() {
        // Given
        var since = list(null, null).as(Json.class).getString("time.knownAt");
        for (int i = 0; i < 5; i++) {
            Units.unit("DIVISION", department);
        }
        var ids = new java.util.TreeSet<String>();

        // When
        var page = Api.as(editor)
                .queryParam("updatedSince", since)
                .queryParam("limit", 2)
                .get(Units.PATH);
        ids.addAll(page.as(Json.class).getList("items.id"));
        while (page.as(Json.class).getString("page.next") != null) {
            page = Api.as(editor)
                    .queryParam("updatedSince", since)
                    .queryParam("limit", 2)
                    .queryParam("cursor", page.as(Json.class).getString("page.next"))
                    .get(Units.PATH);
            ids.addAll(page.as(Json.class).getList("items.id"));
        }

        // Then
        assertThat(ids).hasSize(5);
        assertThat(page.as(Json.class).getString("page.deltaToken")).isNotBlank();
    }

    @Test
    void shouldRefuseADeltaWithFiltersOrWithAForeignToken() {
        // Given
        var token = delta(list(null, null).as(Json.class).getString("time.knownAt"))
                .as(Json.class)
                .getString("page.deltaToken");
        var stranger = Units.editor(Units.department());

        // When
        var filtered = Api.as(editor)
                .queryParam("updatedSince", token)
                .queryParam("type", "DIVISION")
                .get(Units.PATH);
        var foreign = Api.as(stranger).queryParam("updatedSince", token).get(Units.PATH);

        // Then
        filtered.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
        foreign.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }

    private Response delta(String since) {
        return Api.as(editor).queryParam("updatedSince", since).get(Units.PATH);
    }

    private Response list(@Nullable String asOf, @Nullable String knownAt) {
        var request = Api.as(editor);
        if (asOf != null) {
            request.queryParam("asOf", asOf);
        }
        if (knownAt != null) {
            request.queryParam("knownAt", knownAt);
        }
        return request.get(Units.PATH);
    }

    /** The answer without the present version, which is for the next change and not part of the truth of a moment. */
    private static List<Map<String, Object>> truth(Response answer) {
        List<Map<String, Object>> items = answer.as(Json.class).getList("items");
        items.forEach(item -> {
            item.remove("etag");
            item.remove("version");
        });
        return items;
    }

    private Response code(Units.Unit unit, String scheme, String code, String from) {
        return Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("scheme", scheme, "code", code, "validFrom", from))
                .post(Units.PATH + "/" + unit.id() + "/codes");
    }

    private Response correct(Units.Unit unit, String from, @Nullable String to, Map<String, Object> what) {
        var data = new HashMap<String, @Nullable Object>(Map.of("from", from, "inForce", true));
        data.put("to", to);
        data.putAll(what);
        var version = Database.count("select version from units where id = ?", unit.id());
        return Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reason", Map.of("code", "RECORDED_WRONGLY", "text", "Nhập nhầm"), "data", data))
                .post(Units.PATH + "/" + unit.id() + "/actions/correct");
    }
}
