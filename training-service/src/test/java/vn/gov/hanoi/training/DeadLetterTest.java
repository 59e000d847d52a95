package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** An event that cannot be applied stops nobody and waits for an operator. */
@QuarkusTest
@WithStack
class DeadLetterTest {
    private static final String TOPIC = "directory.unit";
    private static final String LETTERS = "/training/v1/ops/dead-letters";
    private static final Duration SOON = Duration.ofSeconds(20);

    private UUID unit;

    @BeforeEach
    void inventAUnit() {
        City.known();
        unit = UUID.randomUUID();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json at all",
                "[]",
                "{\"specversion\":\"1.0\",\"id\":\"no uuid\",\"sequence\":\"1\",\"data\":{}}",
                "{\"specversion\":\"0.3\",\"data\":{}}"
            })
    void shouldSetAPoisonEventAsideAndGoOnWithTheNext(String poison) {
        // Given
        Events.send(TOPIC, unit.toString(), poison.getBytes(StandardCharsets.UTF_8));

        // When
        tell(2);

        // Then
        City.awaitCopy(unit, 2);
        var letter = letter();
        assertThat(letter).containsEntry("state", "OPEN").containsEntry("topic", TOPIC);
        assertThat(String.valueOf(letter.get("error"))).isNotBlank().doesNotContain("H26.X");
        assertThat((byte[]) letter.get("record_value")).isEqualTo(poison.getBytes(StandardCharsets.UTF_8));
    }

    /** The next is told after it: of two states in one group only the newer is looked at. */
    @Test
    void shouldSetAStateAsideThatLacksWhatIsNeededAndGoOnWithTheNext() {
        // Given
        var poison = """
                {"specversion":"1.0","id":"0197c363-ff40-7a11-8c02-5b1d0e77a9c4","sequence":"1","data":{"code":"H26.X"}}""";

        // When
        Events.send(TOPIC, unit.toString(), poison.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(String.valueOf(letter().get("error"))).isNotBlank().doesNotContain("H26.X");
        tell(2);
        City.awaitCopy(unit, 2);
    }

    @Test
    void shouldListOpenLettersWithoutTheirContent() {
        // Given
        var id = poison();

        // When
        var listed = Callers.operator().get(LETTERS);

        // Then
        listed.then().statusCode(200);
        assertThat(listed.as(Json.class).getList("items.id")).contains(id);
        assertThat(listed.asString()).doesNotContain("Bí mật");
    }

    @Test
    void shouldRefuseAReplayWhileTheCauseRemains() {
        // Given
        var id = poison();

        // When
        var refused = end(id, "replay", "Thử lại");

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("dead-letter.still-failing")));
        assertThat(letter()).containsEntry("state", "OPEN");
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void shouldReplayOnceTheCauseIsRemovedAndAuditTheReason() {
        // Given
        Database.execute("alter table units add constraint ck_obstacle check (id <> '" + unit + "')");
        tell(3);
        var id = String.valueOf(letter().get("id"));
        Database.execute("alter table units drop constraint ck_obstacle");

        // When
        var replayed = end(id, "replay", "Đã sửa nguồn");
        var again = end(id, "replay", "Một lần nữa");

        // Then
        replayed.then().statusCode(200).body(at("state", equalTo("REPLAYED")));
        again.then().statusCode(404);
        assertThat(Database.count("select sequence from units where id = ?", unit))
                .isEqualTo(3);
        assertThat(audited(id)).containsExactly("dead-letter.replay person-hai.vu Đã sửa nguồn");
        assertThat(Callers.operator().get(LETTERS).as(Json.class).getList("items.id"))
                .doesNotContain(id);
    }

    @Test
    void shouldDiscardWithAReasonOnly() {
        // Given
        var id = poison();

        // When
        var blank = end(id, "discard", "  ");
        var none = TestPlan.post(Callers.operator(), LETTERS + "/" + id + "/actions/discard", Map.of());
        var discarded = end(id, "discard", "Thư rác");

        // Then
        for (var refused : List.of(blank, none)) {
            refused.then().statusCode(400).body(at("errors[0].pointer", equalTo("/reason")));
        }
        discarded.then().statusCode(200).body(at("state", equalTo("DISCARDED")));
        assertThat(Database.count("select count(*) from units where id = ?", unit))
                .isZero();
        assertThat(audited(id)).containsExactly("dead-letter.discard person-hai.vu Thư rác");
    }

    /** Id of the letter that a broken event of the unit became. */
    private String poison() {
        Events.send(
                TOPIC,
                unit.toString(),
                "{\"specversion\":\"1.0\",\"secret\":\"Bí mật\"}".getBytes(StandardCharsets.UTF_8));
        return String.valueOf(letter().get("id"));
    }

    private Map<String, @Nullable Object> letter() {
        await("dead letter of " + unit)
                .atMost(SOON)
                .until(() ->
                        Database.count("select count(*) from dead_letters where record_key = ?", unit.toString()) == 1);
        return Database.query("select * from dead_letters where record_key = ?", unit.toString())
                .getFirst();
    }

    private void tell(long sequence) {
        Events.send(TOPIC, unit.toString(), Events.envelope(TOPIC, "units", unit, sequence, data()));
    }

    private Map<String, Object> data() {
        return Map.of(
                "id",
                unit,
                "code",
                "H26.L" + unit.toString().substring(0, 8),
                "name",
                "Đơn vị",
                "type",
                "DIVISION",
                "parentId",
                City.DEPARTMENT.id(),
                "validFrom",
                "2018-01-01");
    }

    private static Response end(String id, String action, String reason) {
        return TestPlan.post(Callers.operator(), LETTERS + "/" + id + "/actions/" + action, Map.of("reason", reason));
    }

    private static List<String> audited(String id) {
        return Database.query(
                        "select action, subject, details ->> 'reason' as reason from audit_entries where resource_id = ? order by at",
                        UUID.fromString(id))
                .stream()
                .map(row -> row.get("action") + " " + row.get("subject") + " " + row.get("reason"))
                .toList();
    }
}
