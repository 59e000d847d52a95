package vn.gov.hanoi.selection.appointment;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;

/**
 * Who may be proposed for a post, by the published ranks and what became of proposals before. Who shares a rank is equal.
 *
 * @param places how many persons the post takes
 * @param nextRanked whether the next ranked may follow somebody who does not become it
 */
record Succession(List<Turn> turns, int places, boolean nextRanked) {
    Succession {
        turns = List.copyOf(turns);
    }

    /** What became of a ranked candidate. */
    enum Fate {
        /** Not proposed, and standing. */
        FREE,
        /** Proposed or appointed. */
        OPEN,
        /** Declined, not appointed, revoked, or does not stand any more. */
        GONE
    }

    record Turn(UUID applicationId, int rank, Fate fate) {}

    /** Best rank of those who are free; empty if nobody is. */
    OptionalInt nextRank() {
        return turns.stream()
                .filter(turn -> turn.fate() == Fate.FREE)
                .mapToInt(Turn::rank)
                .min();
    }

    /** Refusals: selection.post-filled, selection.next-not-allowed; empty if the best of those who are free may be proposed, or nobody is. */
    List<Refusal> refusals() {
        long open = turns.stream().filter(turn -> turn.fate() == Fate.OPEN).count();
        if (open >= places) {
            return List.of(Refusal.of(SelectionProblem.POST_FILLED, "places", places));
        }
        int next = nextRank().orElse(Integer.MAX_VALUE);
        long before = turns.stream()
                .filter(turn -> turn.fate() == Fate.GONE && turn.rank() < next)
                .count();
        return !nextRanked && open + before >= places
                ? List.of(Refusal.of(SelectionProblem.NEXT_NOT_ALLOWED))
                : List.of();
    }

    /** The same for one candidate. Refusal too: selection.not-next-ranked, for who is not ranked or not the next. */
    List<Refusal> refusals(UUID applicationId) {
        var general = refusals();
        if (!general.isEmpty()) {
            return general;
        }
        int next = nextRank().orElse(0);
        boolean isNext = turns.stream()
                .anyMatch(turn ->
                        turn.applicationId().equals(applicationId) && turn.fate() == Fate.FREE && turn.rank() == next);
        return isNext ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_NEXT_RANKED, "nextRank", next));
    }

    /** Whether somebody can still be proposed. */
    boolean goesOn() {
        return nextRank().isPresent() && refusals().isEmpty();
    }
}
