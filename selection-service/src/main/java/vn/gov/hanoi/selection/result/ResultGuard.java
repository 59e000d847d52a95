package vn.gov.hanoi.selection.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.defence.Council.Seat;
import vn.gov.hanoi.selection.round.RoundRoles;

/**
 * What speaks against an act on a result. The acts ask it before they change anything, and {@code _actions} is what it answers.
 *
 * @param seat null for who has none
 * @param candidate whether the caller stands or stood for a post of the round
 */
record ResultGuard(
        ResultState state, Set<String> roles, @Nullable Seat seat, boolean candidate) {
    enum Act {
        DECIDE(ResultState.DRAFT, RoundRoles.PANEL, "data", "reason"),
        SUBMIT(ResultState.DRAFT, RoundRoles.PANEL, "data"),
        RETURN(ResultState.SUBMITTED, RoundRoles.APPROVER, "reason"),
        APPROVE(ResultState.SUBMITTED, RoundRoles.APPROVER, "decision"),
        PUBLISH(ResultState.APPROVED, RoundRoles.ORGANISER);

        private final ResultState state;
        private final String role;
        private final List<String> needs;

        Act(ResultState state, String role, String... needs) {
            this.state = state;
            this.role = role;
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
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: auth.role-missing, authority.own-act (who marked or stood), selection.not-chair, selection.not-secretary. */
    List<Refusal> authority(Act act) {
        if (!roles.contains(act.role)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        return switch (act) {
            case DECIDE -> seat != null && seat.chair() ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_CHAIR));
            case SUBMIT ->
                seat != null && seat.secretary() ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_SECRETARY));
            case RETURN, APPROVE -> seat == null && !candidate ? List.of() : List.of(Refusal.of(KernelProblem.OWN_ACT));
            case PUBLISH -> candidate ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
        };
    }

    /** Refusal: selection.result-state. */
    List<Refusal> state(Act act) {
        return state == act.state
                ? List.of()
                : List.of(Refusal.of(SelectionProblem.RESULT_STATE, "state", state.name(), "needed", act.state.name()));
    }
}
