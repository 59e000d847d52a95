package vn.gov.hanoi.training.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;

/**
 * What speaks against an act on a class: who acts, and how far the class has come. The acts ask it before they change anything, and
 * {@code _actions} is what it answers.
 */
record ClassGuard(ClassFacts matter, Caller caller, LocalDate today) {
    static final String ORGANISER = "training-organiser";

    /** What may be done with a class. */
    enum Act {
        /** Saying anew how it is held. */
        UPDATE,
        /** Saying anew what it is to cost. */
        COST,
        CANCEL("reason", "decision"),
        CLOSE("outcomes");

        private final List<String> needs;

        Act(String... needs) {
            this.needs = List.of(needs);
        }

        /** Whether it is done under /actions. */
        boolean isAction() {
            return this != UPDATE && this != COST;
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
        var found = new ArrayList<>(rights());
        found.addAll(state(act));
        return found;
    }

    /** Refusals: auth.role-missing, scope.outside. */
    List<Refusal> rights() {
        if (!caller.roles().contains(ORGANISER)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        return matter.hosted() ? List.of() : List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
    }

    /** Refusals: training.class-wrong-state, training.class-has-outcomes, training.class-not-over. */
    List<Refusal> state(Act act) {
        var state = matter.state();
        boolean fits =
                switch (act) {
                    case UPDATE -> state == ClassState.OPENED;
                    case COST, CANCEL -> state.isOpen();
                    case CLOSE -> state == ClassState.RUNNING;
                };
        if (!fits) {
            return List.of(Refusal.of(TrainingProblem.CLASS_WRONG_STATE, "state", state.name()));
        }
        if (act == Act.CANCEL && matter.outcomes() > 0) {
            return List.of(Refusal.of(TrainingProblem.CLASS_HAS_OUTCOMES, "outcomes", matter.outcomes()));
        }
        if (act == Act.CLOSE) {
            // It runs, so it has sessions.
            var last = matter.timetable().days().getLast();
            return today.isBefore(last)
                    ? List.of(Refusal.of(TrainingProblem.CLASS_NOT_OVER, "endsOn", last.toString()))
                    : List.of();
        }
        return List.of();
    }
}
