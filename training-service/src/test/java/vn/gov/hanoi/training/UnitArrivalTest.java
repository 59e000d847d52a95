package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Units are known by events only: before one arrives, after it, told twice or too late, and after the unit has ended. */
@QuarkusTest
@WithStack
class UnitArrivalTest {
    private static final String TOPIC = "directory.unit";

    private TestPlan plan;
    private UUID id;
    private String code;

    @BeforeEach
    void inventAUnit() {
        plan = TestPlan.roomy();
        id = UUID.randomUUID();
        code = "H26.T" + id.toString().substring(0, 8);
    }

    @Test
    void shouldRefuseAUnitUntilItsEventArrives() {
        // Given
        var request = plan.newClass("C-1", 1, 1);
        request.put("unitId", id);
        var key = Api.key();

        // When
        var before = Callers.city().header("Idempotency-Key", key).body(request).post(TestPlan.CLASSES);
        tell("Trung tâm Mới lập", 1);
        City.awaitCopy(id, 1);
        var after = Callers.city().header("Idempotency-Key", key).body(request).post(TestPlan.CLASSES);

        // Then
        before.then()
                .statusCode(422)
                .body(at("code", equalTo("training.unit-unknown")))
                .body(at("errors[0].pointer", equalTo("/unitId")))
                .body(at("args.unit", equalTo(id.toString())));
        after.then()
                .statusCode(201)
                .body(at("unit.code", equalTo(code)))
                .body(at("unit.name", equalTo("Trung tâm Mới lập")));
    }

    @Test
    void shouldKeepTheNewestWhateverOrderTheEventsComeIn() throws IOException {
        // When
        send(event("Thứ ba", 3));
        send(event("Thứ nhất", 1));
        var last = event("Thứ hai", 2);
        send(last);

        // Then
        awaitTaken(last);
        assertThat(name()).isEqualTo("Thứ ba");
        assertThat(openLetters()).isZero();
    }

    @Test
    void shouldTakeARepeatedEventAsKnown() throws IOException {
        // Given
        var event = event("Một lần", 5);
        var contradiction = new String(event, StandardCharsets.UTF_8)
                .replace("Một lần", "Hai lần")
                .replace("0000000005", "0000000009");

        // When
        send(event);
        send(event);
        send(contradiction.getBytes(StandardCharsets.UTF_8));
        var last = event("Quá muộn", 4);
        send(last);

        // Then
        awaitTaken(last);
        assertThat(name()).isEqualTo("Một lần");
        assertThat(Database.count("select sequence from units where id = ?", id))
                .isEqualTo(5);
    }

    @Test
    void shouldForgetAUnitThatTheDirectoryErased() {
        // Given
        tell("Nhầm lẫn", 1);
        City.awaitCopy(id, 1);

        // When
        Events.send(TOPIC, id.toString(), null);

        // Then
        await("unit is erased")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from units where id = ?", id) == 0);
    }

    @Test
    void shouldOpenClassesUntilTheDayBeforeTheUnitEnds() {
        // Given
        var lastDay = plan.year() + "-05-11";
        Events.directoryUnit(id, code, "Trung tâm Giải thể", "PUBLIC_UNIT", City.CITY.id(), "2018-01-01", lastDay, 1);
        City.awaitCopy(id, 1);
        var onTheDay = plan.newClass("C-1", 1, 1);
        onTheDay.put("unitId", id);
        var dayBefore = plan.newClass("C-1", 1, 1);
        dayBefore.put("unitId", id);
        dayBefore.put("startsOn", plan.year() + "-05-10");

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.CLASSES, onTheDay);
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, dayBefore);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.unit-not-in-force")))
                .body(at("args.day", equalTo(lastDay)));
        opened.then().statusCode(201);
    }

    @Test
    void shouldKeepTheUnitsNameAsItWasOnTheFirstDay() {
        // Given
        tell("Tên cũ", 1);
        City.awaitCopy(id, 1);
        var request = plan.newClass("C-1", 1, 1);
        request.put("unitId", id);
        String opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, request)
                .then()
                .extract()
                .path("id");
        tell("Tên mới", 2);
        City.awaitCopy(id, 2);

        // When
        var read = Callers.city().get(TestPlan.CLASSES + "/" + opened);

        // Then
        read.then().statusCode(200).body(at("unit.name", equalTo("Tên cũ")));
    }

    @Test
    void shouldShowOperatorsWhatTheCopyHolds() {
        // Given
        tell("Trung tâm Xem", 7);
        City.awaitCopy(id, 7);

        // When
        var unit = Callers.operator().get("/training/v1/ops/directory-copy/units/" + id);
        var summary = Callers.operator().get("/training/v1/ops/directory-copy");

        // Then
        unit.then().statusCode(200).body(at("name", equalTo("Trung tâm Xem"))).body(at("sequence", equalTo(7)));
        assertThat(summary.as(Json.class).getLong("units")).isGreaterThan(5);
    }

    private void tell(String name, long sequence) {
        Events.directoryUnit(id, code, name, "PUBLIC_UNIT", City.CITY.id(), sequence);
    }

    private byte[] event(String name, long sequence) {
        var data = Map.of(
                "id",
                id,
                "code",
                code,
                "name",
                name,
                "type",
                "PUBLIC_UNIT",
                "parentId",
                City.CITY.id(),
                "validFrom",
                "2018-01-01");
        return Events.envelope(TOPIC, "units", id, sequence, data);
    }

    private void send(byte[] event) {
        Events.send(TOPIC, id.toString(), event);
    }

    /** One key is one partition, so every event told before this one is dealt with too. */
    private static void awaitTaken(byte[] event) throws IOException {
        var eventId =
                UUID.fromString(new ObjectMapper().readTree(event).path("id").asText());
        await("event is dealt with")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", eventId) == 1);
    }

    private Object name() {
        return java.util.Objects.requireNonNull(Database.query("select name from units where id = ?", id)
                .getFirst()
                .get("name"));
    }

    private long openLetters() {
        return Database.count("select count(*) from dead_letters where record_key = ?", id.toString());
    }
}
