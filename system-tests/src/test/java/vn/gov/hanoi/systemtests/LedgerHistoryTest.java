package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.systemtests.LedgerHistory.Account;
import vn.gov.hanoi.systemtests.LedgerHistory.Entry;

/** A checker that finds nothing wrong must be shown to find what is wrong. */
class LedgerHistoryTest {
    private static final UUID CITY = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID PROMISE = new UUID(2, 2);
    private static final UUID TRANSFER = new UUID(3, 3);

    private final List<Account> accounts = new ArrayList<>(List.of(
            new Account(CITY, 2020, "CITY_BUDGET", 90, 31, 15, 5, 7),
            new Account(OTHER, 2020, "CITY_BUDGET", 10, 0, 0, 0, 1)));
    private final List<Entry> entries = new ArrayList<>(List.of(
            entry(1, 1, CITY, "ALLOCATION", "AVAILABLE", "APPROPRIATION", 100, null),
            entry(2, 2, CITY, "COMMITMENT", "COMMITTED", "AVAILABLE", 50, PROMISE),
            entry(3, 3, CITY, "EXPENDITURE", "SPENT", "COMMITTED", 20, PROMISE),
            entry(4, 4, CITY, "SETTLEMENT", "SETTLED", "SPENT", 5, PROMISE),
            entry(5, 5, CITY, "REFUND", "AVAILABLE", "SPENT", 5, PROMISE),
            new Entry(new UUID(2, 6), CITY, 6, "TRANSFER_OUT", "TRANSFER", "AVAILABLE", 10, null, null, TRANSFER),
            new Entry(new UUID(2, 7), OTHER, 1, "TRANSFER_IN", "AVAILABLE", "TRANSFER", 10, null, null, TRANSFER),
            entry(8, 7, CITY, "COMMITMENT", "COMMITTED", "AVAILABLE", 1, new UUID(2, 8))));
    private final Map<UUID, UUID> acknowledged = new HashMap<>();

    LedgerHistoryTest() {
        for (int i = 2; i <= 8; i++) {
            acknowledged.put(new UUID(9, i), new UUID(2, i));
        }
    }

    private static Entry entry(
            int id, long seq, UUID account, String kind, String debit, String credit, long amount, UUID commitment) {
        return new Entry(new UUID(2, id), account, seq, kind, debit, credit, amount, commitment, null, null);
    }

    @Test
    void shouldFindNothingInAGoodHistory() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void shouldFindAnAcknowledgedPostingThatIsLost() {
        acknowledged.put(new UUID(9, 9), new UUID(2, 99));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("lost"));
    }

    @Test
    void shouldFindAPostingThatIsThereTwice() {
        entries.add(entry(88, 8, CITY, "COMMITMENT", "COMMITTED", "AVAILABLE", 1, new UUID(2, 88)));
        accounts.set(0, new Account(CITY, 2020, "CITY_BUDGET", 90, 32, 15, 5, 8));
        assertThat(faults()).containsExactly("doubled: nobody was told " + new UUID(2, 88));
    }

    @Test
    void shouldFindTwoKeysThatWereToldOneEntry() {
        acknowledged.put(new UUID(9, 88), PROMISE);
        assertThat(faults()).containsExactly("two keys were told the same entry");
    }

    @Test
    void shouldFindAGapAndADoubleInTheOrder() {
        change(4, entry -> entry(5, 6, CITY, "REFUND", "AVAILABLE", "SPENT", 5, PROMISE));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("gap or double"));
    }

    @Test
    void shouldFindABalanceBelowZeroEvenIfLaterEntriesHideIt() {
        change(1, entry -> entry(2, 2, CITY, "COMMITMENT", "COMMITTED", "AVAILABLE", 101, PROMISE));
        change(4, entry -> entry(5, 5, CITY, "RELEASE", "AVAILABLE", "COMMITTED", 51, PROMISE));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("negative AVAILABLE"));
    }

    @Test
    void shouldFindMoreSpentThanWasCommitted() {
        change(2, entry -> entry(3, 3, CITY, "EXPENDITURE", "SPENT", "COMMITTED", 20, new UUID(2, 8)));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("more used than committed"));
    }

    @Test
    void shouldFindSourcesThatAreMixedAndMoneyLostOnTheWay() {
        accounts.set(1, new Account(OTHER, 2020, "DISTRICT_BUDGETS", 10, 0, 0, 0, 1));
        assertThat(faults()).containsExactly("sources mixed by transfer " + TRANSFER);
        change(
                6,
                entry -> new Entry(
                        entry.id(), OTHER, 1, "TRANSFER_IN", "AVAILABLE", "TRANSFER", 9, null, null, TRANSFER));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("a transfer lost money"));
    }

    @Test
    void shouldFindSumsThatAreNotThoseOfTheEntries() {
        accounts.set(0, new Account(CITY, 2020, "CITY_BUDGET", 90, 31, 15, 6, 7));
        assertThat(faults()).singleElement().asString().startsWith("sums differ");
    }

    @Test
    void shouldFindAReversalThatIsNoneOrIsThereTwice() {
        var reversal =
                new Entry(new UUID(2, 8), CITY, 7, "REVERSAL", "AVAILABLE", "COMMITTED", 1, PROMISE, PROMISE, null);
        change(7, entry -> reversal);
        assertThat(faults()).anyMatch(fault -> fault.startsWith("a reversal is not"));
    }

    private void change(int place, UnaryOperator<Entry> change) {
        entries.set(place, change.apply(entries.get(place)));
    }

    private List<String> faults() {
        return LedgerHistory.faults(accounts, entries, acknowledged);
    }
}
