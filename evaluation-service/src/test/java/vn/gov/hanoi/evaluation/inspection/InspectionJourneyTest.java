package vn.gov.hanoi.evaluation.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** From the unannounced inspection to the sheets of those who answer, and to the end of the finding. */
@QuarkusTest
@WithStack
class InspectionJourneyTest {
    private static final String EVENT = "2026-07-15T02:00:00Z";
    private static final String ABSENT = "ONE_STOP_ABSENT";

    @Inject
    FollowUpFindings followUp;

    @Test
    void shouldChargeThePersonAndTheThenHeadWhoeverIsHeadNowAndLoseNothingInSilence() {
        // Given
        var agency = Evaluations.agency(1);
        var closing = Evaluations.opened(agency);
        var clerk = agency.staff().getFirst();
        var before = points(agency, Evaluations.decided(agency, clerk, "5"));
        var editor = Units.editor(agency.department());
        Officers.move(editor, agency.manager(), agency.department(), "2026-08-01", "COMMUNE_PART_TIME");
        var successor = Delegations.head(editor, agency.division(), "Ngô Kế Nhiệm", "2026-08-01");
        var team = Inspections.team();
        var inspection = Inspections.started(team, agency.department());

        // When
        var finding = Inspections.found(team, inspection, Inspections.finding(ABSENT, agency.division(), EVENT, clerk));
        var sheet = Evaluations.sheet(clerk);
        var flagged = Evaluations.read(agency.director(), sheet);
        var refused = Evaluations.publish(agency.keeper(), closing, Map.of());
        var again = Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
        var why = explanation(agency, sheet);
        var headSheet = Evaluations.scoredAlone(agency, agency.manager(), "5");
        var given = Evaluations.read(agency.director(), headSheet);
        var taken = Evaluations.done(Evaluations.act(agency.director(), headSheet, "decide", Evaluations.decision()));
        var entry = given.getString("detail.charges[0].entryId");
        var unknown = waive(agency, headSheet, UUID.randomUUID().toString());
        var waived = Evaluations.done(waive(agency, headSheet, entry));
        var reason = explanation(agency, headSheet);
        var shown = Inspections.read(team.inspector(), Inspections.FINDINGS, finding);

        // Then
        var entries = finding.<Map<String, Object>>getList("accountability");
        assertThat(entries)
                .extracting(each ->
                        each.get("role") + " " + ((Map<?, ?>) each.get("officer")).get("id") + " " + each.get("month"))
                .containsExactlyInAnyOrder(
                        "PERSON " + clerk.getString("id") + " 2026-07",
                        "HEAD " + agency.manager().getString("id") + " 2026-07");
        assertThat(entries.toString()).doesNotContain(successor.getString("id"));
        assertThat(flagged.<String>getList("detail.outdatedInputs.kind")).containsExactly("ACCOUNTABILITY");
        assertThat(refused.as(Json.class).<String>getList("errors.code")).contains("evaluation.results-outdated");
        assertThat(points(agency, again)).isEqualByComparingTo(before.subtract(new BigDecimal("5")));
        assertThat(again.getBoolean("outdated")).isFalse();
        assertThat(why).contains("findings/" + finding.getString("id"), "FINDING-TYPES v1");
        assertThat(given.<String>getList("detail.charges.findingId")).containsExactly(finding.getString("id"));
        assertThat(new BigDecimal(taken.getString("detail.points")))
                .isEqualByComparingTo(before.subtract(new BigDecimal("2")));
        unknown.then().statusCode(422).body(at("code", equalTo("evaluation.charge-unknown")));
        assertThat(points(agency, waived)).isEqualByComparingTo(before);
        assertThat(reason).contains("Đã cử người thay", "findings/" + finding.getString("id"));
        assertThat(shown.<String>getList("accountability.taken")).containsExactlyInAnyOrder("TAKEN", "WAIVED");
    }

