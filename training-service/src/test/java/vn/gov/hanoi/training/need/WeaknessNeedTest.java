package vn.gov.hanoi.training.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;

/** Weak criteria of told months become needs that a manager decides on, whatever order their revisions come in. */
@QuarkusTest
@WithStack
class WeaknessNeedTest {
    private static final String PATH = "/training/v1/training-needs";
    private static final Path SCHEMA =
            Path.of("../evaluation-service/src/main/resources/schemas/evaluation.weakness.found.v1.json");

    private UUID officer;

    @BeforeEach
    void meetAnOfficer() {
        City.known();
        officer = City.officer(City.WARD);
    }

    @Test
    void shouldProposeANeedForEachWeakCriterionOnce() throws IOException {
        // When
        tell("2026-07", 1, "I.2", "II.3");
        tell("2026-07", 1, "I.2", "II.3");
        tell("2026-08", 1, "II.3");

        // Then
        assertThat(needs()).containsExactlyInAnyOrder("I.2 2027 PROPOSED", "II.3 2027 PROPOSED");
        var need = list().as(Json.class);
        assertThat(need.<String>getList("items.origin")).containsOnly("WEAK_CRITERION");
        assertThat(need.<Object>getList("items.source")).containsOnlyNulls();
    }

    @Test
    void shouldWithdrawWhatACorrectionLeftAndNothingThatIsConfirmed() throws IOException {
        // Given
        tell("2026-07", 1, "I.2", "II.3");
        confirm("II.3");

        // When: the newest revision comes first.
        tell("2026-07", 3);
        var afterwards = needs();
        tell("2026-07", 2, "I.2", "II.1");
        var late = needs();
        tell("2026-07", 4, "I.2", "II.1");

        // Then
        assertThat(afterwards).containsExactlyInAnyOrder("I.2 2027 WITHDRAWN", "II.3 2027 OPEN");
        assertThat(late).isEqualTo(afterwards);
        assertThat(needs()).containsExactlyInAnyOrder("I.2 2027 PROPOSED", "II.1 2027 PROPOSED", "II.3 2027 OPEN");
    }

    private void confirm(String criterion) {
        var found = list().as(Json.class).<Map<String, Object>>getList("items").stream()
                .filter(each -> each.get("reasons").equals(List.of(criterion)))
                .findFirst()
                .orElseThrow();
        Api.as(Callers.token(City.DISTRICT, "training-manager"))
                .header("Idempotency-Key", Api.key())
                .header("If-Match", String.valueOf(found.get("etag")))
                .post(PATH + "/" + found.get("id") + "/actions/approve")
                .then()
                .statusCode(200)
                .body(at("state", equalTo("OPEN")));
    }

    private io.restassured.response.Response list() {
        return Callers.city().get(PATH + "?officerId=" + officer);
    }

    private List<String> needs() {
        return list().as(Json.class).<Map<String, Object>>getList("items").stream()
                .map(each ->
                        ((List<?>) each.get("reasons")).getFirst() + " " + each.get("year") + " " + each.get("state"))
                .toList();
    }

    private void tell(String period, int revision, String... criteria) throws IOException {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("evaluationId", UUID.randomUUID());
        data.put("officerId", officer);
        data.put("unitId", UUID.randomUUID());
        data.put("period", period);
        data.put("revision", revision);
        data.put("criteria", List.of(criteria));
        data.put("ruleSet", Map.of("code", "VN-CC-2026", "version", 1));
        data.put("rules", "WEAK-CRITERIA v1");
        var subject = UUID.nameUUIDFromBytes((officer + period).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var event = Events.envelope("evaluation.weakness", "found", "weaknesses", subject, revision, data);
        assertThat(JsonSchemas.of(Files.readString(SCHEMA))
                        .validate(Events.parse(event).path("data").toString(), InputFormat.JSON))
                .isEmpty();
        Events.send("evaluation.weakness", officer.toString(), event);
        var id = UUID.fromString(Events.parse(event).path("id").asText());
        await("event is taken")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", id) == 1);
    }
}
