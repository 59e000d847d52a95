package vn.gov.hanoi.training.reorganisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The opposite of moves that were made, as far as the takers still have it: what they spent, promised or opened meanwhile stays with them.
 * Plain functions.
 */
final class GoBack {
    private GoBack() {}

    /** @param standing of those who took */
    static Moves moves(Moves made, Standing standing) {
        return new Moves(
                List.of(),
                money(made, standing),
                commitments(made, standing),
                quotas(made, standing),
                classes(made, standing));
    }

    private static List<Moves.Money> money(Moves made, Standing standing) {
        var left = new HashMap<UUID, Long>();
        standing.accounts().forEach(account -> left.put(account.id(), account.freeVnd()));
        var back = new ArrayList<Moves.Money>();
        for (var each : made.money()) {
            var account = standing.account(each.block(), each.to());
            if (account != null) {
                long had = Objects.requireNonNull(left.get(account.id()));
                long amount = Math.min(had, each.amountVnd());
                left.put(account.id(), had - amount);
                if (amount > 0) {
                    back.add(new Moves.Money(each.block(), each.fundingSource(), each.to(), each.from(), amount));
                }
            }
        }
        return List.copyOf(back);
    }

    private static List<Moves.Commitment> commitments(Moves made, Standing standing) {
        var open = standing.accounts().stream()
                .flatMap(account -> account.promises().stream())
                .filter(promise -> !promise.expired())
                .collect(Collectors.toMap(Standing.Promise::id, Standing.Promise::openVnd));
        return made.commitments().stream()
                .filter(each -> open.containsKey(each.nextId()))
                .map(each -> new Moves.Commitment(
                        Objects.requireNonNull(each.nextId()),
                        each.block(),
                        each.fundingSource(),
                        each.to(),
                        each.from(),
                        Objects.requireNonNull(open.get(each.nextId())),
                        null))
                .toList();
    }

    private static List<Moves.Quota> quotas(Moves made, Standing standing) {
        var back = new ArrayList<Moves.Quota>();
        for (var each : made.quotas()) {
            var line = standing.lines().stream()
                    .filter(it -> it.id().equals(each.nextLineId()))
                    .findFirst();
            if (line.isEmpty() || each.pending() != line.get().pending()) {
                continue;
            }
            var there = line.get();
            var moved = made.classes().stream().map(Moves.MovedClass::id).toList();
            var opened = standing.classesOf(there.id()).stream()
                    .filter(open -> each.openedClasses() > 0 && moved.contains(open.id()))
                    .toList();
            var quota = new Moves.Quota(
                    there.id(),
                    there.code(),
                    each.block(),
                    each.fundingSource(),
                    each.to(),
                    each.from(),
                    each.pending(),
                    Math.min(each.freeClasses(), there.freeClasses()),
                    Math.min(each.freePlaces(), there.freePlaces()),
                    opened.size(),
                    opened.stream().mapToInt(Standing.OpenClass::places).sum(),
                    null);
            if (each.pending() || quota.freeClasses() + quota.freePlaces() + quota.openedClasses() > 0) {
                back.add(quota);
            }
        }
        return List.copyOf(back);
    }

    private static List<Moves.MovedClass> classes(Moves made, Standing standing) {
        var open = standing.classes().stream().collect(Collectors.toMap(Standing.OpenClass::id, each -> each));
        var back = new ArrayList<Moves.MovedClass>();
        for (var each : made.classes()) {
            var now = open.get(each.id());
            if (now == null) {
                continue;
            }
            boolean host = each.to() != null && now.unitId().equals(each.to());
            boolean line = each.takerId() != null
                    && standing.lines().stream()
                            .anyMatch(it ->
                                    it.id().equals(now.lineId()) && it.unitId().equals(each.takerId()));
            if (host || line) {
                var giver = made.quotas().stream()
                        .filter(quota -> quota.lineId().equals(each.lineId()))
                        .map(Moves.Quota::from)
                        .findFirst()
                        .orElse(null);
                back.add(new Moves.MovedClass(
                        each.id(),
                        now.title(),
                        host ? each.to() : null,
                        host ? each.from() : null,
                        line ? now.lineId() : null,
                        line ? giver : null));
            }
        }
        return List.copyOf(back);
    }
}
