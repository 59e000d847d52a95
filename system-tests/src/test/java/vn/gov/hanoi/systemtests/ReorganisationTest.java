package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A division with an announced post is replaced by another, through all three services, and the plan is undone before its day. */
class ReorganisationTest {
    private static final String PLANS = "/evaluation/v1/reorganisations";
    private static final String DAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(60).toString();

    @Test
    void shouldShowWhatAPlanTouchesInEveryServiceApplyItAndUndoIt() {
        // Given
        var unit = City.gateway()
                .get("/selection/v1/vacancies?limit=1", City.token("chi.le"))
                .json()
                .at("/items/0/unit/id")
                .asText();
        var parent = City.gateway()
                .get("/evaluation/v1/units/" + unit, City.token("an.nguyen"))
                .json()
                .at("/parent/id")
                .asText();
        var people = people(unit);

        // When
        var drafted = City.gateway().post(PLANS, City.token("an.nguyen"), plan(unit, parent));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        var plan = PLANS + "/" + drafted.json().path("id").asText();

        // Then
        await("training and selection have counted")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var preview = City.gateway()
                            .get(plan + "/preview", City.token("khanh.bui"))
                            .json();
                    assertThat(preview.path("applicable").asBoolean())
                            .as(preview.toString())
                            .isTrue();
                    assertThat(preview.findValuesAsText("service")).containsExactly("training", "selection");
                    assertThat(preview.at("/otherServices/0/state").asText()).isEqualTo("RECEIVED");
                    assertThat(preview.at("/otherServices/1/counts/0/kind").asText())
                            .isEqualTo("VACANCIES");
                    assertThat(preview.at("/warnings/0/code").asText()).isEqualTo("reorganisation.handover-missing");
                });
        act(plan, "apply", "");
        var made = City.gateway()
                .get(plan, City.token("khanh.bui"))
                .json()
                .at("/newUnits/new")
                .asText();
        assertThat(people(made, DAY)).isEqualTo(people);
        for (var service : List.of("training", "selection")) {
            await(service + " knows the new unit")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(Units.copyStatus(service, UUID.fromString(made), City.token("hai.vu")))
                                    .isEqualTo(200));
        }
        act(plan, "revert", """
                {"reason":{"code":"DECISION_CHANGED","text":"Hoãn ngày hiệu lực"}}""");
        assertThat(people(unit, DAY)).isEqualTo(people);
        assertSound();
    }

    /** The directory is whole, and the copies are what it tells. */
    private static void assertSound() {
        var operator = City.token("hai.vu");
        var integrity =
                City.gateway().get("/evaluation/v1/ops/integrity", operator).json();
        for (var check : integrity.path("checks")) {
            assertThat(check.path("state").asText()).as(check.toString()).isNotEqualTo("BROKEN");
        }
        for (var service : List.of("training", "selection")) {
            await(service + " equals the directory")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(digest(service + "/v1/ops/directory-copy"))
                            .isEqualTo(digest("evaluation/v1/ops/directory-source")));
        }
    }

    private static JsonNode digest(String path) {
        var answer = City.gateway()
                .get("/" + path + "?digest=true", City.token("hai.vu"))
                .json();
        var digest = answer.has("digest") ? answer.path("digest") : answer;
        assertThat(digest.at("/units/sha256").asText()).as(answer.toString()).hasSize(64);
        return digest;
    }

    private static void act(String plan, String verb, String body) {
        var approver = City.token("khanh.bui");
        var etag = City.gateway().get(plan, approver).json().path("etag").asText();
        var accepted = City.gateway().act(plan + "/actions/" + verb, approver, etag, body);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        await(verb + " ends").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var operation = City.gateway().get(accepted.header("Location"), approver);
            assertThat(operation.json().path("state").asText())
                    .as(operation.body())
                    .isEqualTo("SUCCEEDED");
        });
    }

    private static List<String> people(String unit) {
        return people(unit, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString());
    }

    private static List<String> people(String unit, String day) {
        return City.gateway()
                .get("/evaluation/v1/officers?limit=500&asOf=" + day + "&unitId=" + unit, City.token("an.nguyen"))
                .json()
                .path("items")
                .findValuesAsText("officerCode");
    }

    private static String plan(String unit, String parent) {
        return """
                {"title":"Tổ chức lại phòng","effectiveOn":"%1$s",
                 "decision":{"number":"19/NQ-MẪU","signedOn":"2026-01-15","issuer":"HĐND Thành phố"},
                 "content":{
                  "units":[{"change":"DISSOLVE","unitId":"%2$s"},
                   {"change":"CREATE","ref":"new","code":"H26.9.TEST","name":"Phòng Tổng hợp mới","type":"DIVISION","parentId":"%3$s"}],
                  "successions":[{"fromUnitId":"%2$s","toRef":"new","share":1}],
                  "placements":[{"fromUnitId":"%2$s","rule":"MOVE","toRef":"new","headAs":"HEAD","deputyAs":"DEPUTY_HEAD"}],
                  "exceptions":[],"handovers":[]}}""".formatted(DAY, unit, parent);
    }
}
