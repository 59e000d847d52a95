package vn.gov.hanoi.systemtests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Replays the order of a ledger and says what is wrong with it. It knows nothing of how the service works: only entries with
 * two sides, what accounts say of themselves, and what callers were told.
 */
final class LedgerHistory {
    private static final Set<String> OUTSIDE = Set.of("APPROPRIATION", "TRANSFER", "CARRIED");

    private final List<String> faults = new ArrayList<>();

    /** An entry as the service shows it. */
    record Entry(
            UUID id,
            UUID account,
            long seq,
            String kind,
            String debit,
            String credit,
            long amount,
            UUID commitment,
            UUID reverses,
            UUID transfer) {}

    /** An account as the service shows it. */
    record Account(
            UUID id, int year, String source, long allocated, long committed, long spent, long settled, long lastSeq) {}

    private LedgerHistory() {}

    /**
     * @param acknowledged by idempotency key, the entry that a caller was told; every request was repeated until it was
     *     answered, so there are no others but those of decisions
     * @return empty if the history is good
     */
    static List<String> faults(List<Account> accounts, List<Entry> entries, Map<UUID, UUID> acknowledged) {
        var history = new LedgerHistory();
        history.checkAcknowledged(entries, acknowledged);
        var byAccount = entries.stream().collect(Collectors.groupingBy(Entry::account));
        for (var account : accounts) {
            history.replay(account, byAccount.getOrDefault(account.id(), List.of()));
        }
        history.checkTransfers(accounts, entries);
        history.checkReversals(entries);
        return history.faults;
    }

    private void checkAcknowledged(List<Entry> entries, Map<UUID, UUID> acknowledged) {
        var ids = entries.stream().map(Entry::id).collect(Collectors.toSet());
        acknowledged.forEach((key, entry) -> require(ids.contains(entry), "lost: key " + key + ", entry " + entry));
        require(
                new HashSet<>(acknowledged.values()).size() == acknowledged.size(),
                "two keys were told the same entry");
        require(ids.size() == entries.size(), "an entry is there twice");
        var told = new HashSet<>(acknowledged.values());
        entries.stream()
                .filter(entry -> !entry.kind().equals("ALLOCATION") && !told.contains(entry.id()))
                .forEach(entry -> require(false, "doubled: nobody was told " + entry.id()));
    }

    private void replay(Account account, List<Entry> entries) {
        var sides = new HashMap<String, Long>();
        var open = new HashMap<UUID, Long>();
        var ordered = entries.stream()
                .sorted(java.util.Comparator.comparingLong(Entry::seq))
                .toList();
        long seq = 0;
        for (var entry : ordered) {
            seq++;
            require(entry.seq() == seq, "gap or double in the order of " + account.id() + " at " + entry.seq());
            require(entry.amount() > 0, "no amount in " + entry.id());
            sides.merge(entry.debit(), entry.amount(), Math::addExact);
            sides.merge(entry.credit(), -entry.amount(), Math::addExact);
            for (var side : List.of("AVAILABLE", "COMMITTED", "SPENT", "SETTLED")) {
                require(
                        sides.getOrDefault(side, 0L) >= 0,
                        "negative " + side + " of " + account.id() + " at " + entry.seq());
            }
            if (entry.commitment() != null) {
                long change = entry.debit().equals("COMMITTED")
                        ? entry.amount()
                        : entry.credit().equals("COMMITTED") ? -entry.amount() : 0;
                require(
                        open.merge(entry.commitment(), change, Math::addExact) >= 0,
                        "more used than committed in " + entry.commitment());
            }
        }
        long outside =
                OUTSIDE.stream().mapToLong(side -> sides.getOrDefault(side, 0L)).sum();
        long settled = sides.getOrDefault("SETTLED", 0L);
        var kept = new Account(
                account.id(),
                account.year(),
                account.source(),
                -outside,
                sides.getOrDefault("COMMITTED", 0L),
                sides.getOrDefault("SPENT", 0L) + settled,
                settled,
                seq);
        require(kept.equals(account), "sums differ: " + account + ", entries give " + kept);
    }

    private void checkTransfers(List<Account> accounts, List<Entry> entries) {
        var known = accounts.stream().collect(Collectors.toMap(Account::id, account -> account));
        entries.stream()
                .filter(entry -> entry.transfer() != null)
                .collect(Collectors.groupingBy(Entry::transfer))
                .forEach((transfer, halves) -> {
                    require(halves.size() == 2, "a transfer has one half: " + transfer);
                    long sum = halves.stream()
                            .mapToLong(half -> half.credit().equals("AVAILABLE") ? -half.amount() : half.amount())
                            .sum();
                    require(sum == 0, "a transfer lost money: " + transfer);
                    var sources = halves.stream()
                            .map(half -> known.get(half.account()).source())
                            .distinct()
                            .count();
                    require(sources == 1, "sources mixed by transfer " + transfer);
                });
    }

    private void checkReversals(List<Entry> entries) {
        var known = entries.stream().collect(Collectors.toMap(Entry::id, entry -> entry, (one, _) -> one));
        var reversed = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry.reverses() != null) {
                require(reversed.add(entry.reverses()), "reversed twice: " + entry.reverses());
                var other = known.get(entry.reverses());
                require(
                        other != null
                                && other.debit().equals(entry.credit())
                                && other.credit().equals(entry.debit())
                                && other.amount() == entry.amount(),
                        "a reversal is not the other way round: " + entry.id());
            }
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
