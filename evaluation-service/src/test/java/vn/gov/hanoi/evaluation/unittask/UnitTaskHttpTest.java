package vn.gov.hanoi.evaluation.unittask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Tasks and results of units of one department and the units below it. */
@QuarkusTest
@WithStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitTaskHttpTest {
    private static final String COLUMNS = "externalKey,unitCode,documentNumber,title,assignedOn,dueOn,weight\n";

    private Units.Unit agency;
    private Units.Unit unit;
    private String keeper;
    private String ownKeeper;
    private String chief;
    private String head;

    /** Once: the address of the service is known to tests, and not before them. */
    @BeforeEach
    void makeUnits() {
        if (keeper != null) {
            return;
        }
        agency = Units.department();
        unit = Units.unit("PUBLIC_UNIT", agency);
        var editor = Units.editor(agency);
        chief = Tasks.officer(agency, Delegations.head(editor, agency, "Lê Giám Đốc", "2020-01-01"));
        head = Tasks.officer(agency, Delegations.head(editor, unit, "Lê Trưởng", "2020-01-01"));
        keeper = Tasks.keeper(agency);
        ownKeeper = Tasks.keeper(unit);
    }

    private static Json ok(Response response) {
        return response.then().statusCode(200).extract().as(Json.class);
    }

    private static void refused(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.as(Json.class).getString("code")).isEqualTo(code);
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Json task() {
        return Tasks.created(keeper, Tasks.request(unit));
    }

    @Test
    void shouldFollowATaskFromItsAssignmentToACorrectedOutcome() {
        // Given
        var task = task();

        // When
        task = ok(Tasks.act(ownKeeper, task, "/actions/submit", Tasks.report("2026-07-22")));
        task = ok(Tasks.act(chief, task, "/actions/resolve", Tasks.done("2026-07-22", "MET", true)));
        var late = task.getString("state");
        var content = Tasks.request(unit);
        content.remove("unitId");
        content.put("weight", 2.5);
        content.put("outcome", Tasks.done("2026-07-20", "MET", false).get("data"));
        task = ok(Tasks.act(
                chief,
                task,
                "/actions/correct",
                Map.of("reason", Officers.REASON, "decision", Officers.DECISION, "data", content)));

        // Then
        assertThat(late).isEqualTo("DONE_LATE");
        assertThat(task.getString("state")).isEqualTo("DONE_ON_TIME");
        assertThat(task.<Map<String, Object>>getList("history"))
                .extracting(entry -> entry.get("act"))
                .containsExactly("ASSIGN", "SUBMIT", "RESOLVE", "CORRECT");
        assertThat(Database.count(
                        "select count(*) from unit_tasks where id = ? and state = 'DONE_ON_TIME'",
                        UUID.fromString(task.getString("id"))))
                .isEqualTo(1);
        refused(Tasks.act(keeper, task, "/actions/cancel", Tasks.cancelling()), 409, "unit-task.finished");
        refused(
                Tasks.act(chief, task(), "/actions/resolve", Tasks.done("2026-06-30", "MET", false)),
                422,
                "date.out-of-range");
    }

    @Test
    void shouldCountAnExtensionAndKeepTheDaysBefore() {
        // When
        var task = ok(Tasks.act(keeper, task(), "/extensions", Tasks.extension("2026-08-05")));
        var resolved = ok(Tasks.act(chief, task, "/actions/resolve", Tasks.done("2026-08-05", "NOT_MET", false)));

        // Then
        assertThat(resolved.getString("state")).isEqualTo("DONE_ON_TIME");
        assertThat(resolved.getString("history[0].note.dueOn")).isEqualTo("2026-07-20");
        assertThat(resolved.getString("history[1].note.dueOn")).isEqualTo("2026-08-05");
        refused(
                Tasks.act(keeper, task(), "/extensions", Tasks.extension("2026-07-20")),
                422,
                "unit-task.due-not-later");
    }

    @Test
    void shouldLetNobodyActForTheOwnUnit() {
        var task = task();
        refused(Tasks.post(ownKeeper, Tasks.request(unit)), 403, "unit-task.own-unit");
        refused(Tasks.act(ownKeeper, task, "/extensions", Tasks.extension("2026-08-05")), 403, "unit-task.own-unit");
        refused(Tasks.act(ownKeeper, task, "/actions/cancel", Tasks.cancelling()), 403, "unit-task.own-unit");
        var outcome = Tasks.done("2026-07-10", "MET", true);
        refused(Tasks.act(head, task, "/actions/resolve", outcome), 403, "authority.own-act");
        refused(Tasks.act(keeper, task, "/actions/resolve", outcome), 403, "authority.missing");
        refused(
                Tasks.act(Tasks.keeper(Units.department()), task, "/actions/submit", Tasks.report("2026-07-10")),
                404,
                "resource.not-found");
    }

    @Test
    void shouldOfferWhatWillSucceed() {
        // Given
        var task = task();
        Map<String, Object> bodies = Map.of(
                "extend", Tasks.extension("2026-08-05"),
                "submit", Tasks.report("2026-07-10"),
                "resolve", Tasks.done("2026-07-10", "MET", false),
                "cancel", Tasks.cancelling());

        for (var token : List.of(keeper, ownKeeper, chief, head)) {
            // When
            var actions = Api.as(token)
                    .get(Tasks.PATH + "/" + task.getString("id"))
                    .as(Json.class)
                    .<Map<String, Object>>getList("_actions");

            // Then
            for (var action : actions) {
                if (bodies.containsKey(action.get("name"))) {
                    var tried = Api.as(token)
                            .header("If-Match", task.getString("etag"))
                            .body(bodies.get(action.get("name")))
                            .post(action.get("href") + "?validateOnly=true");
                    assertThat(tried.statusCode() == 200)
                            .as(action + tried.asString())
                            .isEqualTo(action.get("enabled"));
                }
            }
        }
    }

    @Test
    void shouldTakeADeliveryTwiceWithoutAnEffect() {
        // Given
        var key = Tasks.key();
        var rows = COLUMNS + key + "," + unit.code() + ",215/KH-UBND,Rà soát,2026-05-01,2026-05-20,1.5\n" + Tasks.key()
                + "," + unit.code() + ",216/KH-UBND,Báo cáo,2026-05-01,2026-05-20,\n";
        Files.importing(keeper, "UNIT_TASKS", "PARTIAL", rows)
                .hasState("SUCCEEDED")
                .counts(2, 0, 0);
        var id = Database.query("select id from unit_tasks where external_key = ?", key)
                .getFirst()
                .get("id");
        var task = ok(Api.as(keeper).get(Tasks.PATH + "/" + id));
        ok(Tasks.act(chief, task, "/actions/resolve", Tasks.done("2026-05-19", "MET", true)));
        var before = Database.count("select count(*) from unit_task_entries");

        // When
        var again = Files.importing(keeper, "UNIT_TASKS", "ATOMIC", rows);
        var wrong = Files.importing(
                keeper,
                "UNIT_TASKS",
                "PARTIAL",
                COLUMNS + key + "," + unit.code() + ",215/KH-UBND,Việc khác,2026-05-01,2026-05-20,1\n" + "x,"
                        + unit.code() + ",1/KH,Việc,2026-05-20,2026-05-01,0\n" + Tasks.key() + "," + agency.code()
                        + ",1/KH,Việc,2026-05-01,2026-05-20,1\n" + Tasks.key()
                        + ",H26.NONE,1/KH,Việc,2026-05-01,2026-05-20,1\n"
                        + Tasks.key() + "," + unit.code() + ",1/KH,Việc,2010-05-01,2026-05-20,1\n");

        // Then
        again.hasState("SUCCEEDED").counts(0, 2, 0);
        assertThat(Database.count("select count(*) from unit_task_entries")).isEqualTo(before);
        assertThat(wrong.errors())
                .containsExactlyInAnyOrder(
                        "1 A2 import.code-exists-differs",
                        "2 A3 unit-task.key-malformed",
                        "2 G3 unit-task.weight-out-of-range",
                        "3 B4 unit-task.own-unit",
                        "4 B5 import.unit-code-unknown",
                        "5 B6 unit-task.unit-not-in-force");
        refused(Files.upload(Units.editor(agency), "UNIT_TASKS", "PARTIAL", rows), 403, "auth.role-missing");
        refused(Files.upload(keeper, "UNITS", "PARTIAL", "code\n"), 403, "auth.role-missing");
    }

    @Test
    void shouldDecideALevelOnceAndAgainByARevision() {
        // Given
        var rated = Units.unit("PUBLIC_UNIT", agency);
        var request = Tasks.request(rated);
        var task = Tasks.created(keeper, request);
        ok(Tasks.act(chief, task, "/actions/resolve", Tasks.done("2026-07-10", "MET", true)));
        Tasks.created(keeper, request);
        var result = Tasks.opened(keeper, rated, "2026-07");
        assertThat(Tasks.open(keeper, rated, "2026-07").statusCode()).isEqualTo(200);
        refused(Tasks.decide(chief, result, "correct", "B"), 409, "unit-result.not-decided");
        refused(Tasks.decide(keeper, result, "decide", "B"), 403, "authority.missing");

        // When
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 2)
                    .mapToObj(i -> people.submit(() -> Tasks.decide(chief, result, "decide", i == 0 ? "B" : "C")
                            .statusCode()))
                    .toList();
            assertThat(answers.stream().map(UnitTaskHttpTest::get).toList()).containsExactlyInAnyOrder(200, 412);
        }

        // Then
        var decided = ok(Api.as(keeper).get(Tasks.RESULTS + "/" + result.getString("id")));
        assertThat(decided.getString("suggestion")).isNull();
        assertThat(decided.getInt("decided.counts.assigned.number")).isEqualTo(2);
        assertThat(decided.getInt("decided.counts.notDone.number")).isEqualTo(1);
        assertThat(decided.getBoolean("changedSince")).isFalse();
        refused(Tasks.decide(chief, decided, "decide", "A"), 409, "unit-result.decided");
        var corrected = ok(Tasks.decide(chief, decided, "correct", "A"));
        assertThat(corrected.getInt("revision")).isEqualTo(2);
        assertThat(corrected.getString("supersedes")).isEqualTo(decided.getString("id"));
        var old = ok(Api.as(keeper).get(Tasks.RESULTS + "/" + decided.getString("id")));
        refused(Tasks.decide(chief, old, "correct", "A"), 409, "unit-result.superseded");
        tellsBothRevisions(rated, decided, corrected);
    }

    private static void tellsBothRevisions(Units.Unit rated, Json first, Json second) {
        await("events of " + rated.id())
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "select count(*) from event_log where aggregate_id in (?, ?)",
                                UUID.fromString(first.getString("id")),
                                UUID.fromString(second.getString("id")))
                        == 3);
        var events = Events.read("evaluation.unit-result", rated.id().toString());
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactlyInAnyOrder(
                        "vn.gov.hanoi.evaluation.unit-result.decided.v1",
                        "vn.gov.hanoi.evaluation.unit-result.superseded.v1",
                        "vn.gov.hanoi.evaluation.unit-result.decided.v1");
        for (var event : events) {
            var fact = event.path("type").asText().replace("vn.gov.hanoi.", "");
            var schema = schema(fact);
            assertThat(errors(schema, event.path("data"))).isEmpty();
            event.path("data").properties().forEach(member -> {
                ObjectNode without = event.path("data").deepCopy();
                without.remove(member.getKey());
                assertThat(errors(schema, without)).as(member.getKey()).isNotEmpty();
            });
        }
        assertThat(events.toString()).doesNotContain("Lê Giám Đốc", "officer-");
    }

    private static String schema(String fact) {
        try {
            return java.nio.file.Files.readString(Path.of("src/main/resources/schemas/" + fact + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> errors(String schema, JsonNode data) {
        return JsonSchemas.of(schema).validate(data.toString(), InputFormat.JSON);
    }

    @Test
    void shouldOpenOnlyPeriodsAndUnitsThatAreRated() {
        refused(Tasks.open(keeper, unit, "2026-H1"), 422, "unit-result.period-not-rated");
        refused(Tasks.open(keeper, Units.unit("DIVISION", agency), "2026-06"), 422, "unit-result.unit-not-rated");
        refused(
                Tasks.decide(chief, Tasks.opened(keeper, unit, "2099"), "decide", "A"),
                409,
                "unit-result.period-running");
    }

    @Test
    void shouldRefuseTasksThatCannotBe() {
        var early = Tasks.request(unit);
        early.put("dueOn", "2026-06-30");
        refused(Tasks.post(keeper, early), 422, "unit-task.due-before-assigned");
        var keyed = Tasks.request(unit);
        keyed.put("externalKey", Tasks.key());
        Tasks.created(keeper, keyed);
        refused(Tasks.post(keeper, keyed), 409, "unit-task.key-exists");
        keyed.put("externalKey", "x");
        refused(Tasks.post(keeper, keyed), 422, "unit-task.key-malformed");
        refused(
                Tasks.act(
                        chief,
                        task(),
                        "/actions/resolve",
                        Map.of("data", Map.of("outcome", "DONE", "exceeded", false))),
                422,
                "unit-task.outcome-contradictory");
        var gone = ok(Tasks.act(keeper, task(), "/actions/cancel", Tasks.cancelling()));
        refused(Tasks.act(ownKeeper, gone, "/actions/submit", Tasks.report("2026-07-10")), 409, "unit-task.cancelled");
        var old = Tasks.request(unit);
        old.put("assignedOn", "2010-01-01");
        refused(Tasks.post(keeper, old), 422, "unit-task.unit-not-in-force");
    }

    @Test
    void shouldListByPeriodAndStateInPages() {
        // Given
        var listed = Units.unit("PUBLIC_UNIT", agency);
        Tasks.created(keeper, Tasks.request(listed));
        Tasks.created(keeper, Tasks.request(listed));

        // When
        var page = ok(Api.as(keeper)
                .queryParams("unitId", listed.id(), "period", "2026-Q3", "state", "ASSIGNED", "limit", 1, "count", true)
                .get(Tasks.PATH));
        var other = ok(Api.as(keeper)
                .queryParams("unitId", listed.id(), "period", "2026-08")
                .get(Tasks.PATH));

        // Then
        assertThat(page.getInt("page.count")).isEqualTo(2);
        assertThat(page.getString("page.next")).isNotNull();
        assertThat(other.<Object>getList("items")).isEmpty();
    }
}
