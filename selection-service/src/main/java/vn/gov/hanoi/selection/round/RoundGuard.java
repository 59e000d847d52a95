package vn.gov.hanoi.selection.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;

/**
 * What speaks against an act on a round: who acts, and how far the round has come. The acts ask it before they change anything, and
 * {@code _actions} is what it answers. It knows no application, so that it tells of none.
 *
 * @param officerId officer that the caller is; null if none
 */
public record RoundGuard(
        Round round, Caller caller, @Nullable UUID officerId, LocalDate today) {
    /** Acts, each with the role that it needs and the states in which it can be. */
    public enum Act {
        ASSIGN(RoundRoles.ORGANISER, EnumSet.range(RoundState.DRAFT, RoundState.SUSPENDED_LT_2), "data"),
        APPROVE(RoundRoles.APPROVER, EnumSet.of(RoundState.DRAFT), "decision"),
        PUBLISH(RoundRoles.ORGANISER, EnumSet.of(RoundState.APPROVED_PLAN), "data"),
        LOCK(RoundRoles.PERSONNEL, EnumSet.of(RoundState.ELIGIBILITY_CHECK)),
        ISSUE(RoundRoles.APPROVER, EnumSet.of(RoundState.ELIGIBILITY_CHECK), "decision"),
        SUSPEND(RoundRoles.APPROVER, EnumSet.of(RoundState.LIST_PUBLISHED), "decision", "reason"),
        REOPEN(RoundRoles.APPROVER, EnumSet.of(RoundState.SUSPENDED_LT_2), "decision", "reason", "data"),
        CANCEL(RoundRoles.APPROVER, EnumSet.range(RoundState.DRAFT, RoundState.ROUND2_SCORED), "decision", "reason");

        private final String role;
        private final Set<RoundState> states;
        private final List<String> needs;

        Act(String role, Set<RoundState> states, String... needs) {
            this.role = role;
            this.states = states;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        public String verb() {
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

    /** Refusals: auth.role-missing, authority.own-act (the plan's author), selection.not-personnel. */
    List<Refusal> authority(Act act) {
        if (!caller.roles().contains(act.role)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (act == Act.APPROVE && isAuthor()) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        return act == Act.LOCK && !isPersonnel() ? List.of(Refusal.of(SelectionProblem.NOT_PERSONNEL)) : List.of();
    }

    /** The same natural person with another officer stays the same, and so does an officer with another token. */
    private boolean isAuthor() {
        return round.authors().contains(caller.subject())
                || officerId != null && round.authors().contains(officerId.toString());
    }

    private boolean isPersonnel() {
        return officerId != null && round.personnel().contains(officerId);
    }

    /** Refusals: selection.round-state, selection.already-frozen, selection.not-frozen. */
    List<Refusal> state(Act act) {
        var state = round.stateOn(today);
        if (!act.states.contains(state)) {
            return List.of(Refusal.of(
                    SelectionProblem.ROUND_STATE,
                    "state",
                    state.name(),
                    "needed",
                    act.states.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (act == Act.LOCK && round.frozenOn() != null) {
            return List.of(Refusal.of(SelectionProblem.ALREADY_FROZEN, "frozenOn", round.frozenOn()));
        }
        return act == Act.ISSUE && round.frozenOn() == null
                ? List.of(Refusal.of(SelectionProblem.NOT_FROZEN))
                : List.of();
    }

    /** Refusal: selection.round-state unless it is a draft. */
    List<Refusal> toRewrite() {
        return round.stateOn(today) == RoundState.DRAFT
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        round.stateOn(today).name(),
                        "needed",
                        RoundState.DRAFT.name()));
    }
}
