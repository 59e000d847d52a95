package vn.gov.hanoi.training.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.AccountRepository.Held;

/** What speaks against closing the books of an account: who closes, and how far they are. {@code _actions} is what it answers. */
record AccountGuard(Held matter, Caller caller) {
    static final String ACCOUNTANT = "training-accountant";
    static final String VERB = "close";
    static final List<String> NEEDS = List.of("decision", "remainder");

    /** All refusals, those of rights first: auth.role-missing, and those of {@link #state}. */
    List<Refusal> refusals() {
        var found = new ArrayList<Refusal>();
        if (!caller.roles().contains(ACCOUNTANT)) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        found.addAll(state());
        return found;
    }

    /**
     * Refusals: training.account-closed, training.line-pending-approval while reserved money is left, training.commitments-open,
     * training.spending-unsettled.
     */
    List<Refusal> state() {
        var found = new ArrayList<Refusal>();
        if (matter.state() == AccountState.CLOSED) {
            found.add(Refusal.of(TrainingProblem.ACCOUNT_CLOSED));
        }
        if (matter.state() == AccountState.PENDING_APPROVAL && matter.availableVnd() > 0) {
            found.add(Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL));
        }
        if (matter.committedVnd() > 0) {
            found.add(Refusal.of(
                    TrainingProblem.COMMITMENTS_OPEN, "count", matter.open(), "openVnd", matter.committedVnd()));
        }
        if (matter.unsettledVnd() > 0) {
            found.add(Refusal.of(TrainingProblem.SPENDING_UNSETTLED, "unsettledVnd", matter.unsettledVnd()));
        }
        return found;
    }
}
