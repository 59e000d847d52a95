package vn.gov.hanoi.training.degree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Rating;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestPlan;

/** From the proposal to the end of the study, by the decree of the day of sending. */
@QuarkusTest
@WithStack
class DegreeTrainingTest {
    private static final LocalDate SENT = TestDegree.SENT;
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private UUID officer;

    @BeforeEach
    void meetAnOfficer() {
        officer = TestDegree.officer(City.WARD);
    }

    private static Map<String, Object> reason(String code) {
        return Map.of("reason", TestDegree.reason(code));
    }

    private static Map<String, Object> waiver(String condition) {
        return Map.of(
                "decision",
                TestDegree.decision("2020-01-15"),
                "waivers",
                List.of(Map.of(
                        "condition",
                        condition,
                        "decision",
                        TestDegree.decision("2020-01-10"),
                        "reason",
                        TestDegree.reason("SPECIAL_TALENT"))));
    }

    private static Map<String, Object> departure(LocalDate day) {
        return Map.of("sentOn", day.toString(), "commitment", TestDegree.document(day));
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body(at("code", equalTo(code)));
    }

    private static String verdict(Json view, String condition) {
        return view.find("details.conditions", "code", condition).getString("verdict");
    }

    @Test
    void shouldCarrySomebodyFromTheProposalToTheBeginOfService() {
        // Given
        var training = TestDegree.proposed(officer);
        var proposed = training.view();

        // When
        var approved = training.approved().view();
        var sent = training.sent(SENT).view();
        var signed = training.commitment();
        TestDegree.ok(training.act(
                TestDegree.planner(),
                "close",
                Map.of(
                        "outcome",
                        "COMPLETED",
                        "endedOn",
                        "2024-09-15",
                        "diploma",
                        TestDegree.document(LocalDate.of(2024, 9, 20)),
                        "costs",
                        List.of(Map.of("item", "TUITION", "amountVnd", 62_500_000)))));
        var completed = training.view();
        var running = training.commitment();

        // Then
        assertThat(List.of(proposed, approved, sent, completed).stream().map(each -> each.getString("state")))
                .containsExactly("PROPOSED", "APPROVED", "SENT", "COMPLETED");
        assertThat(List.of(proposed, approved, sent, completed).stream().map(each -> each.getString("etag")))
                .containsExactly("\"1\"", "\"2\"", "\"3\"", "\"4\"");
        assertThat(proposed.getString("rule")).isEqualTo("ND101-POSTGRADUATE");
        assertThat(proposed.getString("legalBasis")).isEqualTo("101/2017/NĐ-CP");
        assertThat(proposed.<String>getList("details.conditions.verdict"))
                .hasSize(7)
                .containsOnly("MET");
        assertThat(proposed.toString()).doesNotContain("1988");
        assertThat(signed.getString("state")).isEqualTo("SIGNED");
        assertThat(signed.getInt("studyMonths")).isEqualTo(24);
        assertThat(signed.getInt("months")).isEqualTo(48);
        assertThat(signed.getString("servedMonths")).isNull();
        assertThat(completed.getLong("costVnd")).isEqualTo(62_500_000);
        assertThat(running.getString("state")).isEqualTo("RUNNING");
        assertThat(running.getInt("studyMonths")).as("the real days count").isEqualTo(25);
        assertThat(running.getInt("months")).isEqualTo(50);
        assertThat(running.getString("startsOn")).isEqualTo("2024-09-16");
        assertThat(running.getString("endsOn")).isEqualTo("2028-11-16");
        assertThat(running.getLong("costVnd")).isEqualTo(62_500_000);
        assertThat(running.getInt("servedMonths")).isBetween(20, 50);
        assertThat(running.getString("document.number")).isEqualTo("MẪU-1");
        assertThat(Database.query(
                                "select action from audit_entries where resource_id = ?::uuid order by at, id",
                                training.id())
                        .stream()
                        .map(row -> String.valueOf(row.get("action"))))
                .containsExactly(
                        "degree-training.propose",
                        "degree-training.approve",
                        "degree-training.apply",
                        "degree-training.close");
    }

