package vn.gov.hanoi.evaluation.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Two worlds that differ in an unannounced inspection alone are the same for everybody without the right. */
@QuarkusTest
@WithStack
class SecretInspectionTest {
    private Evaluations.Agency agency;
    private Inspections.Team team;
    private Json announced;

    @BeforeEach
    void makeAWorldWithAnAnnouncedInspection() {
        agency = Evaluations.agency(1);
        team = Inspections.team();
        announced = Inspections.drafted(team, agency.department(), true);
        Inspections.done(Inspections.act(team.lead(), Inspections.PATH, announced, "ready", null));
    }

    /** Everybody who may ask for inspections, and is not meant to know of this one. */
    private Map<String, String> strangers() {
        var department = agency.department();
        var everything = new String[] {
            "inspection-reader",
            "evaluation-participant",
            "evaluation-keeper",
            "evaluation-reader",
            "directory-reader",
            "task-keeper",
            "auditor",
            "operator"
        };
        var editor = Units.editor(department);
        var relative = Officers.officer(editor, agency.division(), "Trịnh Kiêm Nhiệm");
        var viewers = new LinkedHashMap<String, String>();
        viewers.put("the head of the unit", Inspections.officer(agency.head(), department, everything));
        viewers.put("the head of the division", Inspections.officer(agency.manager(), department, everything));
        viewers.put("a reader of the unit", Evaluations.token("reader", department, everything));
        viewers.put(
                "a reader of the City",
                Tokens.user("city").unit(Units.CITY).roles(everything).token());
        viewers.put(
                "an inspector of the City who is not in the team",
                Inspections.officer(
                        Officers.officer(Units.editor(team.home()), team.home(), "Hồ Thanh Tra"),
                        Units.city(),
                        "inspector"));
        viewers.put(
                "who leads inspections and has a post in the unit",
                Tokens.user("kin")
                        .unit(Units.CITY)
                        .officer(relative.getString("officerCode"))
                        .roles("inspection-lead", "inspector")
                        .token());
        viewers.put(
                "who leads inspections of other units",
                Tokens.user("other")
                        .unit(team.home().code())
                        .roles("inspection-lead")
                        .token());
        viewers.put(
                "a member without the role of an inspector",
                Inspections.officer(team.head(), Units.city(), "inspection-reader", "evaluation-participant"));
        return viewers;
    }

    /** All that a viewer can read that might tell, as text without what differs from call to call. */
    private String world(String token) {
        var unit = agency.department().id();
        var told = new StringBuilder();
        for (var path : List.of(
                Inspections.PATH + "?count=true",
                Inspections.PATH + "?count=true&limit=1",
                Inspections.PATH + "?count=true&kind=UNANNOUNCED",
                Inspections.PATH + "?count=true&state=DRAFT&state=READY&state=CANCELLED",
                Inspections.PATH + "?count=true&unitId=" + unit + "&unitScope=SUBTREE",
                Inspections.PATH + "/" + announced.getString("id"),
                Inspections.FINDINGS + "?count=true&unitId=" + unit,
                Inspections.PLANS + "?count=true",
                Inspections.CHECKLISTS + "?count=true&limit=1",
                Inspections.REPORT + "?from=2024-01&to=2099-12",
                Units.PATH + "?count=true&unitId=" + unit + "&unitScope=SUBTREE",
                Units.PATH + "/" + unit,
                Officers.PATH + "?count=true&unitId=" + team.home().id(),
                Evaluations.PATH + "?count=true&unitId=" + unit,
                "/evaluation/v1/unit-tasks?count=true&unitId=" + unit,
                "/evaluation/v1/objections?count=true")) {
            told.append(path).append(' ').append(told(Api.as(token).get(path))).append('\n');
        }
        return told.toString();
    }

    /** Status, tag and body; ids of calls and cursors differ anyway. */
    private static String told(Response answer) {
        return answer.statusCode() + " " + answer.header("ETag") + " "
                + answer.asString()
                        .replaceAll("\"traceId\":\"[^\"]*\"", "")
                        .replaceAll("\"next\":\"[^\"]*\"", "\"next\":\"...\"");
    }

    @Test
    void C15_shouldBeTheSameWorldForEverybodyWithoutTheRight() {
        // Given
        var viewers = strangers();
        var before = new LinkedHashMap<String, String>();
        viewers.forEach((name, token) -> before.put(name, world(token)));
        var kept = footprint();

        // When
        var secret = Inspections.drafted(team, agency.department(), false);
        var ready = Inspections.done(Inspections.act(team.lead(), Inspections.PATH, secret, "ready", null));
        var after = new LinkedHashMap<String, String>();
        viewers.forEach((name, token) -> after.put(name, world(token)));

        // Then
        before.forEach((name, world) -> assertThat(after.get(name)).as(name).isEqualTo(world));
        assertThat(footprint()).isEqualTo(kept);
        viewers.forEach((name, token) -> sameAsNone(name, token, ready));
        for (var token : List.of(team.lead(), team.chief(), team.inspector())) {
            assertThat(Inspections.read(token, Inspections.PATH, secret).getString("state"))
                    .isEqualTo("READY");
        }
        assertThat(UUID.fromString(secret.getString("id")).version()).isEqualTo(4);
    }

