package vn.gov.hanoi.selection.defence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.RoundState;

/**
 * What speaks against an act on a defence. The acts ask it before they change anything, and {@code _actions} is what it answers. It knows no sheet that
 * is not opened, so that it tells of none.
 *
 * @param leads whether the caller leads the defence
 * @param flagged whether its opened sheets lie far apart
 */
record DefenceGuard(Defence defence, RoundState round, boolean leads, boolean flagged, LocalDate today) {
    enum Act {
        ASSIGN(DefenceState.DRAWN, "data"),
        REVEAL(DefenceState.HELD),
        REVIEW(DefenceState.OPENED, "reason");

        private final DefenceState state;
        private final List<String> needs;

        Act(DefenceState state, String... needs) {
            this.state = state;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority());
        found.addAll(state(act));
        return found;
    }

    /** Refusal: selection.not-leading. */
    List<Refusal> authority() {
        return leads ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_LEADING));
    }

    /** Refusals: selection.round-state, selection.defence-state, selection.defence-too-early, selection.review-not-needed. */
    List<Refusal> state(Act act) {
        if (round != RoundState.ROUND2_HELD) {
            return List.of(Refusal.of(
                    SelectionProblem.ROUND_STATE, "state", round.name(), "needed", RoundState.ROUND2_HELD.name()));
        }
        if (defence.state() != act.state) {
            return List.of(Refusal.of(
                    SelectionProblem.DEFENCE_STATE, "state", defence.state().name(), "needed", act.state.name()));
        }
        return switch (act) {
            case ASSIGN -> {
                var day = LocalDate.ofInstant(defence.startsAt(), HanoiClock.ZONE);
                yield today.isBefore(day)
                        ? List.of(Refusal.of(SelectionProblem.DEFENCE_TOO_EARLY, "startsOn", day))
                        : List.of();
            }
            case REVEAL -> List.of();
            case REVIEW ->
                flagged && !defence.reviewed() ? List.of() : List.of(Refusal.of(SelectionProblem.REVIEW_NOT_NEEDED));
        };
    }
}
