package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.ledger.BooksModel.Asked;
import vn.gov.hanoi.training.support.TestPlan;

/** 10,000 random sequences of actions, each on an account of its own: the database decides as the plain model does, and keeps the same sums. */
@QuarkusTest
@WithStack
class LedgerModelTest {
    private static final int SEQUENCES = 10_000;
    private static final int TOGETHER = 20;
    private static final int LONGEST = 10;
    private static final List<Caller> PEOPLE = IntStream.range(0, 2)
            .mapToObj(i -> new Caller("model-" + i, "test", "model", "H26", Set.of()))
            .toList();
    private static final List<EntryKind> KINDS = List.of(
            EntryKind.COMMITMENT,
            EntryKind.RELEASE,
            EntryKind.EXPENDITURE,
            EntryKind.REFUND,
            EntryKind.SETTLEMENT,
            EntryKind.REVERSAL,
            EntryKind.ALLOCATION,
            EntryKind.REDUCTION);

    /** What chance brings about a few times in all: reversed twice, and released when nothing is open; some sequences begin with it. */
    private static final List<Step> SELDOM = List.of(
            new Step(EntryKind.COMMITMENT, 20, 0, 0),
            new Step(EntryKind.REVERSAL, 1, 1, 1),
            new Step(EntryKind.REVERSAL, 1, 2, 1),
            new Step(EntryKind.COMMITMENT, 20, 0, 0),
            new Step(EntryKind.RELEASE, 3, 1, 0),
            new Step(EntryKind.RELEASE, 3, 2, 0));

    private final LedgerRepository ledger;

    LedgerModelTest(LedgerRepository ledger) {
        this.ledger = ledger;
    }

    /** @param back how many actions before this one it points to; 0 is nothing known */
    private record Step(EntryKind kind, long amount, int back, int person) {}

