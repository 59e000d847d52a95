package vn.gov.hanoi.training.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestReform;

/** What a unit that ended holds in a plan goes to those who come after it, by a decision that somebody approves, and to the đồng. */
@QuarkusTest
@WithStack
class PlanMoveTest {
    private static final long MILLION = 1_000_000L;
    private static final LocalDate YESTERDAY = TestReform.today().minusDays(1);

    private final FollowReorganisations follow;
    private TestPlan plan;
    private TestReform reform;

    PlanMoveTest(FollowReorganisations follow) {
        this.follow = follow;
    }

    @BeforeEach
    void aDistrictThatEnds() {
        plan = TestPlan.coming();
        reform = TestReform.of(plan);
    }

    @Test
    void shouldMoveLinesMoneyCommitmentsAndClassesByADecision() {
        // Given
        var old = reform.books(reform.old());
        var opened = id(reform.openClass(reform.old(), reform.lineOf(reform.old()), 30, 30 * MILLION));
        var bound = seen(reform.old(), opened).getString("commitmentEntryId");
        var byHand = old.commit(7 * MILLION);
        old.posted("EXPENDITURE", 5 * MILLION, bound);
        long block = budgetOfBlock();
        var told = reform.apply(YESTERDAY);

        // When nothing is decided yet, work goes on and what is free waits
        old.posted("EXPENDITURE", MILLION, bound);
        reform.openClass(reform.old(), reform.lineOf(reform.old()), 1, 1)
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.unit-moving")));
        old.post(old.body("COMMITMENT", 1L)).then().statusCode(409).body(at("code", equalTo("training.unit-moving")));
        var draft = reform.draft();

        // Then
        assertThat(draft.getString("draft.kind")).isEqualTo("FOLLOW");
        assertThat(draft.getString("legalBasis")).contains("18/NQ-MẪU");
        assertThat(draft.find("money", "to.id", reform.first().id().toString()).getLong("amountVnd"))
                .isEqualTo(37_800_001);
        assertThat(draft.find("money", "to.id", reform.second().id().toString()).getLong("amountVnd"))
                .isEqualTo(25_200_000);
        assertThat(draft.getList("commitments.to.id"))
                .containsOnly(reform.second().id().toString());
        assertThat(draft.find("commitments", "id", bound).getLong("openVnd")).isEqualTo(24 * MILLION);
        assertThat(draft.find("commitments", "id", byHand).getLong("openVnd")).isEqualTo(7 * MILLION);
        assertThat(draft.getList("quotas.freeClasses")).containsExactly(2, 2);
        assertThat(draft.getList("quotas.freePlaces")).containsExactly(86, 85);
        assertThat(draft.getList("quotas.openedPlaces")).containsExactly(0, 30);
        assertThat(draft.getList("classes.id")).containsExactly(opened);
        assertThat(draft.getList("_actions.enabled")).containsExactly(true, true);
        balanced(draft);

        // When
        var approved = reform.approve(TestReform.planner("binh.tran"), draft)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);

