package vn.gov.hanoi.training.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;

/** What months told before and after a class becomes means of groups, for those above the learners only. */
@QuarkusTest
@WithStack
class EffectHttpTest {
    private static final String PATH = "/training/v1/training-effects";
    private static final String COURSE = "HIEU-QUA";
    private static final Path SCHEMA =
            Path.of("../evaluation-service/src/main/resources/schemas/evaluation.criterion.measured.v1.json");

    private static Json read(City.Told unit) {
        return Callers.of(unit, "training-reader")
                .queryParam("courseCode", COURSE)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    @Test
    void shouldCompareTheSamePeopleAndShowOnlyGroups() throws IOException {
        // Given: nine people in I.1, four of them in II.2 too; the class is held in May
        var delivery = new Delivery(City.DEPARTMENT).teaching(COURSE);
        var people = new ArrayList<UUID>();
        for (int i = 0; i < 10; i++) {
            people.add(officer(delivery.enrolment(i == 9 ? "ABSENT" : "PASSED", "HQ" + UUID.randomUUID())));
        }
        for (int i = 0; i < people.size(); i++) {
            tell(people.get(i), "2026-03", 1, "I.1", "2.0");
            tell(people.get(i), "2026-05", 1, "I.1", "5.0");
            if (i < 4) {
                tell(people.get(i), "2026-07", 1, "I.1", "4.0", "II.2", "3.0");
                tell(people.get(i), "2026-04", 1, "I.1", "2.0", "II.2", "1.0");
            } else {
                tell(people.get(i), "2026-07", 1, "I.1", "3.0");
            }
        }
        tell(people.get(4), "2026-07", 3, "I.1", "1.0");
        tell(people.get(4), "2026-07", 2, "I.1", "5.0");
        tell(people.get(4), "2026-07", 3, "I.1", "5.0");

        // When
        var answer = read(City.DISTRICT);

        // Then: II.2 is small, and I.1 would give it away
        assertThat(answer.<String>getList("courses[0].criteria.criterion")).containsExactly("I.1", "II.2");
        assertThat(answer.<Object>getList("courses[0].criteria.figures")).containsOnlyNulls();
        assertThat(answer.getInt("courses[0].all.people")).isEqualTo(9);

        // Given: a correction took II.2 away from everybody
        for (int i = 0; i < 4; i++) {
            tell(people.get(i), "2026-07", 2, "I.1", "4.0");
        }

        // Then
        var after = read(City.WARD);
        assertThat(after.<Object>getList("courses[0].criteria.criterion")).containsExactly("I.1");
        var figures = after.<String, Object>getMap("courses[0].criteria[0].figures");
        assertThat(figures).isEqualTo(after.<String, Object>getMap("courses[0].all"));
        assertThat(figures.get("people")).isEqualTo(9);
        assertThat(String.valueOf(figures.get("meanBefore"))).startsWith("40");
        assertThat(String.valueOf(figures.get("meanAfter"))).startsWith("64.444");
        assertThat(String.valueOf(figures.get("improvedPercent"))).startsWith("88.888");
        assertThat(after.getString("rules")).isEqualTo("VN-EFFECT v1");
        assertThat(after.<String>getList("notes.code"))
                .containsExactly("NO_COMPARISON_GROUP", "CHOSEN_WHEN_WEAK", "ONLY_MEASURED");
        var text = after.getMap("").toString();
        for (var person : people) {
            assertThat(text).doesNotContain(person.toString());
        }
        for (var unit : List.of(City.OTHER_DISTRICT, City.STRANGER)) {
            assertThat(read(unit).getList("courses")).as(unit.code()).isEmpty();
        }
        files();
    }

    private static void files() {
        var csv = Callers.city()
                .accept("text/csv")
                .queryParam("courseCode", COURSE)
                .get(PATH);
        assertThat(csv.header("Content-Disposition")).contains("training-effects.csv");
        assertThat(csv.asString().lines())
                .contains("HIEU-QUA,VN-CC-2026,STAFF,I.1,9,40.0000,64.4444,88.8889,24.4444,0")
                .anyMatch(line -> line.contains("Không có nhóm đối chứng"));
        Callers.city()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRefuseCodesThatAreNoneAndWhoHasNoRole() {
        City.known();
        Callers.city()
                .queryParam("courseCode", "a b")
                .get(PATH)
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")));
        Callers.city().queryParam("year", "2026").get(PATH).then().statusCode(400);
        Callers.withRole("evaluation-reader").get(PATH).then().statusCode(403);
    }

    private static UUID officer(UUID enrolment) {
        return UUID.fromString(
                String.valueOf(Database.query("select officer_id as id from enrolments where id = ?", enrolment)
                        .getFirst()
                        .get("id")));
    }

    /** @param criteria code and points of five, by turns */
    private static void tell(UUID officer, String period, int revision, String... criteria) throws IOException {
        var measured = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < criteria.length; i += 2) {
            measured.add(
                    Map.of("code", criteria[i], "points", new java.math.BigDecimal(criteria[i + 1]), "maximum", 5));
        }
        var data = new HashMap<String, Object>();
        data.put("evaluationId", UUID.randomUUID());
        data.put("officerId", officer);
        data.put("unitId", City.WARD.id());
        data.put("period", period);
        data.put("revision", revision);
        data.put("form", "STAFF");
        data.put("criteria", measured);
        data.put("ruleSet", Map.of("code", "VN-CC-2026", "version", 1));
        data.put("rules", "WEAK-CRITERIA v2");
        var subject = UUID.nameUUIDFromBytes((officer + period).getBytes(StandardCharsets.UTF_8));
        var event = Events.envelope("evaluation.criterion", "measured", "criteria", subject, revision, data);
        assertThat(JsonSchemas.of(Files.readString(SCHEMA))
                        .validate(Events.parse(event).path("data").toString(), InputFormat.JSON))
                .isEmpty();
        Events.send("evaluation.criterion", officer.toString(), event);
        var id = UUID.fromString(Events.parse(event).path("id").asText());
        await("event is taken")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", id) == 1);
    }
}