    @Test
    void shouldDecideAsThePlainModelDoesInTenThousandSequences() {
        // Given
        long seed = Long.getLong("congvu.seed", System.nanoTime());
        var sequences = sequences(seed);
        var outcomes = new HashMap<Verdict.Outcome, Integer>();

        // When Then
        for (int i = 0; i < SEQUENCES; i += TOGETHER) {
            try {
                compare(sequences.subList(i, i + TOGETHER), outcomes);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        // What is never met is not tested.
        assertThat(outcomes.keySet())
                .contains(
                        Verdict.Outcome.POSTED,
                        Verdict.Outcome.BUDGET_EXCEEDED,
                        Verdict.Outcome.COMMITMENT_EXCEEDED,
                        Verdict.Outcome.UNSETTLED_EXCEEDED,
                        Verdict.Outcome.NOTHING_OPEN,
                        Verdict.Outcome.OWN_ENTRY,
                        Verdict.Outcome.ALREADY_REVERSED,
                        Verdict.Outcome.NOT_REVERSIBLE,
                        Verdict.Outcome.ENTRY_UNKNOWN,
                        Verdict.Outcome.COMMITMENT_UNKNOWN);
    }

    private static List<List<Step>> sequences(long seed) {
        Arbitrary<List<Step>> steps = Combinators.combine(
                        Arbitraries.of(KINDS),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(LONGEST);
        var found = new ArrayList<List<Step>>();
        JqwikSession.run(() -> {
            var generator = steps.generator(SEQUENCES);
            var random = new Random(seed);
            for (int i = 0; i < SEQUENCES; i++) {
                var sequence = generator.next(random).value();
                found.add(
                        i % 50 == 0
                                ? Stream.concat(SELDOM.stream(), sequence.stream())
                                        .toList()
                                : sequence);
            }
        });
        return found;
    }

    private void compare(List<List<Step>> sequences, HashMap<Verdict.Outcome, Integer> outcomes) {
        var accounts = accounts(sequences.size());
        var orders = new ArrayList<Order>();
        var expected = new ArrayList<Verdict.Outcome>();
        var models = new ArrayList<BooksModel>();
        for (int i = 0; i < sequences.size(); i++) {
            var model = new BooksModel();
            var steps = new ArrayList<Step>(List.of(new Step(EntryKind.ALLOCATION, 100, 0, 0)));
            steps.addAll(sequences.get(i));
            play(accounts.get(i), steps, model, orders, expected);
            models.add(model);
        }

        var verdicts = ledger.post(orders, true);

        for (int i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            assertThat(verdict.outcome()).as(orders.get(i).toString()).isEqualTo(expected.get(i));
            outcomes.merge(verdict.outcome(), 1, Integer::sum);
        }
        var kept = kept(accounts);
        for (int i = 0; i < models.size(); i++) {
            var model = models.get(i);
            assertThat(kept.get(accounts.get(i)))
                    .as(sequences.get(i).toString())
                    .containsExactly(
                            model.given,
                            model.committed(),
                            model.spent,
                            model.settled,
                            (long) model.entries(),
                            (long) model.entries(),
                            (long) model.entries(),
                            model.promises.values().stream()
                                    .mapToLong(promise -> promise.amount)
                                    .sum());
        }
    }

    private static void play(
            UUID account, List<Step> steps, BooksModel model, List<Order> orders, List<Verdict.Outcome> expected) {
        var ids = new ArrayList<UUID>();
        for (var step : steps) {
            int number = ids.size();
            ids.add(Ids.next());
            boolean all = step.kind() == EntryKind.RELEASE && step.amount() % 3 == 0;
            boolean sized = !all && step.kind() != EntryKind.REVERSAL;
            int target = step.back() == 0 || step.back() > number ? number : number - step.back();
            var asked = new Asked(number, step.kind(), sized ? step.amount() : null, target, step.person());
            expected.add(model.apply(asked));
            orders.add(Order.ofRoom(posting(account, asked, ids), PEOPLE.get(step.person())));
        }
    }

    private static Posting posting(UUID account, Asked asked, List<UUID> ids) {
        @Nullable UUID target = asked.target() == asked.number() ? new UUID(0, 1) : ids.get(asked.target());
        var uses =
                switch (asked.kind()) {
                    case REVERSAL -> new Posting.Uses(null, target, null, null, null, null);
                    case RELEASE, EXPENDITURE, REFUND -> Posting.Uses.commitment(target);
                    case SETTLEMENT ->
                        new Posting.Uses(
                                target,
                                null,
                                null,
                                null,
                                null,
                                new Posting.Document("1", java.time.LocalDate.of(2020, 1, 1)));
                    default -> Posting.Uses.NOTHING;
                };
        var amount = asked.amount() == null ? null : new Money(asked.amount());
        return new Posting(ids.get(asked.number()), account, asked.kind(), amount, "Thử", uses);
    }

    private static List<UUID> accounts(int number) {
        var plan = TestPlan.roomy();
        return Database.query(
                        """
                        insert into accounts (id, plan_id, block_id, unit_id, year, block_code, funding_source, state, created_at, created_by)
                        select gen_random_uuid(), ?, ?, gen_random_uuid(), 1999, 'MODEL', 'CITY_BUDGET', 'OPEN', now(), 'model'
                        from generate_series(1, ?) returning id""",
                        UUID.fromString(plan.planId()),
                        UUID.fromString(plan.decision().getString("blocks[0].id")),
                        number)
                .stream()
                .map(row -> (UUID) Objects.requireNonNull(row.get("id")))
                .toList();
    }

    /** Sums as each account keeps them; number, last and highest sequence of its entries; sum of its commitments. */
    private static Map<UUID, List<Long>> kept(List<UUID> accounts) {
        var ids = accounts.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        var kept = new HashMap<UUID, List<Long>>();
        Database.query("""
                        select a.id, a.allocated_vnd, a.committed_vnd, a.spent_vnd, a.settled_vnd, a.last_seq,
                            (select count(*) from ledger_entries e where e.account_id = a.id) as entries,
                            (select coalesce(max(seq), 0) from ledger_entries e where e.account_id = a.id) as highest,
                            (select coalesce(sum(committed_vnd), 0) from ledger_commitments c where c.account_id = a.id) as promised
                        from accounts a where a.id = any (?::uuid[])""", ids)
                .forEach(row -> kept.put(
                        (UUID) Objects.requireNonNull(row.get("id")),
                        row.values().stream()
                                .filter(Number.class::isInstance)
                                .map(value -> ((Number) value).longValue())
                                .toList()));
        return kept;
    }
}
