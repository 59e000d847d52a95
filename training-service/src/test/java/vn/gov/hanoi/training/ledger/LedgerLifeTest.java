package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** The money of an account from the commitment to the closing of the books, over HTTP. */
@QuarkusTest
@WithStack
class LedgerLifeTest {
    private static final String ZERO =
            "{appropriationVnd=%d, availableVnd=%d, committedVnd=%d, spentVnd=%d, settledVnd=%d,"
                    + " returnedVnd=%d, transferVnd=0, carriedVnd=0}";

    private final ReleaseExpired releaseExpired;

    LedgerLifeTest(ReleaseExpired releaseExpired) {
        this.releaseExpired = releaseExpired;
    }

    @Test
    void shouldBalanceAtEachStepFromCommitmentToClosingAndStillKnowEachMoment() {
        // Given
        var plan = TestPlan.create(1, 1);
        var books = Books.of(plan, "C");
        var steps = new java.util.ArrayList<List<String>>();

        // When
        var commitment = books.commit(1_000);
        steps.add(step(plan, 1_000_000_000, 999_999_000, 1_000, 0, 0, 0));
        books.posted("EXPENDITURE", 700, commitment);
        steps.add(step(plan, 1_000_000_000, 999_999_000, 300, 700, 0, 0));
        books.posted("REFUND", 100, commitment);
        steps.add(step(plan, 1_000_000_000, 999_999_100, 300, 600, 0, 0));
        var settled = books.posted("SETTLEMENT", 600, commitment);
        steps.add(step(plan, 1_000_000_000, 999_999_100, 300, 0, 600, 0));
        books.close("RETURN", null).then().statusCode(409).body(at("code", equalTo("training.commitments-open")));
        var released = books.posted("RELEASE", 300, commitment);
        steps.add(step(plan, 1_000_000_000, 999_999_400, 0, 0, 600, 0));
        books.close("RETURN", null)
                .then()
                .statusCode(200)
                .body(at("state", equalTo("CLOSED")))
                .body(at("availableVnd", equalTo(0)))
                .body(at("returnedVnd", equalTo(999_999_400)));
        steps.add(step(plan, 1_000_000_000, 0, 0, 0, 600, 999_999_400));

        // Then
        steps.forEach(step -> assertThat(sides(plan, step.get(0))).isEqualTo(step.get(1)));
        var first = Callers.city()
                .queryParam("knownAt", steps.getFirst().getFirst())
                .get(Books.ACCOUNTS + "/" + books.account());
        first.then()
                .body(at("state", equalTo("OPEN")))
                .body(at("committedVnd", equalTo(1_000)))
                .body(at("spentVnd", equalTo(0)))
                .body(at("availableVnd", equalTo(999_999_000)))
                .body(at("lastSeq", equalTo(2)))
                .body(at("closedAt", nullValue()));
        Callers.city()
                .queryParam("accountId", books.account())
                .queryParam("knownAt", steps.get(1).getFirst())
                .get(TestPlan.ENTRIES)
                .then()
                .body(at("items.kind", contains("ALLOCATION", "COMMITMENT", "EXPENDITURE")));
        Callers.city()
                .get(Books.ACCOUNTS + "/" + books.account() + "/commitments")
                .then()
                .body(at("items.openVnd", contains(0)))
                .body(at("items.releasedVnd", contains(400)))
                .body(at("items.spentVnd", contains(600)))
                .body(at("items.settledVnd", contains(600)));
        Callers.city()
                .queryParam("unfinished", "true")
                .get(Books.ACCOUNTS + "/" + books.account() + "/commitments")
                .then()
                .body(at("items", hasSize(0)));
        var late = books.body("COMMITMENT", 1L);
        for (var closed : List.of(
                books.post(late),
                books.post(books.body("REFUND", 1, commitment)),
                books.reverse(Callers.of(City.CITY, "training-accountant"), settled),
                books.reverse(Callers.of(City.CITY, "training-accountant"), released))) {
            closed.then().statusCode(409).body(at("code", equalTo("training.account-closed")));
        }
        assertThat(audited(books))
                .containsExactly(
                        "ledger.commit",
                        "ledger.spend",
                        "ledger.refund",
                        "ledger.settle",
                        "ledger.release",
                        "account.close");
    }

    /** The moment, and what the sides say at it. */
    private static List<String> step(
            TestPlan plan, long given, long free, long committed, long spent, long settled, long returned) {
        var balance = Callers.city()
                .queryParam("year", plan.year())
                .queryParam("fundingSource", "CITY_BUDGET")
                .get(Books.BALANCE)
                .then()
                .statusCode(200)
                .body(at("balanced", equalTo(true)))
                .extract()
                .as(Json.class);
        var expected = ZERO.formatted(-given, free, committed, spent, settled, returned);
        assertThat(balance.find("accounts", "block", "C").get("sides").toString())
                .isEqualTo(expected);
        // Block P is reserved money of the same source.
        assertThat(balance.getLong("total.appropriationVnd")).isEqualTo(-given - TestPlan.BUDGET);
        assertThat(balance.<String, Number>getMap("total").values().stream()
                        .mapToLong(Number::longValue)
                        .sum())
                .isZero();
        return List.of(balance.getString("knownAt"), expected);
    }

