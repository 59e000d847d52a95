package vn.gov.hanoi.training.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.Verdict.Outcome;

/** The books of one account in plain Java, too simple to be wrong: what is allowed, and what it leaves. */
final class BooksModel {
    long given;
    long spent;
    long settled;
    final Map<Integer, Promise> promises = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Integer> reversed = new HashSet<>();

    /** A commitment, named by the number of the action that made it. */
    static final class Promise {
        long amount;
        long open;
        long spent;
        long settled;
    }

    private record Entry(int action, EntryKind kind, long amount, int promise, int person) {}

    /**
     * Something asked for.
     *
     * @param number in the sequence, from 0
     * @param amount null for all that is open
     * @param target number of an action before, or of none
     */
    record Asked(int number, EntryKind kind, @Nullable Long amount, int target, int person) {}

    int entries() {
        return entries.size();
    }

    long committed() {
        return promises.values().stream().mapToLong(promise -> promise.open).sum();
    }

    long available() {
        return given - committed() - spent;
    }

    Outcome apply(Asked asked) {
        return switch (asked.kind()) {
            case ALLOCATION -> give(asked, amount(asked));
            case REDUCTION -> available() < amount(asked) ? Outcome.BUDGET_EXCEEDED : give(asked, -amount(asked));
            case COMMITMENT -> promise(asked);
            case REVERSAL -> reverse(asked);
            default -> use(asked);
        };
    }

    private static long amount(Asked asked) {
        return java.util.Objects.requireNonNull(asked.amount());
    }

    private Outcome give(Asked asked, long change) {
        given += change;
        return done(asked, Math.abs(change), -1);
    }

    private Outcome promise(Asked asked) {
        if (available() < amount(asked)) {
            return Outcome.BUDGET_EXCEEDED;
        }
        var made = new Promise();
        made.amount = amount(asked);
        made.open = amount(asked);
        promises.put(asked.number(), made);
        return done(asked, amount(asked), asked.number());
    }

    private Outcome use(Asked asked) {
        var promise = promises.get(asked.target());
        if (promise == null) {
            return Outcome.COMMITMENT_UNKNOWN;
        }
        if (asked.amount() == null && promise.open == 0) {
            return Outcome.NOTHING_OPEN;
        }
        long amount = asked.amount() == null ? promise.open : asked.amount();
        var refused = move(asked.kind(), promise, amount);
        return refused == null ? done(asked, amount, asked.target()) : refused;
    }

    private @Nullable Outcome move(EntryKind kind, Promise promise, long amount) {
        switch (kind) {
            case RELEASE -> {
                if (promise.open < amount) {
                    return Outcome.COMMITMENT_EXCEEDED;
                }
                promise.open -= amount;
            }
            case EXPENDITURE -> {
                if (promise.open < amount) {
                    return Outcome.COMMITMENT_EXCEEDED;
                }
                promise.open -= amount;
                spend(promise, amount);
            }
            case REFUND -> {
                if (promise.spent - promise.settled < amount) {
                    return Outcome.UNSETTLED_EXCEEDED;
                }
                spend(promise, -amount);
            }
            case SETTLEMENT -> {
                if (promise.spent - promise.settled < amount) {
                    return Outcome.UNSETTLED_EXCEEDED;
                }
                promise.settled += amount;
                settled += amount;
            }
            default -> throw new IllegalArgumentException(kind.name());
        }
        return null;
    }

    private void spend(Promise promise, long amount) {
        promise.spent += amount;
        spent += amount;
    }

    private Outcome reverse(Asked asked) {
        var found = entries.stream()
                .filter(entry -> entry.action() == asked.target())
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.ENTRY_UNKNOWN;
        }
        var entry = found.get();
        if (entry.promise() < 0 || entry.kind() == EntryKind.REVERSAL) {
            return Outcome.NOT_REVERSIBLE;
        }
        if (entry.person() == asked.person()) {
            return Outcome.OWN_ENTRY;
        }
        if (reversed.contains(entry.action())) {
            return Outcome.ALREADY_REVERSED;
        }
        var refused = takeBack(entry.kind(), promises.get(entry.promise()), entry.amount());
        if (refused != null) {
            return refused;
        }
        reversed.add(entry.action());
        return done(asked, entry.amount(), entry.promise());
    }

    private @Nullable Outcome takeBack(EntryKind kind, Promise promise, long amount) {
        switch (kind) {
            case COMMITMENT -> {
                return move(EntryKind.RELEASE, promise, amount);
            }
            case RELEASE -> {
                if (available() < amount) {
                    return Outcome.BUDGET_EXCEEDED;
                }
                promise.open += amount;
            }
            case EXPENDITURE -> {
                if (promise.spent - promise.settled < amount) {
                    return Outcome.UNSETTLED_EXCEEDED;
                }
                promise.open += amount;
                spend(promise, -amount);
            }
            case REFUND -> {
                if (available() < amount) {
                    return Outcome.BUDGET_EXCEEDED;
                }
                spend(promise, amount);
            }
            case SETTLEMENT -> {
                promise.settled -= amount;
                settled -= amount;
            }
            default -> throw new IllegalArgumentException(kind.name());
        }
        return null;
    }

    private Outcome done(Asked asked, long amount, int promise) {
        entries.add(new Entry(asked.number(), asked.kind(), amount, promise, asked.person()));
        return Outcome.POSTED;
    }
}
