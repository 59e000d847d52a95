package vn.gov.hanoi.training.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.TestDegree.ENDED;
import static vn.gov.hanoi.training.support.TestDegree.SENT;
import static vn.gov.hanoi.training.support.TestDegree.part;
import static vn.gov.hanoi.training.support.TestDegree.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;

/** Nothing becomes a debt by itself; a debt is paid exactly; a transfer or a reorganisation carries the promise. */
@QuarkusTest
@WithStack
class CompensationTest {
    /** Twelve whole months of the forty-eight that were promised. */
    private static final LocalDate LEFT = ENDED.plusDays(1).plusMonths(12);

    private final WatchCommitments watch;
    private UUID officer;

    CompensationTest(WatchCommitments watch) {
        this.watch = watch;
    }

    @BeforeEach
    void meetAnOfficer() {
        officer = TestDegree.officer(City.WARD);
    }

    private static Json view(String record) {
        return TestDegree.planner().get(record).then().statusCode(200).extract().as(Json.class);
    }

    private static Response decide(String record, LocalDate day, List<?> instalments) {
        return TestDegree.act(TestDegree.approver(), record, "decide", TestDegree.verdict(day, instalments));
    }

    private static Response release(String record, String ground) {
        return TestDegree.act(
                TestDegree.approver(),
                record,
                "release",
                Map.of(
                        "ground", ground,
                        "certificate", TestDegree.document(LEFT),
                        "council", TestDegree.council(LEFT),
                        "decision", TestDegree.decision(LEFT.toString())));
    }

    private static List<String> listed(Map<String, ?> filters) {
        var list = TestDegree.planner()
                .queryParams(filters)
                .queryParam("limit", "500")
                .get(TestDegree.CASES);
        list.then().statusCode(200);
        return list.as(Json.class).getList("items.id");
    }

    private List<String> cases() {
        return Database.query(
                        "select trigger, event_on, state from compensations where officer_id = ? order by opened_at, id",
                        officer)
                .stream()
                .map(row -> row.get("trigger") + " " + row.get("event_on") + " " + row.get("state"))
                .toList();
    }

    private void leave(LocalDate day) {
        Database.execute("update assignments set valid_to = ? where officer_id = ?", day, officer);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body(at("code", equalTo(code)));
    }

    @Test
    void shouldComputeDecideAndCollectTheExampleOfTheFormula() throws Exception {
        // Given
        var training = TestDegree.completed(officer);
        var record = training.reported(LEFT);
        var proposed = view(record);
        var decidedOn = today().minusDays(60);
        var plan = List.of(
                part(decidedOn.plusDays(30), 15_000_000),
                part(today(), 15_000_000),
                part(decidedOn.plusDays(120), 15_000_000));

        // When
        refused(
                decide(record, decidedOn, List.of(part(decidedOn.plusDays(121), 45_000_000))),
                422,
                "training.instalments-disordered");
        refused(decide(record, decidedOn, List.of(part(today(), 45_000_001))), 422, "training.instalments-differ");
        TestDegree.ok(decide(record, decidedOn, plan));
        var decided = view(record);

        // Then
        assertThat(proposed.getString("state")).isEqualTo("OPEN");
        assertThat(proposed.getLong("amountVnd")).isZero();
        assertThat(proposed.getLong("details.debt.amountVnd")).isEqualTo(45_000_000);
        assertThat(decided.getString("state")).isEqualTo("DECIDED");
        assertThat(decided.getLong("amountVnd")).isEqualTo(45_000_000);
        assertThat(decided.getInt("details.debt.committedMonths")).isEqualTo(48);
        assertThat(decided.getInt("details.debt.servedMonths")).isEqualTo(12);
        assertThat(decided.getString("details.debt.formula")).isEqualTo("PROPORTIONAL");
        assertThat(decided.getString("details.debt.legalBasis")).isEqualTo("101/2017/NĐ-CP");
        assertThat(decided.getString("details.debt.digest")).isEqualTo(proposed.getString("details.debt.digest"));
        assertThat(decided.getLong("overdueVnd")).isEqualTo(15_000_000);
        assertThat(decided.getString("dueOn")).isEqualTo(decidedOn.plusDays(120).toString());
        assertThat(decided.<String>getList("details.councilMembers")).hasSize(2);
        assertThat(training.commitment().getString("state")).isEqualTo("BROKEN");
        var id = decided.getString("id");
        assertThat(listed(Map.of("overdue", "true", "state", "DECIDED"))).contains(id);
        TestDegree.planner()
                .queryParam("officerId", officer)
                .get(TestDegree.CASES)
                .then()
                .statusCode(200)
                .body(at("items[0].overdueVnd", equalTo(15_000_000)));
        assertThat(listed(Map.of("overdue", "false"))).doesNotContain(id);
        assertThat(listed(Map.of("unitId", City.WARD.id(), "trigger", "LEFT_BEFORE_END")))
                .contains(id);
        assertThat(listed(Map.of("unitId", City.DEPARTMENT.id()))).doesNotContain(id);

        shouldNeverTakeMoreThanIsOwed(record);
        assertThat(listed(Map.of("overdue", "true"))).doesNotContain(id);
        refused(decide(record, today(), plan), 409, "training.compensation-wrong-state");
    }