    private static String sides(TestPlan plan, String knownAt) {
        return Callers.city()
                .queryParam("year", plan.year())
                .queryParam("knownAt", knownAt)
                .get(Books.BALANCE)
                .as(Json.class)
                .find("accounts", "block", "C")
                .get("sides")
                .toString();
    }

    private static List<String> audited(Books books) {
        return Database.query("""
                        select a.action from audit_entries a left join ledger_entries e on e.id = a.resource_id
                        where e.account_id = ? or a.resource_id = ? order by a.at, a.id""", books.id(), books.id()).stream()
                .map(row -> String.valueOf(row.get("action")))
                .toList();
    }

    @Test
    void shouldCarryWhatIsLeftIntoTheSameBooksOfTheNextYearOnly() {
        // Given
        var plan = TestPlan.create(1, 1);
        var next = TestPlan.create(1, 1);
        var books = Books.of(plan, "C");
        boolean adjacent = next.year() == plan.year() + 1;
        var target = next.account("C");

        // When
        var other = books.close("CARRY_OVER", next.account("D"));
        var absent = books.close("CARRY_OVER", UUID.randomUUID().toString());
        var stale = books.close(Callers.accountant(), "\"99\"", Api.key(), "CARRY_OVER", target);
        var key = Api.key();
        var etag = books.etag();
        var carried = books.close(Callers.accountant(), etag, key, "CARRY_OVER", target);
        var again = books.close(Callers.accountant(), etag, key, "CARRY_OVER", target);

        // Then
        assertThat(adjacent).as("plans of two years").isTrue();
        other.then()
                .statusCode(422)
                .body(at("code", equalTo("training.funding-source-mixed")))
                .body(at("errors.pointer", contains("/data/carryToAccountId")));
        absent.then().statusCode(422).body(at("code", equalTo("training.account-unknown")));
        stale.then().statusCode(412);
        carried.then().statusCode(200).body(at("allocatedVnd", equalTo(0))).body(at("state", equalTo("CLOSED")));
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(new Books(target).read().getLong("availableVnd")).isEqualTo(2 * TestPlan.BUDGET);
        var both = Callers.city()
                .queryParam("fundingSource", "CITY_BUDGET")
                .get(Books.BALANCE)
                .as(Json.class);
        assertThat(both.getLong("total.carriedVnd")).isZero();
        assertThat(both.find("accounts", "id", target).getLong("sides.carriedVnd"))
                .isEqualTo(-TestPlan.BUDGET);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITMENT, training-organiser, training-accountant",
        "RELEASE, training-organiser, training-accountant",
        "EXPENDITURE, training-accountant, training-organiser",
        "REFUND, training-accountant, training-organiser",
        "SETTLEMENT, training-accountant, training-organiser",
        "REVERSAL, training-accountant, training-organiser"
    })
    void shouldLetOnlyTheRoleOfTheKindPost(String kind, String role, String other) {
        // Given
        var books = Books.of(TestPlan.roomy(), "C");
        var commitment = books.commit(10);
        books.posted("EXPENDITURE", 5, commitment);
        var body = kind.equals("COMMITMENT") || kind.equals("REVERSAL")
                ? books.body(kind, kind.equals("REVERSAL") ? null : 1L)
                : books.body(kind, 1, commitment);
        if (kind.equals("REVERSAL")) {
            body.put("reversesId", books.commit(1));
        }

        // When
        var refused = TestPlan.post(Callers.of(City.CITY, other), TestPlan.ENTRIES, body);
        var tried = Callers.of(City.CITY, other)
                .queryParam("validateOnly", "true")
                .body(body)
                .post(TestPlan.ENTRIES);
        var foreign = TestPlan.post(Callers.of(City.DISTRICT, role), TestPlan.ENTRIES, body);
        var posted = TestPlan.post(Callers.of(City.CITY, role), TestPlan.ENTRIES, body);

        // Then
        refused.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        tried.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        foreign.then().statusCode(422).body(at("code", equalTo("training.account-unknown")));
        posted.then().statusCode(201).body(at("kind", equalTo(kind)));
    }

    @Test
    void shouldLetSomebodyElseTakeBackAnEntryOnceAndSwapItsSides() {
        // Given
        var books = Books.fresh();
        var commitment = books.commit(100);
        var spent = books.posted("EXPENDITURE", 60, commitment);
        var other = Tokens.user("somebody.else")
                .unit("H26")
                .roles("training-accountant")
                .token();

        // When
        var own = books.reverse(Callers.accountant(), spent);
        var tooMuch = books.reverse(Api.as(other), commitment);
        var reversed = books.reverse(Api.as(other), spent);
        var twice = books.reverse(Api.as(other), spent);
        var ofReversal =
                books.reverse(Callers.accountant(), reversed.as(Json.class).getString("id"));

        // Then
        own.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        tooMuch.then().statusCode(422).body(at("code", equalTo("training.commitment-exceeded")));
        reversed.then()
                .statusCode(201)
                .body(at("debit", equalTo("COMMITTED")))
                .body(at("credit", equalTo("SPENT")))
                .body(at("amountVnd", equalTo(60)))
                .body(at("reversesId", equalTo(spent)))
                .body(at("commitmentId", equalTo(commitment)));
        twice.then().statusCode(409).body(at("code", equalTo("training.entry-reversed")));
        ofReversal.then().statusCode(422).body(at("code", equalTo("training.entry-not-reversible")));
        assertThat(books.read().getLong("committedVnd")).isEqualTo(100);
        assertThat(books.read().getLong("spentVnd")).isZero();
    }

    @Test
    void shouldRefuseAReversalThatWouldBreakALimit() {
        // Given
        var books = Books.fresh();
        var commitment = books.commit(TestPlan.BUDGET);
        books.posted("EXPENDITURE", 50, commitment);
        var refund = books.posted("REFUND", 50, commitment);
        books.commit(30);
        var other = Tokens.user("somebody.else")
                .unit("H26")
                .roles("training-accountant")
                .token();

        // When
        var refused = books.reverse(Api.as(other), refund);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.budget-exceeded")))
                .body(at("args.availableVnd", equalTo(20)));
        assertThat(books.read().getLong("availableVnd")).isEqualTo(20);
    }

    @Test
    void shouldReleaseWhatIsExpiredOnceHoweverOftenTheJobRunsAndWhateverIsSpentMeanwhile() throws Exception {
        // Given
        var books = Books.fresh();
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        var body = books.body("COMMITMENT", 100L);
        body.put("expiresOn", today.toString());
        var commitment = books.post(body)
                .then()
                .statusCode(201)
                .body(at("expiresOn", equalTo(today.toString())))
                .extract()
                .as(Json.class)
                .getString("id");
        books.posted("EXPENDITURE", 10, commitment);
        var tomorrow = today.plusDays(1);

        // When
        releaseExpired.release(today);
        long early = books.read().getLong("committedVnd");
        var answers = LedgerRaceTest.allAtOnce(6, i -> {
            if (i % 2 == 0) {
                releaseExpired.release(tomorrow);
                return null;
            }
            return books.post(books.body("EXPENDITURE", 20, commitment));
        });

        // Then
        assertThat(early).isEqualTo(90);
        long spent = 10
                + 20
                        * answers.stream()
                                .filter(answer -> answer instanceof Response posted && posted.statusCode() == 201)
                                .count();
        var sums = books.read();
        assertThat(sums.getLong("committedVnd")).isZero();
        assertThat(sums.getLong("spentVnd")).isEqualTo(spent);
        assertThat(sums.getLong("availableVnd")).isEqualTo(TestPlan.BUDGET - spent);
        var releases = Database.query("""
                select e.amount_vnd, e.recorded_by, a.subject, a.action from ledger_entries e join audit_entries a on a.resource_id = e.id
                where e.kind = 'RELEASE' and e.account_id = ?""", books.id());
        assertThat(releases)
                .containsExactly(Map.of(
                        "amount_vnd",
                        100 - spent,
                        "recorded_by",
                        "system",
                        "subject",
                        "system",
                        "action",
                        "ledger.expire"));
    }

    @Test
    void shouldTryOutAPostingAndKeepNothing() {
        // Given
        var books = Books.fresh();
        var before = books.read().get().toString();
        var body = books.body("COMMITMENT", 5L);
        var tooMuch = books.body("COMMITMENT", TestPlan.BUDGET + 1);

        // When
        var tried = Callers.city().queryParam("validateOnly", "true").body(body).post(TestPlan.ENTRIES);
        var refused =
                Callers.city().queryParam("validateOnly", "true").body(tooMuch).post(TestPlan.ENTRIES);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        refused.then().statusCode(422).body(at("code", equalTo("training.budget-exceeded")));
        assertThat(books.read().get().toString()).isEqualTo(before);
    }

    @Test
    void shouldGiveTheTrialBalanceAsAFileAndOnlyOfTheScope() {
        // Given
        var plan = TestPlan.roomy();

        // When
        var csv = Callers.city()
                .accept("text/csv")
                .queryParam("year", plan.year())
                .get(Books.BALANCE);
        var foreign = Callers.of(City.DISTRICT, "training-reader").get(Books.BALANCE);
        var unreadable = Callers.city().queryParam("knownAt", "yesterday").get(Books.BALANCE);

        // Then
        var lines = csv.then().statusCode(200).extract().asString().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFTài khoản,Năm,Khối");
        assertThat(lines).hasSize(5);
        assertThat(lines.getLast()).startsWith("Tổng số,,,,,-" + 3 * TestPlan.BUDGET + ",");
        foreign.then().statusCode(200).body(at("accounts", hasSize(0))).body(at("balanced", equalTo(true)));
        unreadable.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }
}
