package vn.gov.hanoi.selection.council;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.RoundState;

/**
 * What speaks against an act on a council or board: who acts, and how far the round has come.
 *
 * @param panel null before it is formed
 * @param standing whether the caller stands or stood for a post of the round
 */
record PanelGuard(@Nullable Panel panel, RoundState round, Caller caller, boolean standing) {
    /**
     * Acts, each with the states of the round in which it can be. Nothing is formed before the list of candidates: an answer about a member
     * would tell who applied.
     */
    enum Act {
        FORM(
                EnumSet.of(
                        RoundState.LIST_PUBLISHED,
                        RoundState.ROUND1_HELD,
                        RoundState.ROUND1_MARKED,
                        RoundState.ROUND1_PUBLISHED,
                        RoundState.ROUND2_HELD),
                "decision",
                "data"),
        REPLACE(FORM.states, "decision", "reason", "data"),
        DISSOLVE(EnumSet.of(RoundState.RESULT_PUBLISHED, RoundState.CLOSED, RoundState.CANCELLED), "decision");

        private final Set<RoundState> states;
        private final List<String> needs;

        Act(Set<RoundState> states, String... needs) {
            this.states = states;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** Refusals: auth.role-missing, authority.own-act (a candidate), selection.panel-dissolved, selection.round-state. */
    List<Refusal> refusals(Act act) {
        if (!caller.roles().contains(RoundRoles.APPROVER)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (standing) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        if (panel != null && panel.state() == Panel.State.DISSOLVED) {
            return List.of(Refusal.of(SelectionProblem.PANEL_DISSOLVED));
        }
        return act.states.contains(round)
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        round.name(),
                        "needed",
                        act.states.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }
}
