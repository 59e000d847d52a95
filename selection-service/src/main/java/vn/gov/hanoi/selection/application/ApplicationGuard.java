package vn.gov.hanoi.selection.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.round.RoundState;

/** What speaks against an act on an application. The acts ask it before they change anything, and {@code _actions} is what it answers. */
record ApplicationGuard(Laid laid, LocalDate today) {
    enum Act {
        WITHDRAW(false, "reason"),
        LOCK(true, "reason", "decision"),
        RELEASE(true, "reason", "decision");

        private final boolean personnelOnly;
        private final List<String> needs;

        Act(boolean personnelOnly, String... needs) {
            this.personnelOnly = personnelOnly;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** Refusals: selection.not-personnel, selection.application-ended, selection.round-state, selection.already-held, selection.not-held. */
    List<Refusal> refusals(Act act) {
        if (act.personnelOnly && !laid.personnel()) {
            return List.of(Refusal.of(SelectionProblem.NOT_PERSONNEL));
        }
        return switch (act) {
            case WITHDRAW -> toChange();
            case LOCK -> laid.application().held() ? List.of(Refusal.of(SelectionProblem.ALREADY_HELD)) : List.of();
            case RELEASE -> laid.application().held() ? List.of() : List.of(Refusal.of(SelectionProblem.NOT_HELD));
        };
    }

    /** Refusals: selection.application-ended, selection.round-state. */
    List<Refusal> toChange() {
        var ended = laid.application().endedOn();
        if (ended != null) {
            return List.of(Refusal.of(
                    SelectionProblem.APPLICATION_ENDED,
                    "state",
                    laid.application().state().name(),
                    "endedOn",
                    ended));
        }
        var state = laid.round().stateOn(today);
        return state == RoundState.CANCELLED
                ? List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        state.name(),
                        "needed",
                        "RECEIVING, ELIGIBILITY_CHECK, LIST_PUBLISHED, SUSPENDED_LT_2"))
                : List.of();
    }
}
