package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.support.TestPlan;

/** Whatever is posted, in whatever order: the sums are those of the entries and nothing is promised twice. */
@QuarkusTest
@WithStack
class LedgerTest {
    private static final int TRIES = 60;
    private static final int LONGEST = 25;
    private static final long LARGEST = 100_000_000_000_000L;
    private static final Caller CALLER = new Caller("person-1", "test-client", "person-1", "H26", Set.of());

    /** Sums as the entries give them, with the worst moment of the account's history. */
    private static final String REPLAYED = """
            select coalesce(sum(amount_vnd) filter (where debit = 'AVAILABLE'), 0) as allocated,
                coalesce(sum(amount_vnd) filter (where debit = 'COMMITTED'), 0) as committed,
                coalesce(min(free), 0) as least_free, count(*) as entries, coalesce(max(seq), 0) as last_seq
            from (select *, sum(case 'AVAILABLE' when debit then amount_vnd when credit then -amount_vnd end)
                    over (order by seq) as free
                from ledger_entries where account_id = ?) replayed""";

    private final Ledger ledger;

    LedgerTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Step(EntryKind kind, long amountVnd) {}

    @Test
    void shouldReconcileAndNeverOverspendWhateverIsPosted() {
        // Given
        var block = UUID.fromString(TestPlan.roomy().decision().getString("blocks[0].id"));
        var plan = UUID.fromString(TestPlan.roomy().planId());
        var random = new Random();

        // Then
        for (int i = 0; i < TRIES; i++) {
            long seed = random.nextLong();
            var steps = steps(seed);
            var account = open(plan, block, AccountState.OPEN);
            try {
                post(account, steps);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", steps " + steps, e);
            }
        }
    }

    @Test
    void shouldReserveMoneyOfAPendingAccountWhateverIsPosted() {
        // Given
        var plan = TestPlan.roomy();
        var block = UUID.fromString(plan.decision().getString("blocks[2].id"));
        var account = open(UUID.fromString(plan.planId()), block, AccountState.PENDING_APPROVAL);
        assertThat(accepts(account, new Step(EntryKind.ALLOCATION, 10))).isTrue();

        // When
        var refused = refusal(account, new Step(EntryKind.COMMITMENT, 1));

        // Then
        assertThat(refused).isEqualTo(TrainingProblem.LINE_PENDING_APPROVAL.code());
        assertThat(sums(account)).containsExactly(10L, 0L, 1L);
    }

    @Test
    void shouldRefuseAnAccountThatDoesNotExist() {
        assertThat(refusal(UUID.randomUUID(), new Step(EntryKind.COMMITMENT, 1)))
                .isEqualTo(TrainingProblem.ACCOUNT_UNKNOWN.code());
    }

    private static List<Step> steps(long seed) {
        var amounts = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 3),
                Arbitraries.longs().between(1, 1000),
                Arbitraries.longs().between(1, LARGEST));
        Arbitrary<List<Step>> steps = Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(1, EntryKind.ALLOCATION),
                                net.jqwik.api.Tuple.of(2, EntryKind.COMMITMENT)),
                        amounts)
                .as(Step::new)
                .list()
                .ofMaxSize(LONGEST);
        var found = new java.util.ArrayList<Step>();
        JqwikSession.run(
                () -> found.addAll(steps.generator(TRIES).next(new Random(seed)).value()));
        return found;
    }

    /** Posts step by step beside a model that is too simple to be wrong. */
    private void post(UUID account, List<Step> steps) {
        long allocated = 0;
        long committed = 0;
        long entries = 0;
        for (var step : steps) {
            boolean room = step.kind() == EntryKind.ALLOCATION || committed + step.amountVnd() <= allocated;
            assertThat(accepts(account, step)).as(step.toString()).isEqualTo(room);
            if (room) {
                entries++;
                allocated += step.kind() == EntryKind.ALLOCATION ? step.amountVnd() : 0;
                committed += step.kind() == EntryKind.COMMITMENT ? step.amountVnd() : 0;
            }
        }
        assertThat(sums(account)).containsExactly(allocated, committed, entries);
        var replayed = Database.query(REPLAYED, account).getFirst();
        assertThat(number(replayed.get("allocated"))).isEqualTo(allocated);
        assertThat(number(replayed.get("committed"))).isEqualTo(committed);
        assertThat(number(replayed.get("least_free"))).isNotNegative();
        assertThat(number(replayed.get("entries"))).isEqualTo(entries);
        assertThat(number(replayed.get("last_seq"))).isEqualTo(entries);
    }

    private UUID open(UUID plan, UUID block, AccountState state) {
        var account = new NewAccount(plan, block, "T", UUID.randomUUID(), 2020, FundingSource.CITY_BUDGET, state);
        return QuarkusTransaction.requiringNew().call(() -> ledger.open(account, CALLER));
    }

    private boolean accepts(UUID account, Step step) {
        try {
            post(account, step);
            return true;
        } catch (Refused e) {
            assertThat(e.refusals().getFirst().code()).isEqualTo(TrainingProblem.BUDGET_EXCEEDED);
            return false;
        }
    }

    private String refusal(UUID account, Step step) {
        try {
            post(account, step);
            return "accepted";
        } catch (Refused e) {
            return e.refusals().getFirst().code().code();
        }
    }

    private void post(UUID account, Step step) {
        var amount = new Money(step.amountVnd());
        QuarkusTransaction.requiringNew().run(() -> {
            switch (step.kind()) {
                case ALLOCATION -> ledger.allocate(account, amount, decision(), "Thử", CALLER);
                default -> ledger.commit(account, amount, null, "Thử", CALLER);
            }
        });
    }

    private static UUID decision() {
        return UUID.fromString(TestPlan.roomy().decision().getString("id"));
    }

    /** Allocated, committed and sequence as the account states them. */
    private static List<Long> sums(UUID account) {
        var row = Database.query("select allocated_vnd, committed_vnd, last_seq from accounts where id = ?", account)
                .getFirst();
        return row.values().stream().map(LedgerTest::number).toList();
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return java.util.Objects.requireNonNull((Number) value).longValue();
    }
}
