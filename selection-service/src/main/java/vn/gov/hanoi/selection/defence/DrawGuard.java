package vn.gov.hanoi.selection.defence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.RoundState;

/**
 * What speaks against an act on the lot of a round. The acts ask it before they change anything, and {@code _actions} is what it answers.
 *
 * @param draw null before the commitment
 */
record DrawGuard(@Nullable Draw draw, RoundState round, boolean secretary) {
    enum Act {
        COMMIT(EnumSet.of(RoundState.ROUND1_HELD, RoundState.ROUND1_MARKED, RoundState.ROUND1_PUBLISHED)),
        REVEAL(EnumSet.of(RoundState.ROUND1_PUBLISHED), "data");

        private final Set<RoundState> states;
        private final List<String> needs;

        Act(Set<RoundState> states, String... needs) {
            this.states = states;
            this.needs = List.of(needs);
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

    /** Refusal: selection.not-secretary. */
    List<Refusal> authority() {
        return secretary ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_SECRETARY));
    }

    /** Refusals: selection.round-state, selection.draw-committed, selection.draw-not-committed. */
    List<Refusal> state(Act act) {
        if (!act.states.contains(round)) {
            return List.of(Refusal.of(
                    SelectionProblem.ROUND_STATE,
                    "state",
                    round.name(),
                    "needed",
                    act.states.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (act == Act.COMMIT) {
            return draw == null ? List.of() : List.of(Refusal.of(SelectionProblem.DRAW_COMMITTED));
        }
        return draw == null ? List.of(Refusal.of(SelectionProblem.DRAW_NOT_COMMITTED)) : List.of();
    }
}
