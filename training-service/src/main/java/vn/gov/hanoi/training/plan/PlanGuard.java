package vn.gov.hanoi.training.plan;

import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.plan.PlanQueries.OpenThings;

/**
 * What speaks against closing a plan: who closes, and what of it is open. {@code _actions} is what it answers.
 *
 * @param within whether the unit of the plan is inside the caller's scope
 */
record PlanGuard(int year, boolean closed, boolean within, OpenThings open, Caller caller) {
    static final String PLANNER = "training-planner";
    static final String VERB = "close";
    static final List<String> NEEDS = List.of("decision", "legalBasis");

    /** All refusals, those of rights first: auth.role-missing, scope.outside, training.plan-closed, and those of {@link #left}. */
    List<Refusal> refusals() {
        var found = new ArrayList<Refusal>();
        if (!caller.roles().contains(PLANNER)) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        } else if (!within) {
            found.add(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        if (closed) {
            found.add(Refusal.of(TrainingProblem.PLAN_CLOSED, "year", year));
        }
        found.addAll(left(open));
        return found;
    }

    /** Refusals: training.plan-has-open-classes, training.plan-has-open-money. */
    static List<Refusal> left(OpenThings open) {
        var found = new ArrayList<Refusal>();
        if (open.classes() > 0) {
            found.add(Refusal.of(TrainingProblem.PLAN_HAS_OPEN_CLASSES, "classes", open.classes()));
        }
        if (open.accounts() > 0) {
            found.add(Refusal.of(
                    TrainingProblem.PLAN_HAS_OPEN_MONEY,
                    "accounts",
                    open.accounts(),
                    "committedVnd",
                    open.committedVnd()));
        }
        return found;
    }
}