    @Test
    void shouldCountTheDecreeOfTheDayOnWhichSomebodyIsReallySent() {
        // Given: 42 years old, so that only the later decree lets the person be sent without a waiver
        var request = TestDegree.request(officer, BEFORE);
        request.put("statements", TestDegree.statements("1983-03-01"));
        var early = TestDegree.proposed(request);
        refused(
                early.act(TestDegree.approver(), "approve", TestDegree.approval()),
                422,
                "training.degree-condition-not-met");
        TestDegree.ok(early.act(TestDegree.approver(), "approve", waiver("AGE")));
        var other = TestDegree.request(TestDegree.officer(City.WARD), AFTER);
        other.put("statements", TestDegree.statements("1983-03-01"));

        // When
        var late = TestDegree.proposed(other).approved().sent(AFTER);
        var moved = early.sent(AFTER).view();

        // Then
        assertThat(moved.getString("rule")).isEqualTo("ND171-POSTGRADUATE");
        assertThat(verdict(moved, "AGE")).isEqualTo("MET");
        assertThat(moved.<String>getList("details.waivers.condition")).containsExactly("AGE");
        assertThat(early.commitment().getInt("months")).isEqualTo(72);
        assertThat(early.commitment().getString("legalBasis")).isEqualTo("171/2025/NĐ-CP");
        assertThat(late.commitment().getInt("months")).isEqualTo(72);
    }

