package vn.gov.hanoi.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Later decisions: nothing is edited, money and quota follow together, every version stays readable. */
@QuarkusTest
@WithStack
class PlanChangeHttpTest {
    private static final long MILLION = 1_000_000L;

    @Test
    void shouldReleaseAdjustAndTransferAYearAndKeepEveryVersion() {
        // Given
        var plan = TestPlan.create(10, 300);
        var before = Instant.now();
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("P-1", 1, 1))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("training.line-pending-approval")));

        // When
        var release = Changes.made(
                plan,
                "RELEASE",
                Map.of(
                        "releases",
                        List.of(Map.of("line", "P-1", "classes", 4, "places", 120)),
                        "budgets",
                        List.of(Changes.budget("P", null, 5 * MILLION))));
        var adjust = Changes.made(
                plan,
                "ADJUST",
                Map.of(
                        "lines", List.of(Changes.line("C-1", -2, -100)),
                        "newLines", List.of(Changes.newLine("C", "C-2", City.DEPARTMENT.id(), "POLITICAL_THEORY")),
                        "budgets",
                                List.of(
                                        Changes.budget("C", null, -10 * MILLION),
                                        Changes.budget("C", City.DEPARTMENT.id(), 3 * MILLION))));
        var transfer = Changes.made(
                plan,
                "TRANSFER",
                Map.of(
                        "quotaTransfers",
                                List.of(Map.of("fromLine", "C-1", "toLine", "C-2", "classes", 1, "places", 50)),
                        "moneyTransfers",
                                List.of(Map.of(
                                        "from", Changes.place("C", null),
                                        "to", Changes.place("C", City.DEPARTMENT.id()),
                                        "amountVnd", 7 * MILLION))));

        // Then
        assertThat(release.getString("kind")).isEqualTo("RELEASE");
        assertThat(release.getString("blocks[0].lines[0].status")).isEqualTo("ASSIGNED");
        assertThat(adjust.getList("blocks[0].lines.code")).containsExactly("C-1", "C-2");
        assertThat(adjust.getInt("blocks[0].lines[0].classesBefore")).isEqualTo(10);
        assertThat(adjust.getList("budgets.budgetVnd")).containsExactlyInAnyOrder(990_000_000, 3_000_000);
        assertThat(transfer.getList("blocks[0].lines.places")).containsExactly(150, 110);
        lineIs(plan, Map.of(), "C-1", 7, 150);
        lineIs(plan, Map.of("asOf", plan.year() + "-05-31"), "C-1", 10, 300);
        lineIs(plan, Map.of("asOf", plan.year() + "-06-01"), "C-1", 7, 150);
        lineIs(plan, Map.of("knownAt", before.toString()), "C-1", 10, 300);
        assertThat(codes(plan, Map.of("knownAt", before.toString()))).containsExactly("C-1", "D-1", "P-1");
        assertThat(codes(plan, Map.of())).containsExactly("C-1", "D-1", "P-1", "C-2");
        planIs(plan, Map.of(), 983_000_000L + 10 * MILLION, "ASSIGNED");
        planIs(plan, Map.of("asOf", plan.year() + "-02-01"), TestPlan.BUDGET, "PENDING_APPROVAL");
        versionsAre(plan);
        sumsAreThoseOfTheLedger(plan);
        opensClassesWithTheMoneyOfTheUnit(plan);
        decisionStandsAsSigned(plan);
    }

    private static void lineIs(TestPlan plan, Map<String, String> time, String code, int classes, int places) {
        var line = lines(plan, time).find("items", "code", code);
        assertThat(List.of(line.getInt("classes"), line.getInt("places")))
                .as(time.toString())
                .containsExactly(classes, places);
    }

    private static List<String> codes(TestPlan plan, Map<String, String> time) {
        return lines(plan, time).getList("items.code");
    }

    private static Json lines(TestPlan plan, Map<String, String> time) {
        return Callers.city()
                .queryParam("planId", plan.planId())
                .queryParams(time)
                .get("/training/v1/plan-lines")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    private static void planIs(TestPlan plan, Map<String, String> time, long city, String pending) {
        var read = Callers.city()
                .queryParams(time)
                .get("/training/v1/plans/" + plan.planId())
                .as(Json.class);
        assertThat(read.getLong("blocks[0].budgetVnd")).isEqualTo(city);
        assertThat(read.getString("blocks[2].status")).isEqualTo(pending);
    }

    private static void versionsAre(TestPlan plan) {
        var versions = Callers.city()
                .get("/training/v1/plan-lines/" + plan.line("C-1") + "/versions")
                .as(Json.class);
        assertThat(versions.getList("items.kind")).containsExactly("ASSIGN", "ADJUST", "TRANSFER");
        assertThat(versions.getList("items.number")).containsExactly(1, 2, 3);
        assertThat(versions.getList("items.classes")).containsExactly(10, 8, 7);
        var line = Callers.city()
                .get("/training/v1/plan-lines/" + plan.line("C-1"))
                .as(Json.class);
        assertThat(line.getString("state")).isEqualTo("ADJUSTED");
        assertThat(line.getInt("number")).isEqualTo(3);
    }

    private static void sumsAreThoseOfTheLedger(TestPlan plan) {
        var differing = Database.count("""
                select count(*) from plan_budgets g join accounts a on a.id = g.account_id
                    join lateral (select budget_vnd from plan_budget_versions v where v.budget_id = g.id order by number desc limit 1) v on true
                where g.plan_id = ? and (a.allocated_vnd <> g.budget_vnd or v.budget_vnd <> g.budget_vnd or a.state <> 'OPEN')""", UUID.fromString(plan.planId()));
        assertThat(differing).isZero();
        assertThat(Database.count(
                        "select count(*) from plan_budgets where plan_id = ?", UUID.fromString(plan.planId())))
                .isEqualTo(4);
        var kinds = Database.query(
                        "select e.kind from ledger_entries e join accounts a on a.id = e.account_id where a.plan_id = ? and e.decision_id is not null order by e.id",
                        UUID.fromString(plan.planId()))
                .stream()
                .map(row -> row.get("kind"))
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "ALLOCATION",
                        "ALLOCATION",
                        "ALLOCATION",
                        "ALLOCATION",
                        "REDUCTION",
                        "ALLOCATION",
                        "TRANSFER_OUT",
                        "TRANSFER_IN");
    }

    private static void opensClassesWithTheMoneyOfTheUnit(TestPlan plan) {
        var request = plan.newClass("C-1", 10, 1);
        request.put(
                "planLineId", lines(plan, Map.of()).find("items", "code", "C-2").getString("id"));
        request.put("amountVnd", 11 * MILLION);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, request)
                .then()
                .statusCode(422)
                .body(at("code", equalTo("training.budget-exceeded")))
                .body(at("args.availableVnd", equalTo(10_000_000)));
        request.put("amountVnd", 10 * MILLION);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, request).then().statusCode(201);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("P-1", 10, 5 * MILLION))
                .then()
                .statusCode(201);
    }

    private static void decisionStandsAsSigned(TestPlan plan) {
        var read = Callers.city()
                .get(TestPlan.DECISIONS + "/" + plan.decision().getString("id"))
                .as(Json.class);
        assertThat(read.<String, Object>getMap("")).isEqualTo(plan.decision().<String, Object>getMap(""));
    }

    @Test
    void shouldRefuseWhatBreaksARuleAndChangeNothing() {
        // Given
        var plan = TestPlan.create(10, 300);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 100, 400 * MILLION))
                .then()
                .statusCode(201);
        var before = state(plan);

        // When
        var belowUse = Changes.send(plan, "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 0, -201))));
        var belowCommitted =
                Changes.send(plan, "ADJUST", Map.of("budgets", List.of(Changes.budget("C", null, -601 * MILLION))));
        var foreign = Changes.send(
                plan, "ADJUST", Map.of("budgets", List.of(Changes.budget("C", City.DISTRICT.id(), MILLION))));
        var old = Changes.decision(plan.year(), "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 1, 1))));
        old.put("decision", Changes.signed(plan.year(), "-01-14"));
        var early = TestPlan.post(Callers.city(), TestPlan.DECISIONS, old);
        var abolished = Changes.send(
                plan, "ADJUST", Map.of("newLines", List.of(Changes.newLine("C", "C-7", null, "NO_SUCH_CONTENT"))));
        var wrongKind = Changes.send(plan, "TRANSFER", Map.of("lines", List.of(Changes.line("C-1", 1, 1))));
        var nothing = Changes.send(plan, "ADJUST", Map.of());
        var district = TestPlan.post(
                Callers.of(City.DISTRICT, "training-planner"),
                TestPlan.DECISIONS,
                Changes.decision(plan.year(), "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 1, 1)))));

        // Then
        refused(belowUse, 422, "training.quota-below-use", "/changes/lines/0");
        refused(belowCommitted, 422, "training.budget-exceeded", "/changes/budgets/0/amountByVnd");
        refused(foreign, 422, "training.funding-source-differs", "/changes/budgets/0/unitId");
        refused(early, 422, "training.decision-out-of-order", "/decision/signedOn");
        refused(abolished, 422, "training.code-not-in-force", "/changes/newLines/0/line/target/content");
        refused(wrongKind, 400, "request.invalid-value", "/changes/lines");
        refused(nothing, 400, "request.invalid-value", "/changes");
        district.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        assertThat(state(plan)).isEqualTo(before);
    }

    private static void refused(Response answer, int status, String code, String pointer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(at("code", equalTo(code)))
                .body(at("errors.pointer", contains(pointer)));
    }

    private static List<?> state(TestPlan plan) {
        var id = UUID.fromString(plan.planId());
        return List.of(
                Database.query("select version, closed_by from plans where id = ?", id),
                Database.query("select * from plan_lines where plan_id = ? order by id", id),
                Database.query("select * from plan_budgets where plan_id = ? order by id", id),
                Database.query(
                        "select id, state, last_seq, allocated_vnd from accounts where plan_id = ? order by id", id),
                Database.count("select count(*) from plan_decisions where plan_id = ?", id),
                Database.count("select count(*) from event_sequences where aggregate_id = ?", id));
    }

    @Test
    void shouldTryOutReplayAndTellADecision() {
        // Given
        var plan = TestPlan.create(10, 300);
        var before = state(plan);
        var body = Changes.decision(plan.year(), "ADJUST", Map.of("lines", List.of(Changes.line("D-1", 1, 30))));
        var key = Api.key();

        // When
        var tried = Callers.city().queryParam("validateOnly", "true").body(body).post(TestPlan.DECISIONS);
        var untouched = state(plan);
        var first = Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.DECISIONS);
        var again = Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.DECISIONS);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(untouched).isEqualTo(before);
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        lineIs(plan, Map.of(), "D-1", 11, 330);
        var audit = Database.query(
                "select action from audit_entries where resource_id = ?",
                UUID.fromString(first.as(Json.class).getString("id")));
        assertThat(audit).extracting(row -> row.get("action")).containsExactly("plan.adjust");
    }

    @Test
    void shouldLetClassesAndDecisionsRaceForTheSamePlacesAndMoney() throws Exception {
        // Given
        var plan = TestPlan.create(20, 200);
        var acts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            acts.add(() -> TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 20, 100 * MILLION))
                    .statusCode());
            acts.add(() -> Changes.send(
                            plan,
                            "ADJUST",
                            Map.of(
                                    "lines", List.of(Changes.line("C-1", -1, -20)),
                                    "budgets", List.of(Changes.budget("C", null, -100 * MILLION))))
                    .statusCode());
        }

        // When
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(acts)) {
                answers.add(each.get());
            }
        }

        // Then
        assertThat(answers).containsOnly(201, 422);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(10);
        var line = lines(plan, Map.of()).find("items", "code", "C-1");
        assertThat(line.getInt("openedPlaces")).isEqualTo(line.getInt("places"));
        var account =
                Callers.city().get("/training/v1/accounts/" + plan.account("C")).as(Json.class);
        assertThat(account.getLong("availableVnd")).isZero();
        assertThat(account.getLong("allocatedVnd")).isEqualTo(line.getInt("places") * 5L * MILLION);
    }

    @Test
    void shouldCloseAPlanOnceNothingIsOpenAndThenRefuseEverything() {
        // Given
        var busy = TestPlan.create(5, 100);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, busy.newClass("C-1", 10, MILLION))
                .then()
                .statusCode(201);
        var plan = TestPlan.closable();

        // When
        var open = close(busy, etag(busy));
        var stale = close(plan, "\"77\"");
        var blind = close(plan, null);
        var closed = close(plan, etag(plan));
        var again = close(plan, etag(plan));

        // Then
        open.then()
                .statusCode(409)
                .body(at("errors.code", contains("training.plan-has-open-classes", "training.plan-has-open-money")));
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        blind.then().statusCode(428).body(at("code", equalTo("precondition.required")));
        closed.then().statusCode(200).header("ETag", "\"2\"").body(at("state", equalTo("CLOSED")));
        again.then().statusCode(409).body(at("code", equalTo("training.plan-closed")));
        Changes.send(plan, "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 1, 1))))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.plan-closed")));
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 1, 1))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.plan-closed")));
        assertThat(lines(plan, Map.of()).<String>getList("items.state")).containsOnly("CLOSED");
    }

    private static String etag(TestPlan plan) {
        return Callers.city().get("/training/v1/plans/" + plan.planId()).header("ETag");
    }

    private static Response close(TestPlan plan, @org.jspecify.annotations.Nullable String etag) {
        var who = Callers.city();
        if (etag != null) {
            who.header("If-Match", etag);
        }
        return TestPlan.post(
                who,
                "/training/v1/plans/" + plan.planId() + "/actions/close",
                Map.of("decision", Changes.signed(plan.year(), "-12-31"), "legalBasis", "Nghị định 101/2017/NĐ-CP"));
    }
}
