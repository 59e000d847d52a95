package vn.gov.hanoi.training.reorganisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.gov.hanoi.training.ledger.FundingSource;

/**
 * What a unit has of a source before and after moves, in đồng. The sums over all units are the same before and after.
 *
 * @param openBeforeVnd promised and not spent, as {@code openAfterVnd}
 */
record Balance(
        UUID unitId,
        FundingSource fundingSource,
        long freeBeforeVnd,
        long openBeforeVnd,
        long freeAfterVnd,
        long openAfterVnd) {
    private record Key(UUID unitId, FundingSource source) {}

    /** Free and open of one unit. */
    private static final class Sums {
        private long free;
        private long open;
    }

    static List<Balance> of(Standing standing, Moves moves) {
        var order = Comparator.comparing((Key key) -> key.source())
                .thenComparing(key -> key.unitId().toString());
        var before = new TreeMap<Key, Sums>(order);
        var after = new TreeMap<Key, Sums>(order);
        for (var account : standing.accounts()) {
            var key = new Key(account.unitId(), account.fundingSource());
            long open = account.promises().stream()
                    .mapToLong(Standing.Promise::openVnd)
                    .reduce(0, Math::addExact);
            long expired = account.promises().stream()
                    .filter(promise -> moves.expired().contains(promise.id()))
                    .mapToLong(Standing.Promise::openVnd)
                    .reduce(0, Math::addExact);
            add(before, key, account.freeVnd(), open);
            add(after, key, Math.addExact(account.freeVnd(), expired), open - expired);
        }
        for (var money : moves.money()) {
            add(after, new Key(money.from(), money.fundingSource()), -money.amountVnd(), 0);
            add(after, new Key(money.to(), money.fundingSource()), money.amountVnd(), 0);
        }
        for (var commitment : moves.commitments()) {
            add(after, new Key(commitment.from(), commitment.fundingSource()), 0, -commitment.openVnd());
            add(after, new Key(commitment.to(), commitment.fundingSource()), 0, commitment.openVnd());
        }
        var balances = new ArrayList<Balance>();
        after.forEach((key, sums) -> {
            var had = before.getOrDefault(key, new Sums());
            balances.add(new Balance(key.unitId(), key.source(), had.free, had.open, sums.free, sums.open));
        });
        return List.copyOf(balances);
    }

    private static void add(Map<Key, Sums> sums, Key key, long free, long open) {
        var own = sums.computeIfAbsent(key, _ -> new Sums());
        own.free = Math.addExact(own.free, free);
        own.open = Math.addExact(own.open, open);
    }
}