    /** Twelve payments of ten million at once on a debt of forty-five. */
    private static void shouldNeverTakeMoreThanIsOwed(String record) throws Exception {
        var payments = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () ->
                        TestDegree.pay(record, today(), 10_000_000, "GNT-" + i).statusCode())
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var each : pool.invokeAll(payments)) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(8);
        assertThat(view(record).getString("state")).isEqualTo("PAYING");
        assertThat(view(record).getLong("paidVnd")).isEqualTo(40_000_000);

        refused(TestDegree.pay(record, today().plusDays(1), 1, "GNT-F"), 422, "training.degree-day-outside");
        var key = Api.key();
        var rest = Map.of("paidOn", today().toString(), "amountVnd", 5_000_000, "reference", "GNT-Z");
        for (int i = 0; i < 2; i++) {
            TestDegree.planner()
                    .header("Idempotency-Key", key)
                    .body(rest)
                    .post(record + "/payments")
                    .then()
                    .statusCode(200)
                    .body(at("state", equalTo("SETTLED")));
        }
        var settled = view(record);
        assertThat(settled.getLong("paidVnd")).isEqualTo(45_000_000);
        assertThat(settled.<Integer>getList("details.payments.amountVnd").stream()
                        .mapToLong(Integer::longValue)
                        .sum())
                .isEqualTo(45_000_000);
        refused(TestDegree.pay(record, today(), 1, "GNT-X"), 409, "training.compensation-wrong-state");
    }

    @Test
    void shouldExemptOnCertifiedGroundsAndLetATransferCarryThePromise() {
        // Given
        var moved = TestDegree.completed(officer);
        var movedCase = moved.reported(LEFT);
        var ill = TestDegree.completed(TestDegree.officer(City.WARD));
        var illCase = ill.reported(LEFT);

        // When
        refused(release(movedCase, "HOLIDAY"), 422, "training.compensation-ground-unknown");
        TestDegree.ok(release(movedCase, "TRANSFER"));
        TestDegree.ok(release(illCase, "ILLNESS"));

        // Then
        assertThat(view(movedCase).getString("state")).isEqualTo("EXEMPTED");
        assertThat(view(movedCase).getLong("amountVnd")).isZero();
        assertThat(view(movedCase).getString("details.ground")).isEqualTo("TRANSFER");
        assertThat(moved.commitment().getString("state")).isEqualTo("RUNNING");
        assertThat(ill.commitment().getString("state")).isEqualTo("RELEASED");
        refused(release(illCase, "ILLNESS"), 409, "training.compensation-wrong-state");

        // And the directory, in which the person is gone, proposes the same case no second time.
        leave(LEFT);
        watch.watch();
        assertThat(cases()).containsExactly("LEFT_BEFORE_END 2025-09-01 EXEMPTED");
    }

    @Test
    void shouldProposeACaseOfWhoLeftOnceAndNeverMakeADebt() {
        // Given
        var training = TestDegree.completed(officer);
        leave(today().plusDays(1));
        watch.watch();
        var early = cases();

        // When: who left is dismissed later, which changes nothing of the leaving
        leave(LEFT);
        Sanctioned.tell(List.of(Sanctioned.imposed(officer, "DISMISSAL", LEFT.plusMonths(2))));
        watch.watch();
        watch.watch();

        // Then
        assertThat(early).isEmpty();
        assertThat(cases()).containsExactly("LEFT_BEFORE_END 2025-09-01 OPEN");
        assertThat(training.commitment().getString("state")).isEqualTo("RUNNING");
        var record =
                TestDegree.CASES + "/" + listed(Map.of("officerId", officer)).getFirst();
        assertThat(view(record).getString("details.source")).isEqualTo("DIRECTORY");
        TestDegree.ok(TestDegree.act(
                TestDegree.approver(), record, "cancel", Map.of("reason", TestDegree.reason("NO_CASE"))));
        watch.watch();
        assertThat(cases()).containsExactly("LEFT_BEFORE_END 2025-09-01 CANCELLED");
    }

    @Test
    void shouldProposeNothingWhenAReorganisationOrATransferCarriesThePerson() {
        // Given
        var old = newUnit();
        officer = TestDegree.officer(old);
        var training = TestDegree.completed(officer);
        var path = TestDegree.COMMITMENTS + "/" + training.commitmentId();
        Callers.of(City.OTHER_DISTRICT, "degree-reader").get(path).then().statusCode(404);

        // When: the unit ends, the post is not moved yet
        newUnitEnds(old);
        Database.execute(
                "insert into unit_successions (from_unit_id, to_unit_id, share, effective_on, decision_number) values (?, ?, 1, '2025-07-01', '1656/NQ-UBTVQH15')",
                old.id(),
                City.OTHER_DISTRICT.id());
        watch.watch();
        var carried = Callers.of(City.OTHER_DISTRICT, "degree-reader").get(path);
        var former = Callers.of(City.DISTRICT, "degree-reader").get(path);

        // And then it is, and later the person is transferred
        Database.execute("update assignments set valid_to = '2025-07-01' where officer_id = ?", officer);
        City.place(officer, City.DEPARTMENT, 9);
        watch.watch();

        // Then
        carried.then().statusCode(200).body(at("signedIn.code", equalTo(old.code())));
        former.then().statusCode(404);
        Callers.of(City.DEPARTMENT, "degree-reader")
                .get(path)
                .then()
                .statusCode(200)
                .body(at("state", equalTo("RUNNING")))
                .body(at("places[0].unit.code", equalTo(City.DEPARTMENT.code())));
        assertThat(cases()).isEmpty();
    }

    private static City.Told newUnit() {
        City.known();
        var id = UUID.randomUUID();
        var code = "H26.23." + id.toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        Events.directoryUnit(id, code, "Phường cũ", "WARD", City.DISTRICT.id(), "2018-01-01", null, 1);
        City.awaitCopy(id, 1);
        return new City.Told(id, code, "Phường cũ", "WARD", City.DISTRICT.id());
    }

    private static void newUnitEnds(City.Told unit) {
        Events.directoryUnit(
                unit.id(), unit.code(), unit.name(), unit.type(), City.DISTRICT.id(), "2018-01-01", "2025-07-01", 2);
        City.awaitCopy(unit.id(), 2);
    }

    @Test
    void shouldProposeTheDismissedOnlyUnderTheDecreeThatHasTheCase() {
        // Given
        TestDegree.proposed(officer).approved().sent(SENT);
        var later = TestDegree.officer(City.WARD);
        TestDegree.proposed(TestDegree.request(later, LocalDate.of(2025, 9, 1)))
                .approved()
                .sent(LocalDate.of(2025, 9, 1));
        Sanctioned.tell(List.of(
                Sanctioned.imposed(officer, "DISMISSAL", LocalDate.of(2023, 3, 1)),
                Sanctioned.imposed(later, "DISMISSAL", LocalDate.of(2026, 3, 1))));
        leave(LocalDate.of(2023, 3, 1));

        // When
        watch.watch();

        // Then
        assertThat(cases()).as("Decree 101/2017 has no such case").isEmpty();
        officer = later;
        assertThat(cases()).containsExactly("DISMISSED_DURING_TRAINING 2026-03-01 OPEN");
        var record = TestDegree.CASES + "/" + listed(Map.of("officerId", later)).getFirst();
        assertThat(view(record).getLong("details.debt.amountVnd")).isEqualTo(TestDegree.COST);
        assertThat(view(record).getString("details.debt.formula")).isEqualTo("FULL");
    }

    @Test
    void shouldProposeTheFullCostOfWhoComesBackWithoutTheDegree() {
        // Given
        var training = TestDegree.proposed(officer).approved().sent(SENT);

        // When
        TestDegree.ok(training.act(TestDegree.planner(), "close", TestDegree.failure("NOT_COMPLETED", ENDED)));
        var record =
                TestDegree.CASES + "/" + listed(Map.of("officerId", officer)).getFirst();
        TestDegree.ok(TestDegree.act(TestDegree.approver(), record, "decide", TestDegree.verdict(today(), null)));

        // Then
        assertThat(training.view().getString("state")).isEqualTo("NOT_COMPLETED");
        assertThat(training.commitment().getString("state")).isEqualTo("VOID");
        var decided = view(record);
        assertThat(decided.getString("trigger")).isEqualTo("NO_DIPLOMA");
        assertThat(decided.getLong("amountVnd")).isEqualTo(TestDegree.COST);
        assertThat(decided.<String>getList("details.instalments.dueOn"))
                .containsExactly(today().plusDays(120).toString());
        assertThat(decided.getLong("overdueVnd")).isZero();
    }

    @Test
    void shouldCloseAStudyOfWhoLeftAlthoughTheCaseIsProposedAlready() {
        // Given
        var training = TestDegree.proposed(officer).approved().sent(SENT);
        leave(LocalDate.of(2023, 3, 1));
        watch.watch();

        // When
        TestDegree.ok(
                training.act(TestDegree.planner(), "close", TestDegree.failure("LEFT", LocalDate.of(2023, 3, 1))));

        // Then
        assertThat(training.view().getString("state")).isEqualTo("LEFT");
        assertThat(cases()).containsExactly("LEFT_DURING_TRAINING 2023-03-01 OPEN");
    }

    @Test
    void shouldEndByItselfOnTheDayAfterTheLastMonth() {
        // Given: three months of study in 2021, six of service
        var request = TestDegree.request(officer, LocalDate.of(2021, 1, 1));
        request.put("endsOn", "2021-03-31");
        var training = TestDegree.proposed(request).approved().sent(LocalDate.of(2021, 1, 1));
        TestDegree.ok(training.act(TestDegree.planner(), "close", TestDegree.completion(LocalDate.of(2021, 3, 31))));

        // When
        leave(LocalDate.of(2021, 10, 1));
        watch.watch();
        var shown = training.commitment();

        // Then
        assertThat(shown.getString("endsOn")).isEqualTo("2021-10-01");
        assertThat(shown.getString("state")).isEqualTo("FULFILLED");
        assertThat(shown.getInt("servedMonths")).isEqualTo(6);
        assertThat(cases()).isEmpty();
        var list = TestDegree.planner()
                .queryParams(Map.of("state", "FULFILLED", "officerId", officer))
                .get(TestDegree.COMMITMENTS);
        list.then()
                .statusCode(200)
                .body(at("items[0].id", equalTo(training.commitmentId().toString())));
        assertThat(list.asString()).doesNotContain("\"document\"", "\"places\"");
    }
}
