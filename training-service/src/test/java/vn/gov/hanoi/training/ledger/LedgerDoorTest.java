package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.TestPlan;

/** What decisions and classes do to the books, inside transactions of their own. */
@QuarkusTest
@WithStack
class LedgerDoorTest {
    private static final Caller CALLER = new Caller("person-1", "test-client", "person-1", "H26", Set.of());

    private final Ledger ledger;

    LedgerDoorTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void shouldMoveMoneyBetweenBooksOfOneYearAndSourceAsDecided() {
        // Given
        var plan = TestPlan.create(1, 1);
        var city = Books.of(plan, "C");
        var reserved = Books.of(plan, "P");
        var district = Books.of(plan, "D");
        var decision = UUID.fromString(plan.decision().getString("id"));
        city.commit(900_000_000);

        // When
        in(() -> ledger.reduce(city.id(), new Money(10_000_000), decision, "Cắt giảm", CALLER));
        in(() -> {
            ledger.transfer(city.id(), reserved.id(), new Money(40_000_000), decision, "Điều chuyển", CALLER);
            return null;
        });

        // Then
        assertThat(city.read().getLong("allocatedVnd")).isEqualTo(950_000_000);
        assertThat(city.read().getLong("availableVnd")).isEqualTo(50_000_000);
        assertThat(reserved.read().getLong("allocatedVnd")).isEqualTo(1_040_000_000);
        refused(
                TrainingProblem.BUDGET_EXCEEDED,
                () -> ledger.reduce(city.id(), new Money(50_000_001), decision, "Cắt giảm", CALLER));
        refused(TrainingProblem.BUDGET_EXCEEDED, () -> {
            ledger.transfer(city.id(), reserved.id(), new Money(50_000_001), decision, "Điều chuyển", CALLER);
            return null;
        });
        refused(TrainingProblem.FUNDING_SOURCE_MIXED, () -> {
            ledger.transfer(city.id(), district.id(), new Money(1), decision, "Điều chuyển", CALLER);
            return null;
        });
        assertThat(reserved.read().getLong("allocatedVnd")).isEqualTo(1_040_000_000);
        var balance = Callers.city()
                .queryParam("year", plan.year())
                .queryParam("fundingSource", "CITY_BUDGET")
                .get(Books.BALANCE)
                .as(Json.class);
        assertThat(balance.getBoolean("balanced")).isTrue();
        assertThat(balance.getLong("total.transferVnd")).isZero();
        assertThat(balance.find("accounts", "block", "C").getLong("sides.transferVnd"))
                .isEqualTo(40_000_000);
    }

    @Test
    void shouldOpenReservedMoneyByADecisionAndNotTwice() {
        // Given
        var plan = TestPlan.create(1, 1);
        var reserved = Books.of(plan, "P");
        var decision = UUID.fromString(plan.decision().getString("id"));
        refused(
                TrainingProblem.LINE_PENDING_APPROVAL,
                () -> ledger.commit(reserved.id(), new Money(1), null, "Thử", CALLER));
        var before = reserved.read();

        // When
        for (int i = 0; i < 2; i++) {
            in(() -> {
                ledger.activate(reserved.id(), decision, CALLER);
                return null;
            });
        }

        // Then
        var after = reserved.read();
        assertThat(before.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(after.getString("state")).isEqualTo("OPEN");
        assertThat(after.getString("etag")).isNotEqualTo(before.getString("etag"));
        reserved.commit(1);
        refused(TrainingProblem.ACCOUNT_UNKNOWN, () -> {
            ledger.activate(UUID.randomUUID(), decision, CALLER);
            return null;
        });
    }

    @Test
    void shouldGiveBackWhatIsOpenOfACommitmentOnceAndSayWhatBecameOfIt() {
        // Given
        var books = Books.fresh();
        var commitment = in(() -> ledger.commit(books.id(), new Money(100), null, "Mở lớp", CALLER))
                .id();
        books.posted("EXPENDITURE", 70, commitment.toString());
        books.posted("REFUND", 10, commitment.toString());
        books.posted("SETTLEMENT", 25, commitment.toString());

        // When
        var released = in(() -> ledger.release(commitment, "Hủy lớp", CALLER));
        var again = in(() -> ledger.release(commitment, "Hủy lớp", CALLER));

        // Then
        assertThat(released).isPresent();
        assertThat(again).isEmpty();
        assertThat(in(() -> ledger.spending(commitment)))
                .isEqualTo(new Spending(new Money(100), new Money(40), new Money(60), new Money(25), Money.ZERO));
        refused(TrainingProblem.COMMITMENT_UNKNOWN, () -> ledger.release(UUID.randomUUID(), "Hủy lớp", CALLER));
        refused(TrainingProblem.COMMITMENT_UNKNOWN, () -> ledger.spending(UUID.randomUUID()));
    }

    private static <T extends @org.jspecify.annotations.Nullable Object> T in(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private static void refused(TrainingProblem problem, Supplier<?> work) {
        assertThatThrownBy(() -> in(work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusals().getFirst().code())
                .isEqualTo(problem));
    }
}