    @Test
    void shouldFlagToldResultsUntilADecisionAndRestoreThemWhenTheFindingIsTakenBack() {
        // Given
        var agency = Evaluations.agency(1);
        var closing = Evaluations.opened(agency);
        var clerk = agency.staff().getFirst();
        var sheet = Evaluations.decided(agency, clerk, "5");
        var before = points(agency, sheet);
        var head = Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var team = Inspections.team();
        var inspection = Inspections.started(team, agency.division());

        // When
        var finding = Inspections.found(team, inspection, Inspections.finding(ABSENT, agency.division(), EVENT, clerk));
        var flagged = Evaluations.read(agency.director(), sheet);
        var same = Evaluations.done(recompute(agency, sheet, Map.of()));
        var revised = Evaluations.done(recompute(agency, sheet, byDecision()));
        var withdrawn = Inspections.done(Inspections.act(
                team.inspector(), Inspections.FINDINGS, finding, "withdraw", Inspections.note("Nhầm ngày")));
        var second = Json.from("{\"id\":\"" + revised.getString("evaluation.id") + "\"}");
        var reflagged = Evaluations.read(agency.director(), second);
        var restored = Evaluations.done(recompute(agency, second, byDecision()));
        var asItWas = Evaluations.read(agency.director(), head);

        // Then
        assertThat(flagged.getBoolean("outdated")).isTrue();
        assertThat(points(agency, flagged)).isEqualByComparingTo(before);
        assertThat(same.<String>getList("effects.change")).containsExactly("RECOMPUTED", "SUPERSEDED");
        assertThat(new BigDecimal(revised.getString("evaluation.detail.points")))
                .isEqualByComparingTo(before.subtract(new BigDecimal("5")));
        assertThat(withdrawn.<Boolean>getList("accountability.withdrawn")).containsOnly(true);
        assertThat(reflagged.getBoolean("outdated")).isTrue();
        assertThat(new BigDecimal(restored.getString("evaluation.detail.points")))
                .isEqualByComparingTo(before);
        // The head's result never rested on it, so it fits again by itself.
        assertThat(asItWas.getBoolean("outdated")).isFalse();
        assertThat(told(finding)).containsExactly("recorded.v1", "closed.v1");
    }

