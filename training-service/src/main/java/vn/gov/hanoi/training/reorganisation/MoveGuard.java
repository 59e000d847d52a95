package vn.gov.hanoi.training.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;

/** Whether the caller may do something with a draft now; asked before the act and shown with the draft. */
record MoveGuard(MoveCase matter, Caller caller, LocalDate today) {
    static final String PLANNER = "training-planner";

    /** What may be done with a draft. */
    enum Act {
        /** Lay down amounts instead of the shares. */
        DIVIDE("amounts"),
        /** Record the decision, by which everything moves. */
        APPROVE("decision");

        private final List<String> needs;

        Act(String... needs) {
            this.needs = List.of(needs);
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** All refusals, those of rights first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(rights(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: auth.role-missing, scope.outside, authority.own-act. */
    List<Refusal> rights(Act act) {
        if (!caller.roles().contains(PLANNER)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (!matter.decides()) {
            return List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        boolean own =
                act == Act.APPROVE && caller.subject().equals(matter.draft().dividedBy());
        return own ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }

    /** Refusals: training.move-wrong-state, training.move-too-early, training.move-empty. */
    List<Refusal> state(Act act) {
        boolean returns = matter.draft().kind() == MoveDraft.Kind.RETURN;
        if (matter.draft().state() != MoveDraft.State.DRAFT || returns && act == Act.DIVIDE) {
            return List.of(Refusal.of(
                    TrainingProblem.MOVE_WRONG_STATE,
                    "state",
                    matter.draft().state().name()));
        }
        var day = matter.summary().reorganisation().effectiveOn();
        if (act == Act.APPROVE && !returns && today.isBefore(day)) {
            return List.of(Refusal.of(TrainingProblem.MOVE_TOO_EARLY, "day", day.toString()));
        }
        return act == Act.APPROVE && matter.content().moves().isEmpty()
                ? List.of(Refusal.of(TrainingProblem.MOVE_EMPTY))
                : List.of();
    }
}
