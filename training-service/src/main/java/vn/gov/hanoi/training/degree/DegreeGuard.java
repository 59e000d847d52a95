package vn.gov.hanoi.training.degree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;

/** What speaks against an act on a degree training: who acts, and how far it has come. */
record DegreeGuard(DegreeTraining matter, Caller caller) {
    static final String PLANNER = "training-planner";
    static final String APPROVER = "degree-approver";
    static final String READER = "degree-reader";

    /** What may be done with a degree training. */
    enum Act {
        APPROVE(APPROVER, Set.of(DegreeState.PROPOSED), "decision"),
        REJECT(APPROVER, Set.of(DegreeState.PROPOSED), "reason"),
        WITHDRAW(PLANNER, Set.of(DegreeState.PROPOSED, DegreeState.APPROVED), "reason"),
        /** The person is sent. */
        APPLY(PLANNER, Set.of(DegreeState.APPROVED), "sentOn", "commitment"),
        /** Money is promised for it. */
        COMMIT(PLANNER, Set.of(DegreeState.APPROVED, DegreeState.SENT), "accountId", "amountVnd"),
        CLOSE(PLANNER, Set.of(DegreeState.SENT), "outcome", "endedOn");

        private final String role;
        private final Set<DegreeState> from;
        private final List<String> needs;

        Act(String role, Set<DegreeState> from, String... needs) {
            this.role = role;
            this.from = from;
            this.needs = List.of(needs);
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** Refusals: auth.role-missing, authority.own-act, training.degree-wrong-state. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(rights(act));
        if (!act.from.contains(matter.state())) {
            found.add(Refusal.of(
                    TrainingProblem.DEGREE_WRONG_STATE, "state", matter.state().name()));
        }
        return found;
    }

    /** Who proposed does not decide, and nobody has a part in the own training. */
    private List<Refusal> rights(Act act) {
        if (!caller.roles().contains(act.role)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        boolean own = matter.learner().code().equals(caller.officerCode());
        boolean proposed = act.role.equals(APPROVER) && matter.proposedBy().equals(caller.subject());
        return own || proposed ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }
}
