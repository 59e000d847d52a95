package vn.gov.hanoi.evaluation.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What speaks against an act on an objection: its state, and what the actor has to do with it. The acts ask it before they change anything,
 * and {@code _actions} is what it answers.
 */
record ObjectionGuard(Objection objection, Party party) {
    enum Act {
        /** Takes it up: RECEIVED becomes UNDER_REVIEW. */
        REVIEW,
        RESOLVE,
        WITHDRAW;

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: authority.missing, authority.own-act, objection.decider-scored. */
    List<Refusal> authority(Act act) {
        return switch (act) {
            case REVIEW, RESOLVE -> party.resolver().blockedBy();
            case WITHDRAW -> party.self() ? List.of() : List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING));
        };
    }

    /** Refusal: objection.wrong-state. */
    List<Refusal> state(Act act) {
        var state = objection.state();
        return switch (act) {
            case REVIEW -> state == ObjectionState.RECEIVED ? List.of() : wrong("RECEIVED");
            case RESOLVE, WITHDRAW -> state.isOpen() ? List.of() : wrong("RECEIVED, UNDER_REVIEW");
        };
    }

    private List<Refusal> wrong(String needed) {
        return List.of(Refusal.of(
                EvaluationProblem.OBJECTION_WRONG_STATE,
                "state",
                objection.state().name(),
                "needed",
                needed));
    }
}