    /** Whichever comes first: the result rests on the finding, or it is flagged. */
    @Test
    void shouldMissNothingWhenAFindingIsRecordedWhileTheMonthIsDecided() throws Exception {
        // Given
        var agency = Evaluations.agency(1);
        Evaluations.opened(agency);
        var clerk = agency.staff().getFirst();
        var sheet = Evaluations.scoredAlone(agency, clerk, "0");
        var team = Inspections.team();
        var inspection = Inspections.started(team, agency.division());

        for (int round = 1; round <= 4; round++) {
            // When
            var charge = Inspections.finding("WORKING_HOURS", agency.division(), EVENT, clerk);
            Callable<Integer> decide = () -> Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision())
                    .statusCode();
            Callable<Integer> record =
                    () -> Inspections.find(team.inspector(), inspection, charge).statusCode();
            var answers = new ArrayList<Integer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(List.of(decide, record))) {
                    answers.add(answer.get());
                }
            }

            // Then
            var now = Evaluations.read(agency.director(), sheet);
            var rests = now.getList("detail.extras.deductions", Map.class).size();
            assertThat(answers).containsExactly(200, 201);
            assertThat(rests).isIn(round - 1, round);
            assertThat(now.getBoolean("outdated")).isEqualTo(rests == round - 1);
        }
    }

    @Test
    void shouldLetNoClaimCloseAFindingAndEscalateWhatATeamFindsAgain() {
        // Given
        var agency = Evaluations.agency(0);
        var team = Inspections.team();
        var inspection = Inspections.started(team, agency.department());
        var finding = Inspections.found(team, inspection, Inspections.finding(ABSENT, agency.division(), EVENT));
        var chief = agency.chief();

        // When
        var foreign = act(Evaluations.participant(team.head(), team.home()), finding, "claim", Inspections.claim());
        var claimed = Inspections.done(act(chief, finding, "claim", Inspections.claim()));
        var own = act(chief, claimed, "confirm", Inspections.note("Xong"));
        var twice = act(chief, claimed, "claim", Inspections.claim());
        var rejected = Inspections.done(act(team.inspector(), claimed, "reject", Inspections.note("Vẫn vắng")));
        var sent = Inspections.done(act(team.lead(), rejected, "re-inspect", Inspections.again()));
        var twiceSent = act(team.lead(), sent, "re-inspect", Inspections.again());
        var visit = Inspections.done(Api.as(team.lead())
                        .get(Inspections.PATH + "?kind=RE_INSPECTION&unitId="
                                + agency.department().id()))
                .<Map<String, Object>>getList("items")
                .getFirst();
        Inspections.begun(team, Json.from("{\"id\":\"%s\",\"etag\":\"\\\"1\\\"\"}".formatted(visit.get("id"))));
        var escalated = Inspections.done(act(
                team.inspector(),
                Inspections.read(team.inspector(), Inspections.FINDINGS, finding),
                "reject",
                Inspections.note("Vẫn vắng")));
        var claimedLate = Inspections.done(act(chief, escalated, "claim", Inspections.claim()));
        var closed = Inspections.done(act(team.chief(), claimedLate, "confirm", Inspections.note("Đã có người trực")));
        var after = act(team.chief(), closed, "reject", Inspections.note("?"));

        // Then
        foreign.then().statusCode(404);
        assertThat(claimed.getString("state")).isEqualTo("CLAIMED");
        assertThat(claimed.getString("closedAt")).isNull();
        own.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        twice.then().statusCode(409).body(at("code", equalTo("finding.wrong-state")));
        assertThat(rejected.getString("state")).isEqualTo("NOT_REMEDIED");
        twiceSent.then().statusCode(409).body(at("code", equalTo("finding.re-inspection-open")));
        assertThat(visit).containsEntry("kind", "RE_INSPECTION");
        assertThat(escalated.getString("state")).isEqualTo("ESCALATED");
        assertThat(closed.getString("state")).isEqualTo("REMEDIED");
        assertThat(closed.<String>getList("claims.answer")).containsExactly("REJECTED", "CONFIRMED");
        after.then().statusCode(409).body(at("code", equalTo("finding.wrong-state")));
        assertThat(told(finding)).containsExactly("recorded.v1", "closed.v1");
    }

    @Test
    void shouldTakeTheSameTypeInTheSameUnitAsARepeatThroughTheDayThatEndsTwelveMonths() {
        // Given
        var agency = Evaluations.agency(0);
        var team = Inspections.team();
        var first = Inspections.started(team, agency.department());
        var onTheDay =
                Inspections.found(team, first, Inspections.finding(ABSENT, agency.division(), "2025-07-15T02:00:00Z"));
        Inspections.found(team, first, Inspections.finding("LATE_DOSSIER", agency.division(), "2025-07-14T02:00:00Z"));
        var sameTeam =
                Inspections.found(team, first, Inspections.finding(ABSENT, agency.division(), "2025-07-16T02:00:00Z"));
        var second = Inspections.started(team, agency.department());

        // When
        // One minute before midnight in Hanoi, on the last day of the twelve months after the later one of the two.
        var repeat =
                Inspections.found(team, second, Inspections.finding(ABSENT, agency.division(), "2026-07-16T16:59:00Z"));
        var late = Inspections.found(team, second, Inspections.finding("LATE_DOSSIER", agency.division(), EVENT));
        var elsewhere = Inspections.found(team, second, Inspections.finding(ABSENT, agency.department(), EVENT));
        var rests = act(team.inspector(), sameTeam, "withdraw", Inspections.note("Nhầm"));

        // Then
        assertThat(onTheDay.getBoolean("aggravated")).isFalse();
        assertThat(sameTeam.getBoolean("aggravated")).isFalse();
        assertThat(repeat.getBoolean("aggravated")).isTrue();
        assertThat(repeat.getString("happenedOn")).isEqualTo("2026-07-16");
        assertThat(repeat.getString("repeatOf")).isEqualTo(sameTeam.getString("id"));
        assertThat(new BigDecimal(repeat.getString("accountability[0].points"))).isEqualByComparingTo("5");
        assertThat(new BigDecimal(onTheDay.getString("accountability[0].points")))
                .isEqualByComparingTo("2");
        assertThat(late.getBoolean("aggravated")).isFalse();
        assertThat(elsewhere.getBoolean("aggravated")).isFalse();
        rests.then().statusCode(409).body(at("code", equalTo("finding.has-repeats")));
    }

    @Test
    void shouldNameTheTypesOfTheDayWithWhatTheyCost() {
        // Given
        var reader = Evaluations.token("chairman", Units.city(), "inspection-reader");

        // When
        var answer = Api.as(reader).get("/evaluation/v1/finding-types?asOf=2026-07-15");
        var before = Inspections.done(Api.as(reader).get("/evaluation/v1/finding-types?asOf=2017-12-31"));

        // Then
        var types = Inspections.done(answer);
        assertThat(types.getString("rules")).isEqualTo("FINDING-TYPES v1");
        assertThat(types.getBoolean("legallyChecked")).isFalse();
        assertThat(types.getInt("repeatMonths")).isEqualTo(12);
        assertThat(types.<String>getList("items.code")).hasSize(8).contains(ABSENT, "LATE_DOSSIER");
        assertThat(answer.asString())
                .contains(
                        "\"personPoints\":5.0000,\"headPoints\":2.0000,\"headRepeatedPoints\":5.0000,\"remediationDays\":15");
        assertThat(before.<Object>getList("items")).isEmpty();
    }

    @Test
    void shouldHoldTheActingHeadOfTheDayToAccountAndNobodyWhenThePostIsVacant() {
        // Given
        var department = Units.department();
        var division = Units.unit("DIVISION", department);
        var editor = Units.editor(department);
        var acting = Officers.officer(editor, department, "Bùi Phụ Trách");
        var post = Officers.furtherRequest(acting, division, "ACTING");
        post.put("position", "HEAD");
        post.put("validFrom", "2026-07-10");
        Officers.further(editor, post).then().statusCode(201);
        var team = Inspections.team();
        var inspection = Inspections.started(team, department);

        // When
        var held = Inspections.found(team, inspection, Inspections.finding(ABSENT, division, EVENT));
        var vacant = Inspections.found(
                team, inspection, Inspections.finding("WORKING_HOURS", division, "2026-07-09T02:00:00Z"));

        // Then
        assertThat(held.<String>getList("accountability.officer.id")).containsExactly(acting.getString("id"));
        assertThat(held.<Boolean>getList("accountability.acting")).containsExactly(true);
        assertThat(vacant.<Object>getList("accountability")).isEmpty();
    }

    @Test
    void shouldSendATeamOnceWhenTheLastDayHasPassed() {
        // Given
        var agency = Evaluations.agency(0);
        var team = Inspections.team();
        var inspection = Inspections.started(team, agency.department());
        var finding = Inspections.found(team, inspection, Inspections.finding(ABSENT, agency.division(), EVENT));
        var due = LocalDate.parse(finding.getString("dueOn"));

        // When
        followUp.follow(due);
        var early = visits(finding);
        followUp.follow(due.plusDays(1));
        followUp.follow(due.plusDays(1));

        // Then
        assertThat(early).isZero();
        assertThat(visits(finding)).isEqualTo(1);
        assertThat(due).isEqualTo(today().plusDays(15));
    }

    @Test
    void shouldReportWhatWasCountedByHand() {
        // Given: four findings; one remedied in time, one repeat, one taken back.
        var agency = Evaluations.agency(0);
        var team = Inspections.team();
        var first = Inspections.started(team, agency.department());
        var remedied =
                Inspections.found(team, first, Inspections.finding(ABSENT, agency.division(), "2026-02-03T02:00:00Z"));
        Inspections.found(
                team, first, Inspections.finding("LATE_DOSSIER", agency.department(), "2026-05-04T02:00:00Z"));
        var wrong =
                Inspections.found(team, first, Inspections.finding("OTHER", agency.division(), "2026-05-04T02:00:00Z"));
        Inspections.done(act(team.inspector(), remedied, "confirm", Inspections.note("Đã khắc phục")));
        Inspections.done(act(team.inspector(), wrong, "withdraw", Inspections.note("Nhầm")));
        var second = Inspections.started(team, agency.department());
        Inspections.found(team, second, Inspections.finding(ABSENT, agency.division(), EVENT));
        Inspections.done(
                Inspections.act(team.chief(), Inspections.PATH, first, "conclude", Inspections.conclusion("NO")));
        Inspections.done(
                Inspections.act(team.chief(), Inspections.PATH, second, "conclude", Inspections.conclusion("YES")));
        var reader = Evaluations.token("chairman", agency.department(), "inspection-reader");
        var query = "?from=2026-01&to=2099-12";

        // When
        var report = Inspections.done(Api.as(reader).get(Inspections.REPORT + query));
        var csv = Api.as(reader).accept("text/csv").get(Inspections.REPORT + query);
        var sheet = Api.as(reader)
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(Inspections.REPORT + query);
        var outside = Api.as(reader)
                .get(Inspections.REPORT + query + "&unitId=" + team.home().id());
        var backwards = Api.as(reader).get(Inspections.REPORT + "?from=2026-02&to=2026-01");

        // Then
        assertThat(report.<Map<String, Object>>getList("items")).hasSize(2);
        assertThat(report.<String, Integer>getMap("total"))
                .isEqualTo(Map.of(
                        "findings",
                        3,
                        "remediedInTime",
                        1,
                        "remediedLate",
                        0,
                        "open",
                        2,
                        "overdue",
                        0,
                        "escalated",
                        0,
                        "repeated",
                        1));
        assertThat(report.<String>getList("trend.quarter")).containsExactly("2026-Q1", "2026-Q2", "2026-Q3");
        assertThat(report.<Integer>getList("trend.figures.findings")).containsExactly(1, 1, 1);
        var heads = new HashMap<String, Object>();
        report.<Map<String, Object>>getList("items")
                .forEach(each -> heads.put(
                        String.valueOf(((Map<?, ?>) each.get("head")).get("id")),
                        ((Map<?, ?>) each.get("figures")).get("findings")));
        assertThat(heads)
                .isEqualTo(Map.of(
                        agency.manager().getString("id"), 2, agency.head().getString("id"), 1));
        assertThat(report.getString("oneStop.inspected")).isEqualTo("2");
        assertThat(new BigDecimal(report.getString("oneStop.percent"))).isEqualByComparingTo("50");
        assertThat(csv.asString()).contains("Tổng cộng", agency.division().code());
        assertThat(csv.asString().strip().lines()).hasSize(4);
        assertThat(sheet.asByteArray()).startsWith('P', 'K');
        outside.then().statusCode(404);
        backwards.then().statusCode(400);
    }

    private static io.restassured.response.Response waive(Evaluations.Agency agency, Json sheet, String entry) {
        return Evaluations.act(
                agency.director(),
                sheet,
                "decide",
                Map.of(
                        "data",
                        Map.of(
                                "presenceDays",
                                20,
                                "waivers",
                                List.of(Map.of("entryId", entry, "reason", "Đã cử người thay")))));
    }

    private static io.restassured.response.Response recompute(Evaluations.Agency agency, Json sheet, Object body) {
        return Evaluations.act(agency.director(), sheet, "recompute", body);
    }

    private static Map<String, Object> byDecision() {
        return Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION);
    }

    private static io.restassured.response.Response act(String token, Json finding, String verb, Object body) {
        return Inspections.act(token, Inspections.FINDINGS, finding, verb, body);
    }

    private static BigDecimal points(Evaluations.Agency agency, Json sheet) {
        return new BigDecimal(Evaluations.read(agency.director(), sheet).getString("detail.points"));
    }

    private static String explanation(Evaluations.Agency agency, Json sheet) {
        return Api.as(agency.director())
                .get(Evaluations.PATH + "/" + sheet.getString("id") + "/explanation")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static long visits(Json finding) {
        return Database.count(
                "select count(*) from inspections where finding_id = ?::uuid and state = 'DRAFT'",
                finding.getString("id"));
    }

    private static LocalDate today() {
        return LocalDate.parse(
                String.valueOf(Database.query("select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as day")
                        .getFirst()
                        .get("day")));
    }

    /** The facts that were told of a finding, each as its schema says, without persons and words. */
    private static List<String> told(Json finding) {
        var id = UUID.fromString(finding.getString("id"));
        await("events of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("select count(*) from outbox_events where aggregate_id = ?", id) == 0);
        var facts = new ArrayList<String>();
        for (var row : Database.query(
                "select convert_from(envelope, 'UTF8') as event from event_log where aggregate_id = ? order by sequence",
                id)) {
            var event = Events.parse(String.valueOf(row.get("event")).getBytes(StandardCharsets.UTF_8));
            assertThat(Schemas.errors(event)).as(event.toString()).isEmpty();
            assertThat(event.path("partitionkey")).isEqualTo(event.at("/data/unitId"));
            assertThat(event.toString()).doesNotContain("officer", "Nhân Viên", "người trực");
            facts.add(event.path("type").asText().replace("vn.gov.hanoi.inspection.finding.", ""));
        }
        return facts;
    }
}