    @Test
    void shouldSendUnderTheEarlierDecreeOnItsLastDay() {
        // Given
        var request = TestDegree.request(officer, AFTER);
        request.put("statements", TestDegree.statements("1983-03-01"));
        var training = TestDegree.proposed(request).approved();

        // When
        var refusedBefore = training.act(TestDegree.planner(), "apply", departure(BEFORE));
        var young =
                TestDegree.proposed(TestDegree.officer(City.WARD)).approved().sent(BEFORE.minusYears(1));

        // Then
        refused(refusedBefore, 422, "training.degree-condition-not-met");
        assertThat(training.view().getString("state")).isEqualTo("APPROVED");
        assertThat(young.commitment().getString("rule")).isEqualTo("ND101-POSTGRADUATE");
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "IN_SERVICE,      OTHER,          training.degree-not-waivable",
        "NO_TRAINING_BAN, OTHER,          training.degree-not-waivable",
        "SENIORITY,       OTHER,          training.degree-not-waivable",
        "AGE,             NO_CASE,        training.reason-unknown",
        "AGE,             SPECIAL_TALENT, ''"
    })
    void shouldWaiveOnlyWhatMayBeWaivedAndIsMissing(String condition, String reason, String code) {
        // Given
        var request = TestDegree.request(officer, SENT);
        request.put("statements", TestDegree.statements("1980-01-01"));
        var training = TestDegree.proposed(request);
        var body = new HashMap<String, Object>(waiver(condition));
        body.put(
                "waivers",
                List.of(Map.of(
                        "condition", condition,
                        "decision", TestDegree.decision("2020-01-10"),
                        "reason", TestDegree.reason(reason))));

        // When
        var answer = training.act(TestDegree.approver(), "approve", body);

        // Then
        if (code.isEmpty()) {
            TestDegree.ok(answer);
        } else {
            refused(answer, 422, code);
            assertThat(training.view().getString("state")).isEqualTo("PROPOSED");
        }
    }

    @Test
    void shouldRefuseWhoIsSanctionedOrConsideredAtEveryStep() {
        // Given
        var sanctioned = TestDegree.officer(City.WARD);
        Sanctioned.tell(List.of(Sanctioned.imposed(sanctioned, "REPRIMAND", SENT.minusMonths(1))));
        var training = TestDegree.proposed(officer).approved();
        Sanctioned.tell(List.of(Sanctioned.considered(officer, SENT.minusDays(1))));

        // When
        var proposal = TestDegree.propose(TestDegree.request(sanctioned, SENT));
        var departure = training.act(TestDegree.planner(), "apply", departure(SENT));
        var afterwards = TestDegree.propose(TestDegree.request(sanctioned, SENT.plusMonths(11)));

        // Then
        refused(proposal, 422, "training.degree-condition-not-met");
        assertThat(proposal.as(Json.class).getString("args.condition")).isEqualTo("NO_TRAINING_BAN");
        refused(departure, 422, "training.degree-condition-not-met");
        afterwards.then().statusCode(201);
    }

    @Test
    void shouldKnowTheNewestToldLevelsOfAYear() {
        // Given
        Database.execute("delete from told_years where officer_id = ?", officer);
        var first = Rating.ofYear(officer, 2020, "C");
        var second = first.corrected("A");
        var request = TestDegree.request(officer, SENT);

        // When
        first.told();
        var bad = TestDegree.proposed(request);
        second.told();
        first.told();
        TestDegree.ok(bad.act(TestDegree.planner(), "withdraw", reason("NOT_NEEDED")));
        var half = TestDegree.proposed(request);
        TestDegree.ok(half.act(TestDegree.planner(), "withdraw", reason("NOT_NEEDED")));
        Rating.ofYear(officer, 2021, "B").told();
        var good = TestDegree.proposed(request);

        // Then
        assertThat(verdict(bad.view(), "EVALUATION")).isEqualTo("NOT_MET");
        assertThat(verdict(half.view(), "EVALUATION")).isEqualTo("UNKNOWN");
        assertThat(verdict(good.view(), "EVALUATION")).isEqualTo("MET");
    }

    @Test
    void shouldRefuseEveryActInAWrongStateAndSayItBeforehand() {
        // Given
        var proposed = TestDegree.proposed(officer);
        var rejected = TestDegree.proposed(TestDegree.officer(City.WARD));
        TestDegree.ok(rejected.act(TestDegree.approver(), "reject", reason("CONDITIONS_NOT_MET")));
        var sent = TestDegree.proposed(TestDegree.officer(City.WARD)).approved().sent(SENT);
        var wrong = Map.of(
                proposed, List.of("apply", "close"),
                rejected, List.of("approve", "reject", "withdraw", "apply", "close"),
                sent, List.of("approve", "reject", "withdraw", "apply"));

        // Then
        wrong.forEach((training, verbs) -> {
            var before = training.view().getString("etag");
            for (var verb : verbs) {
                refused(act(training, verb), 409, "training.degree-wrong-state");
            }
            assertThat(training.view().getString("etag")).isEqualTo(before);
        });
        var offered = sent.view();
        assertThat(offered.find("_actions", "name", "close").getBoolean("enabled"))
                .isTrue();
        assertThat(offered.find("_actions", "name", "apply").<String>getList("blockedBy.code"))
                .containsExactly("training.degree-wrong-state");
        assertThat(offered.find("_actions", "name", "approve").<String>getList("blockedBy.code"))
                .contains("auth.role-missing");
        assertThat(rejected.view().getString("details.reason.code")).isEqualTo("CONDITIONS_NOT_MET");
    }

    private static Response act(TestDegree training, String verb) {
        return switch (verb) {
            case "approve" -> training.act(TestDegree.approver(), verb, TestDegree.approval());
            case "reject" -> training.act(TestDegree.approver(), verb, reason("OTHER"));
            case "withdraw" -> training.act(TestDegree.planner(), verb, reason("OTHER"));
            case "apply" -> training.act(TestDegree.planner(), verb, departure(SENT));
            default -> training.act(TestDegree.planner(), verb, TestDegree.completion(TestDegree.ENDED));
        };
    }

    @Test
    void shouldChangeNothingForStaleMissingOrRepeatedRequests() {
        // Given
        var training = TestDegree.proposed(officer);
        var path = TestDegree.TRAININGS + "/" + training.id() + "/actions/approve";
        var key = Api.key();
        var approval = TestDegree.approval();

        // When
        var missing = TestPlan.post(TestDegree.approver(), path, approval);
        var stale = TestPlan.post(TestDegree.approver().header("If-Match", "\"7\""), path, approval);
        var tried = TestDegree.approver()
                .header("If-Match", "\"1\"")
                .queryParam("validateOnly", "true")
                .body(approval)
                .post(path);
        var unchanged = training.view().getString("state");
        var done = TestDegree.approver()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body(approval)
                .post(path);
        var again = TestDegree.approver()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body(approval)
                .post(path);

        // Then
        refused(missing, 428, "precondition.required");
        refused(stale, 412, "precondition.failed");
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(unchanged).isEqualTo("PROPOSED");
        done.then().statusCode(200).header("ETag", "\"2\"");
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(done.asString());
    }

    /** Eight at the same moment: one proposal, and one approval of it. */
    @Test
    void shouldLetOneOfManyAtOnceSucceed() throws Exception {
        // When
        var proposals = atOnce(() -> TestDegree.propose(TestDegree.request(officer, SENT)));
        var id = listed(Map.of("officerId", officer)).getFirst();
        var path = TestDegree.TRAININGS + "/" + id + "/actions/approve";
        var approvals = atOnce(
                () -> TestPlan.post(TestDegree.approver().header("If-Match", "\"1\""), path, TestDegree.approval()));

        // Then
        assertThat(proposals).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(approvals).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        assertThat(new TestDegree(id).view().getString("etag")).isEqualTo("\"2\"");
    }

    /** Statuses, sorted. */
    private static List<Integer> atOnce(Callable<Response> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var each : pool.invokeAll(Collections.nCopies(8, call))) {
                statuses.add(each.get().statusCode());
            }
            return statuses.stream().sorted().toList();
        }
    }

    @Test
    void shouldNameEveryFaultOfAProposalAtOnceAndReadStrictly() {
        // Given
        var faulty = TestDegree.request(officer, SENT);
        faulty.put("level", "WIZARD");
        faulty.put("endsOn", "2022-01-01");
        var cost = Map.of("item", "TUITION", "amountVnd", 9_007_199_254_740_991L);
        faulty.put("costs", List.of(Map.of("item", "ALLOWANCE", "amountVnd", 1), cost, cost));

        // When
        var errors = new ArrayList<String>();
        TestDegree.propose(faulty)
                .as(Json.class)
                .<Map<String, Object>>getList("errors")
                .forEach(error -> errors.add(error.get("code") + " " + error.get("pointer")));

        // Then
        assertThat(errors)
                .containsExactly(
                        "training.degree-days-reversed /endsOn",
                        "training.degree-level-unknown /level",
                        "training.degree-cost-item-unknown /costs/0/item",
                        "training.total-too-large /costs");
        malformed("country", "Việt Nam");
        malformed("startsOn", "0001-01-01");
        malformed("startsOn", "2022-02-30");
        malformed("field", "Quản lý\u202e công");
        malformed("costs", List.of(Map.of("item", "TUITION", "amountVnd", -1)));
        malformed("costs", List.of(Map.of("item", "TUITION", "amountVnd", 1.5)));
        malformed("salary", 1);
        malformed("statements", null);
        assertThat(Database.count("select count(*) from degree_trainings where officer_id = ?", officer))
                .isZero();
    }

    private void malformed(String name, @Nullable Object value) {
        var request = TestDegree.request(officer, SENT);
        request.put(name, value);
        TestDegree.propose(request).then().statusCode(400);
    }

    @Test
    void shouldListByStateLevelYearAndUnitAndPageByPage() {
        // Given
        var mine = TestDegree.proposed(officer);
        var rejected = TestDegree.proposed(TestDegree.request(TestDegree.officer(City.WARD), LocalDate.of(2021, 2, 1)));
        TestDegree.ok(rejected.act(TestDegree.approver(), "reject", reason("OTHER")));
        var far = TestDegree.proposed(TestDegree.officer(City.OTHER_DISTRICT));

        // Then
        assertThat(listed(Map.of("state", "PROPOSED")))
                .contains(mine.id(), far.id())
                .doesNotContain(rejected.id());
        assertThat(listed(Map.of("level", "MASTER", "year", "2021")))
                .contains(rejected.id())
                .doesNotContain(mine.id());
        assertThat(listed(Map.of("unitId", City.DISTRICT.id(), "unitScope", "SUBTREE")))
                .contains(mine.id(), rejected.id())
                .doesNotContain(far.id());
        assertThat(listed(Map.of("unitId", City.DISTRICT.id()))).doesNotContain(mine.id());
        assertThat(listed(Map.of("officerId", officer))).containsExactly(mine.id());
        var first = TestDegree.planner()
                .queryParams(Map.of("limit", "1", "count", "true"))
                .get(TestDegree.TRAININGS)
                .as(Json.class);
        assertThat(first.getInt("page.count")).isGreaterThanOrEqualTo(3);
        assertThat(first.<Object>get("items[0].details")).isNull();
        TestDegree.planner()
                .queryParams(Map.of("limit", "1", "count", "true", "cursor", first.getString("page.next")))
                .get(TestDegree.TRAININGS)
                .then()
                .statusCode(200)
                .body(at("items.size()", equalTo(1)));
        for (var bad : List.of(Map.of("state", "GONE"), Map.of("unitScope", "SUBTREE"), Map.of("level", "x y"))) {
            TestDegree.planner()
                    .queryParams(bad)
                    .get(TestDegree.TRAININGS)
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.invalid-parameter")));
        }
    }

    private static List<String> listed(Map<String, ?> filters) {
        var list = TestDegree.planner()
                .queryParams(filters)
                .queryParam("limit", "500")
                .get(TestDegree.TRAININGS);
        list.then().statusCode(200);
        return list.as(Json.class).getList("items.id");
    }

    @Test
    void shouldFollowTheOfficerToAnotherUnit() {
        // Given
        var training = TestDegree.proposed(officer);
        var path = TestDegree.TRAININGS + "/" + training.id();
        Callers.of(City.OTHER_DISTRICT, "degree-reader").get(path).then().statusCode(404);

        // When
        City.place(officer, City.OTHER_DISTRICT, 2);

        // Then
        Callers.of(City.OTHER_DISTRICT, "degree-reader")
                .get(path)
                .then()
                .statusCode(200)
                .body(at("unit.code", equalTo(City.WARD.code())));
        Callers.of(City.DISTRICT, "degree-reader").get(path).then().statusCode(404);
        Callers.of(City.OTHER_DISTRICT, "degree-reader")
                .get(TestDegree.TRAININGS)
                .then()
                .statusCode(200)
                .body(at("items.id", hasItem(training.id())));
    }
}
