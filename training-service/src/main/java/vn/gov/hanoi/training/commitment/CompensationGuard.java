package vn.gov.hanoi.training.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;

/** What speaks against an act on a case: who acts, and how far the case has come. */
record CompensationGuard(CompensationCase matter, Learner learner, Caller caller) {
    static final String PLANNER = "training-planner";
    static final String APPROVER = "degree-approver";
    static final String READER = "degree-reader";

    /** What may be done with a case. */
    enum Act {
        DECIDE("decision", "council"),
        RELEASE("ground", "certificate", "decision", "council"),
        CANCEL("reason");

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

    /** Refusals: auth.role-missing, authority.own-act, training.compensation-wrong-state. */
    List<Refusal> refusals() {
        var found = new ArrayList<>(rights());
        found.addAll(matter.state() == CompensationState.OPEN ? List.of() : List.of(wrongState()));
        return found;
    }

    /** Refusals: authority.own-act, training.compensation-wrong-state. */
    List<Refusal> ofPayment() {
        if (learner.code().equals(caller.officerCode())) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        boolean owed = matter.state() == CompensationState.DECIDED || matter.state() == CompensationState.PAYING;
        return owed ? List.of() : List.of(wrongState());
    }

    /** Who proposed a case does not end it, and nobody has a part in the own one. */
    private List<Refusal> rights() {
        if (!caller.roles().contains(APPROVER)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        boolean own =
                matter.opened().by().equals(caller.subject()) || learner.code().equals(caller.officerCode());
        return own ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }

    private Refusal wrongState() {
        return Refusal.of(
                TrainingProblem.COMPENSATION_WRONG_STATE,
                "state",
                matter.state().name());
    }
}