        // Then
        assertThat(approved.getString("draft.state")).isEqualTo("APPROVED");
        assertThat(approved.getList("_actions.enabled")).containsExactly(false, false);
        sumsAre(old, 6 * MILLION, 0, 6 * MILLION);
        sumsAre(reform.books(reform.first()), 37_800_001, 37_800_001, 0);
        sumsAre(reform.books(reform.second()), 56_200_000, 25_200_000, 0);
        assertThat(budgetOfBlock()).isEqualTo(block);
        lineIs(reform.old(), 0, 0, 0);
        lineIs(reform.first(), 2, 86, 0);
        lineIs(reform.second(), 3, 115, 1);
        decisionIs(approved.getString("draft.decisionId"));
        assertThat(reform.drafts(null)).hasSize(1);
        soundBooks();
        successorsGoOn(opened, approved, bound);
        tellAgain(told);
    }

    private void successorsGoOn(String opened, Json approved, String bound) {
        var next = approved.find("commitments", "id", bound).getString("nextId");
        assertThat(commitment(reform.old(), bound).getString("movedToId")).isEqualTo(next);
        assertThat(commitment(reform.second(), next).getString("movedFromId")).isEqualTo(bound);
        var moved = seen(reform.second(), opened);
        assertThat(moved.getString("unit.id")).isEqualTo(reform.second().id().toString());
        assertThat(moved.getString("planLine.id"))
                .isEqualTo(reform.lineOf(reform.second()).toString());
        assertThat(moved.getString("commitmentEntryId")).isEqualTo(next);
        TestReform.in(reform.first())
                .get(TestPlan.CLASSES + "/" + opened)
                .then()
                .statusCode(200);
        TestReform.in(City.OTHER_DISTRICT)
                .get(TestPlan.CLASSES + "/" + opened)
                .then()
                .statusCode(404);
        reform.openClass(reform.first(), reform.lineOf(reform.first()), 40, 20 * MILLION)
                .then()
                .statusCode(201);
        TestPlan.post(
                        TestReform.in(reform.second()).header("If-Match", moved.getString("etag")),
                        TestPlan.CLASSES + "/" + opened + "/actions/cancel",
                        Map.of(
                                "reason", Map.of("code", "PLAN_ADJUSTED", "text", "Sắp xếp lại"),
                                "decision", Map.of("number", "1/QĐ", "signedOn", "2026-01-05", "issuer", "H26")))
                .then()
                .statusCode(200);
        sumsAre(reform.books(reform.second()), 56_200_000, 49_200_000, 0);
        lineIs(reform.second(), 3, 115, 0);
        soundBooks();
    }

    private void tellAgain(byte[] told) {
        var before = reform.drafts(null);
        reform.send(told);
        reform.apply(YESTERDAY);
        assertThat(reform.drafts(null)).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhoMayNotWhatWasNotSeenAndWhatDoesNotAddUp() {
        // Given
        reform.apply(YESTERDAY);
        var draft = reform.draft();
        var id = draft.getString("id");
        var planner = TestReform.planner("binh.tran");

        // Then
        TestReform.in(City.STRANGER).get(TestReform.MOVES + "/" + id).then().statusCode(404);
        TestReform.in(City.OTHER_DISTRICT)
                .get(TestReform.MOVES + "/" + id)
                .then()
                .statusCode(404);
        TestReform.in(reform.first()).get(TestReform.MOVES + "/" + id).then().statusCode(200);
        refused(reform.approve(TestReform.in(reform.first()), draft), 403, "scope.outside");
        refused(reform.approve(Callers.withRole("training-reader"), draft), 403, "auth.role-missing");
        refused(
                TestPlan.post(planner, TestReform.MOVES + "/" + id + "/actions/approve", Map.of("decision", Map.of())),
                400,
                "request.invalid-value");
        refused(
                reform.divide(
                        TestReform.planner("an.le"),
                        draft,
                        List.of(reform.amount(reform.first().id(), 1))),
                422,
                "training.move-sums-differ");
        refused(
                reform.divide(
                        TestReform.planner("an.le"), draft, List.of(reform.amount(City.WARD.id(), TestReform.BUDGET))),
                422,
                "training.move-successor-unknown");

        // When somebody divides by hand
        var divided = reform.divide(
                        TestReform.planner("an.le"),
                        draft,
                        List.of(
                                reform.amount(reform.first().id(), 1),
                                reform.amount(reform.second().id(), TestReform.BUDGET - 1)))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);

        // Then
        assertThat(divided.getBoolean("divided")).isTrue();
        refused(reform.approve(planner(), draft), 412, "precondition.failed");
        refused(reform.approve(TestReform.planner("an.le"), divided), 403, "authority.own-act");
        refused(
                reform.approve(
                        planner(),
                        divided,
                        Map.of(
                                "number",
                                "1/QĐ",
                                "signedOn",
                                YESTERDAY.minusDays(1).toString(),
                                "issuer",
                                "H26")),
                409,
                "training.move-too-early");
        reform.approve(planner(), divided).then().statusCode(200);
        sumsAre(reform.books(reform.first()), 1, 1, 0);
        sumsAre(reform.books(reform.second()), TestReform.BUDGET - 1, TestReform.BUDGET - 1, 0);
        refused(reform.approve(planner(), reform.read(id)), 409, "training.move-wrong-state");
    }

    @Test
    void shouldWaitForTheDayAndForgetWhatWasTakenBackBeforeIt() {
        // Given
        var tomorrow = TestReform.today().plusDays(1);
        reform.apply(tomorrow);

        // When
        var early = reform.approve(planner(), reform.draft());
        var opened = reform.openClass(reform.old(), reform.lineOf(reform.old()), 10, MILLION);
        reform.revert(tomorrow);

        // Then
        refused(early, 409, "training.move-too-early");
        opened.then().statusCode(201);
        assertThat(reform.drafts("DRAFT")).isEmpty();
        assertThat(reform.drafts("WITHDRAWN")).hasSize(1);
        reform.books(reform.old()).commit(MILLION);
    }

    @Test
    void shouldGoBackByAnotherDecisionWhenItIsToldTooLateThatItWasTakenBack() {
        // Given
        var opened = id(reform.openClass(reform.old(), reform.lineOf(reform.old()), 30, 30 * MILLION));
        reform.apply(YESTERDAY);
        reform.approve(planner(), reform.draft()).then().statusCode(200);

        // When
        reform.revert(YESTERDAY);
        var back = reform.draft();
        refused(reform.divide(planner(), back, List.of()), 409, "training.move-wrong-state");
        var approved =
                reform.approve(planner(), back).then().statusCode(200).extract().as(Json.class);

        // Then
        assertThat(back.getString("draft.kind")).isEqualTo("RETURN");
        balanced(back);
        sumsAre(reform.books(reform.old()), TestReform.BUDGET, TestReform.BUDGET - 30 * MILLION, 0);
        sumsAre(reform.books(reform.first()), 0, 0, 0);
        sumsAre(reform.books(reform.second()), 0, 0, 0);
        lineIs(reform.old(), 5, 201, 1);
        lineIs(reform.second(), 0, 0, 0);
        var moved = seen(reform.old(), opened);
        assertThat(moved.getString("unit.id")).isEqualTo(reform.old().id().toString());
        assertThat(moved.getString("planLine.id"))
                .isEqualTo(reform.lineOf(reform.old()).toString());
        assertThat(moved.getString("commitmentEntryId")).isEqualTo(approved.getString("commitments[0].nextId"));
        reform.openClass(reform.old(), reform.lineOf(reform.old()), 1, 1).then().statusCode(201);
        soundBooks();
    }

    @Test
    void shouldTakeOnlyTheSharesOfAUnitThatStaysAndTakeThemOnce() {
        // Given
        var opened = id(reform.openClass(reform.old(), reform.lineOf(reform.old()), 30, 30 * MILLION));

        // When
        reform.applyPart(YESTERDAY);
        reform.books(reform.old()).commit(MILLION + 1);
        reform.approve(planner(), reform.draft()).then().statusCode(200);
        reform.applyPart(YESTERDAY);

        // Then
        sumsAre(reform.books(reform.first()), 13_800_000, 13_800_000, 0);
        sumsAre(reform.books(reform.second()), 6_900_000, 6_900_000, 0);
        sumsAre(reform.books(reform.old()), 79_300_001, 48_300_000, 0);
        assertThat(seen(reform.old(), opened).getString("unit.id"))
                .isEqualTo(reform.old().id().toString());
        assertThat(reform.drafts("DRAFT")).isEmpty();
        soundBooks();
    }

    @Test
    void shouldMoveWhatWaitsAndWhatExpiredAndDraftAgainForWhatComesBack() {
        // Given
        plan = planThatWaits();
        reform = TestReform.of(plan);
        Database.execute(
                "update plan_lines set unit_id = ?, unit_code = 'X', unit_name = 'X' where plan_id = ? and code = 'Q-1'",
                reform.old().id(),
                UUID.fromString(plan.planId()));
        Changes.made(
                plan,
                "ADJUST",
                Map.of("budgets", List.of(Changes.budget("Q", reform.old().id(), 5 * MILLION))));
        var old = reform.books(reform.old());
        var expired = old.commit(3 * MILLION);
        Database.execute(
                "update ledger_commitments set expires_on = ? where id = ?", YESTERDAY, UUID.fromString(expired));
        var used = old.commit(4 * MILLION);
        old.posted("EXPENDITURE", 2 * MILLION, used);

        // When
        reform.apply(LocalDate.of(Math.min(plan.year(), YESTERDAY.getYear()), 6, 1));
        var draft = reform.draft();
        reform.approve(planner(), draft).then().statusCode(200);

        // Then
        assertThat(draft.getList("expiredCommitments")).containsExactly(expired);
        assertThat(draft.find("quotas", "line", "Q-1").getString("to.id"))
                .isEqualTo(reform.second().id().toString());
        assertThat(draft.getList("money.block")).containsExactly("D", "D", "Q", "Q");
        balanced(draft);
        waits(reform.second(), "PENDING_APPROVAL");
        waits(reform.old(), "ASSIGNED");
        sumsAre(old, 2 * MILLION, 0, 2 * MILLION);

        // When
        old.posted("REFUND", MILLION, used);
        follow.look();

        // Then
        old.post(old.body("COMMITMENT", 1L)).then().statusCode(409).body(at("code", equalTo("training.unit-moving")));
        var again = reform.draft();
        assertThat(again.getList("money.amountVnd")).containsExactly(600_000, 400_000);
        reform.approve(planner(), again).then().statusCode(200);
        follow.look();
        assertThat(reform.drafts("DRAFT")).isEmpty();
        assertThat(reform.drafts("APPROVED")).hasSize(2);
        Changes.send(
                        plan,
                        "RELEASE",
                        Map.of(
                                "releases",
                                List.of(Map.of("line", waiting(reform.second()), "classes", 1, "places", 30))))
                .then()
                .statusCode(201);
        soundBooks();
    }

    private static TestPlan planThatWaits() {
        City.known();
        int year = TestPlan.nextYear();
        var decision = TestPlan.post(
                        Callers.city(),
                        TestPlan.DECISIONS,
                        TestPlan.decision(
                                year,
                                TestPlan.block(
                                        "D",
                                        "DISTRICT_BUDGETS",
                                        TestPlan.BUDGET,
                                        "ASSIGNED",
                                        TestPlan.line("D-1", 9, 300)),
                                TestPlan.block(
                                        "Q",
                                        "DISTRICT_BUDGETS",
                                        TestPlan.BUDGET,
                                        "PENDING_APPROVAL",
                                        TestPlan.line("Q-1", null, null))))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        return new TestPlan(year, decision);
    }

    private void waits(City.Told unit, String status) {
        assertThat(lineInQ(unit)).extracting(line -> line.get("status")).isEqualTo(status);
    }

    private String waiting(City.Told unit) {
        return String.valueOf(lineInQ(unit).get("code"));
    }

    private Map<String, ?> lineInQ(City.Told unit) {
        return Database.query("""
                        select l.code, l.status from plan_lines l join plan_blocks b on b.id = l.block_id
                        where l.plan_id = ? and l.unit_id = ? and b.code = 'Q'""", UUID.fromString(plan.planId()), unit.id()).getFirst();
    }

    @Test
    void shouldLoseNothingWhenSpendingAndApprovalMeet() throws Exception {
        // Given
        var old = reform.books(reform.old());
        var opened = id(reform.openClass(reform.old(), reform.lineOf(reform.old()), 30, 8 * MILLION));
        var bound = seen(reform.old(), opened).getString("commitmentEntryId");
        reform.apply(YESTERDAY);
        var draft = reform.draft();
        var acts = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 8; i++) {
            acts.add(() -> old.post(old.body("EXPENDITURE", MILLION, bound)));
            acts.add(() -> old.post(old.body("COMMITMENT", MILLION)));
        }
        acts.add(8, () -> reform.approve(planner(), draft));

        // When
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get().statusCode());
            }
        }
        if (!answers.get(8).equals(200)) {
            reform.approve(planner(), reform.draft()).then().statusCode(200);
        }

        // Then
        assertThat(answers.get(8)).isIn(200, 412);
        assertThat(answers).containsOnlyOnce(answers.get(8)).contains(409).isSubsetOf(200, 201, 409, 412, 422);
        var sums = List.of(old, reform.books(reform.first()), reform.books(reform.second())).stream()
                .mapToLong(books -> books.read().getLong("allocatedVnd"))
                .sum();
        assertThat(sums).isEqualTo(TestReform.BUDGET);
        var last = old.read();
        assertThat(last.getLong("allocatedVnd")).isEqualTo(last.getLong("spentVnd"));
        soundBooks();
    }

    private static io.restassured.specification.RequestSpecification planner() {
        return TestReform.planner("binh.tran");
    }

    private Json commitment(City.Told unit, String id) {
        return Callers.city()
                .get(Books.ACCOUNTS + "/" + reform.books(unit).account() + "/commitments")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .find("items", "id", id);
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static Json seen(City.Told unit, String classId) {
        return TestReform.in(unit)
                .get(TestPlan.CLASSES + "/" + classId)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body(at("code", equalTo(code)));
    }

    private static void balanced(Json draft) {
        long before = sum(draft, "freeBeforeVnd") + sum(draft, "openBeforeVnd");
        assertThat(sum(draft, "freeAfterVnd") + sum(draft, "openAfterVnd")).isEqualTo(before);
        assertThat(draft.getList("balances.fundingSource")).containsOnly("DISTRICT_BUDGETS");
    }

    private static long sum(Json draft, String figure) {
        return draft.<Number>getList("balances." + figure).stream()
                .mapToLong(Number::longValue)
                .sum();
    }

    private static void sumsAre(Books books, long allocated, long available, long spent) {
        var read = books.read();
        assertThat(List.of(read.getLong("allocatedVnd"), read.getLong("availableVnd"), read.getLong("spentVnd")))
                .containsExactly(allocated, available, spent);
    }

    private long budgetOfBlock() {
        return Callers.city()
                .get("/training/v1/plans/" + plan.planId())
                .as(Json.class)
                .find("blocks", "code", "D")
                .getLong("budgetVnd");
    }

    private void lineIs(City.Told unit, int classes, int places, int opened) {
        var line = TestReform.in(unit)
                .get("/training/v1/plan-lines/" + reform.lineOf(unit))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        assertThat(List.of(line.getInt("classes"), line.getInt("places"), line.getInt("openedClasses")))
                .containsExactly(classes, places, opened);
    }

    private void decisionIs(String decisionId) {
        var decision = Callers.city()
                .get(TestPlan.DECISIONS + "/" + decisionId)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        assertThat(decision.getString("kind")).isEqualTo("ADJUST");
        assertThat(decision.getString("legalBasis")).contains("18/NQ-MẪU");
        assertThat(decision.getInt("blocks[0].lines[0].classesBefore")).isEqualTo(5);
        assertThat(decision.getList("blocks[0].lines.classes")).containsExactly(0, 2, 3);
        assertThat(decision.getList("budgets")).hasSize(3);
    }

    private static void soundBooks() {
        assertThat(Callers.operator()
                        .get("/training/v1/ops/integrity")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("state"))
                .isNotEqualTo("BROKEN");
    }
}