    /** What others could count in the audit and among events. */
    private Map<String, Long> footprint() {
        return Map.of(
                "audit",
                Database.count("select count(*) from audit_entries where resource <> 'units'"),
                "events",
                Database.count("select count(*) from event_sequences"));
    }

    /** Each question and act about it is answered as that about an id that nobody ever made. */
    private void sameAsNone(String name, String token, Json secret) {
        List<Function<String, Response>> calls = List.of(
                id -> Api.as(token).get(Inspections.PATH + "/" + id),
                id -> act(token, id, "start", null),
                id -> act(token, id, "conclude", Inspections.conclusion("YES")),
                id -> act(token, id, "ready", null),
                id -> act(token, id, "cancel", Inspections.reason()),
                id -> act(token, id, "recuse", Inspections.reason()),
                id -> Inspections.post(
                        token,
                        Inspections.PATH + "/" + id + "/findings",
                        Inspections.finding("OTHER", agency.division(), "2026-07-15T02:00:00Z")),
                id -> Api.as(token).get(Inspections.FINDINGS + "?count=true&inspectionId=" + id));
        var none = UUID.randomUUID().toString();
        var id = secret.getString("id");
        for (var call : calls) {
            assertThat(told(call.apply(id)).replace(id, "ID"))
                    .as(name)
                    .isEqualTo(told(call.apply(none)).replace(none, "ID"));
        }
    }

    private static Response act(String token, String id, String verb, @org.jspecify.annotations.Nullable Object body) {
        return Inspections.act(token, Inspections.PATH + "/" + id + "/actions/" + verb, "\"2\"", body);
    }

    @Test
    void C15_shouldShowAPlanAsIfItHadNoUnannouncedLine() {
        // Given
        var line = Inspections.line(agency.department(), true);
        var plain = Inspections.planned(line);
        var withSecret = Inspections.planned(Inspections.line(agency.department(), false), line);

        // Then
        strangers()
                .forEach((name, token) ->
                        assertThat(plan(token, withSecret)).as(name).isEqualTo(plan(token, plain)));
        assertThat(Inspections.read(team.lead(), Inspections.PLANS, withSecret).<Object>getList("lines"))
                .hasSize(2);
    }

    private static String plan(String token, Json plan) {
        return told(Api.as(token).get(Inspections.PLANS + "/" + plan.getString("id")))
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    @Test
    void C15_shouldBeKnownWithAllThatWasDoneWhenItBeginsAndNeverIfItDoesNot() {
        // Given
        var plan = Inspections.planned(Inspections.line(agency.department(), false));
        var request = Inspections.request(team, agency.department(), false);
        request.put("planLineId", plan.getString("lines[0].id"));
        var secret = Inspections.created(Inspections.post(team.lead(), Inspections.PATH, request));
        var dropped = Inspections.drafted(team, agency.department(), false);
        Inspections.done(Inspections.act(team.lead(), Inspections.PATH, dropped, "cancel", Inspections.reason()));
        var head =
                Inspections.officer(agency.head(), agency.department(), "inspection-reader", "evaluation-participant");
        var linesBefore = Inspections.read(head, Inspections.PLANS, plan).<Object>getList("lines");

        // When
        Inspections.begun(team, secret);

        // Then
        assertThat(linesBefore).isEmpty();
        assertThat(Inspections.read(head, Inspections.PATH, secret).getString("state"))
                .isEqualTo("STARTED");
        assertThat(Inspections.read(head, Inspections.PLANS, plan).<Object>getList("lines"))
                .hasSize(1);
        assertThat(audited(secret)).containsExactly("inspection.create", "inspection.ready", "inspection.start");
        assertThat(audited(dropped)).isEmpty();
        Api.as(head)
                .get(Inspections.PATH + "/" + dropped.getString("id"))
                .then()
                .statusCode(404);
        assertThat(Inspections.read(team.lead(), Inspections.PATH, dropped).getString("state"))
                .isEqualTo("CANCELLED");
    }

    private static List<String> audited(Json inspection) {
        return Database.query(
                        "select action from audit_entries where resource_id = ?::uuid order by at, id",
                        inspection.getString("id"))
                .stream()
                .map(row -> String.valueOf(row.get("action")))
                .toList();
    }

    @Test
    void shouldForgetWhoStepsAsideAndNotTakeHimBack() {
        // Given
        var secret = Inspections.drafted(team, agency.department(), false);

        // When
        var aside = Inspections.act(team.inspector(), Inspections.PATH, secret, "recuse", Inspections.reason());
        var unseen = Api.as(team.inspector()).get(Inspections.PATH + "/" + secret.getString("id"));
        var now = Inspections.read(team.lead(), Inspections.PATH, secret);
        var back = Inspections.act(
                team.lead(),
                Inspections.PATH,
                now,
                "assign",
                Map.of("data", Map.of("members", Inspections.members(team.head(), team.member()))));

        // Then
        aside.then().statusCode(200);
        unseen.then().statusCode(404);
        assertThat(now.<Object>getList("members")).hasSize(1);
        assertThat(Api.json(back).path("code").asText()).isEqualTo("inspection.conflict-of-interest");
    }
}
