package vn.gov.hanoi.evaluation.yearly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.yearly.ClassificationRepository.Progress;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * What speaks against the publication of a year, without the cap, which is judged when the decision that raises it is known.
 *
 * @param progress classifications by state and rule set
 * @param ruleSets those of the classifications, by id of the version
 */
record YearClosingGuard(YearClosing closing, List<Progress> progress, Map<UUID, AnnualRuleSet> ruleSets) {
    /**
     * Refusals: auth.role-missing, evaluation.closing-not-open, annual.undecided, annual.stale, rule-set.not-official.
     */
    List<Refusal> publish(Caller caller) {
        var found = new ArrayList<Refusal>();
        if (!caller.roles().contains(EvaluationRoles.KEEPER)) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (closing.state() != YearClosing.State.OPEN) {
            found.add(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN,
                    "state",
                    closing.state().name()));
            return found;
        }
        int undecided = count(each -> each.state() != Classification.State.DECIDED);
        if (undecided > 0 || progress.isEmpty()) {
            found.add(Refusal.of(EvaluationProblem.ANNUAL_UNDECIDED, "count", undecided));
        }
        int stale = count(Progress::stale);
        if (stale > 0) {
            found.add(Refusal.of(EvaluationProblem.ANNUAL_STALE, "count", stale));
        }
        ruleSets.values().forEach(each -> found.addAll(each.header().ratingBlockers()));
        return found;
    }

    private int count(Predicate<Progress> which) {
        return progress.stream().filter(which).mapToInt(Progress::count).sum();
    }
}
