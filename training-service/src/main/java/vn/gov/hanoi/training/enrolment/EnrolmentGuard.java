package vn.gov.hanoi.training.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassState;

/**
 * What speaks against an act on an enrolment. The acts ask it before they change anything, and {@code _actions} is what it answers.
 *
 * @param sent whether the unit of the learner is within the caller's scope
 */
record EnrolmentGuard(Enrolment matter, ClassFacts of, boolean sent, Caller caller) {
    static final String PLANNER = "training-planner";
    static final String ORGANISER = "training-organiser";

    /** What may be done with an enrolment. */
    enum Act {
        APPROVE,
        REJECT("reason"),
        WITHDRAW("reason"),
        /** Saying how the class ended for the learner. */
        DECIDE("outcome");

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
        boolean organises = caller.roles().contains(ORGANISER);
        boolean plans = caller.roles().contains(PLANNER);
        if (!organises && !(plans && act == Act.WITHDRAW)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (!(organises && of.hosted()) && !(plans && sent && act == Act.WITHDRAW)) {
            return List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        boolean own = matter.learner().code().equals(caller.officerCode())
                || act == Act.APPROVE && matter.nominated().by().equals(caller.subject());
        return own ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }

    /** Refusals: training.class-wrong-state, training.enrolment-wrong-state, training.enrolment-has-outcome. */
    List<Refusal> state(Act act) {
        if (!classFits(act)) {
            return List.of(Refusal.of(
                    TrainingProblem.CLASS_WRONG_STATE, "state", of.state().name()));
        }
        boolean fits =
                switch (act) {
                    case APPROVE, REJECT -> matter.state() == EnrolmentState.NOMINATED;
                    case WITHDRAW -> matter.state().isOpen();
                    case DECIDE -> matter.state() == EnrolmentState.ENROLLED;
                };
        if (!fits) {
            return List.of(Refusal.of(
                    TrainingProblem.ENROLMENT_WRONG_STATE,
                    "state",
                    matter.state().name()));
        }
        return act == Act.WITHDRAW && matter.outcome() != null
                ? List.of(Refusal.of(TrainingProblem.ENROLMENT_HAS_OUTCOME))
                : List.of();
    }

    private boolean classFits(Act act) {
        return switch (act) {
            case APPROVE -> of.state() == ClassState.OPENED;
            case REJECT, WITHDRAW -> of.state().isOpen();
            case DECIDE -> of.state() == ClassState.RUNNING;
        };
    }
}
