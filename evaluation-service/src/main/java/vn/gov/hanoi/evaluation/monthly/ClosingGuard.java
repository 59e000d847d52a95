package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingLockRepository.Below;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Progress;
import vn.gov.hanoi.evaluation.monthly.SuperiorQueries.Superior;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * What speaks against an act on a closing, without the cap, which is judged when the decision that raises it is known.
 *
 * @param progress sheets by state and rule set
 * @param ruleSets those of the sheets, by id of the version
 * @param petitions what may still be said against results, and what was and is not resolved
 * @param outdated results that rest on an input that was replaced
 * @param unlockedBelow rating units right below that are not signed off; a lock before them needs a reason, which is judged when it is known
 * @param superior whether the caller stands above the unit
 */
record ClosingGuard(
        Closing closing,
        List<Progress> progress,
        Map<UUID, RuleSet> ruleSets,
        Petitions petitions,
        List<SheetFlag> outdated,
        List<Below> unlockedBelow,
        Superior superior,
        LocalDate today) {
    /**
     * @param until last day of the petition window; null before the publication
     * @param open objections that are neither resolved nor withdrawn
     */
    record Petitions(@Nullable LocalDate until, int open) {}

    /** Last day of the petition window; null before the publication. */
    @Nullable
    LocalDate petitionsUntil() {
        return petitions.until();
    }

    enum Act {
        PUBLISH,
        LOCK,
        /** By somebody above the unit. */
        REOPEN
    }

    /**
     * Refusals: auth.role-missing, evaluation.closing-not-open, evaluation.sheets-undecided, evaluation.results-outdated,
     * rule-set.not-official; for a lock evaluation.closing-not-published, evaluation.petition-window-open,
     * evaluation.closing-has-objections, evaluation.results-outdated; for a reopening
     * authority.missing, authority.own-act, evaluation.closing-not-locked.
     */
    List<Refusal> refusals(Act act, Caller caller) {
        var found = new ArrayList<Refusal>();
        if (act == Act.REOPEN) {
            found.addAll(superior.ruling().blockedBy());
        } else if (!caller.roles().contains(EvaluationRoles.KEEPER)) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        switch (act) {
            case PUBLISH -> publish(found);
            case LOCK -> lock(found);
            case REOPEN -> reopen(found);
        }
        return found;
    }

    private void publish(List<Refusal> found) {
        if (closing.state() != ClosingState.OPEN) {
            found.add(notOpen(closing.state()));
            return;
        }
        int undecided = progress.stream()
                .filter(each -> each.state() != SheetState.DECIDED)
                .mapToInt(Progress::count)
                .sum();
        if (undecided > 0 || progress.isEmpty()) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_SHEETS_UNDECIDED, "count", undecided));
        }
        outdated(found);
        ruleSets.values().forEach(ruleSet -> found.addAll(ruleSet.ratingBlockers()));
    }

    static Refusal notOpen(ClosingState state) {
        return Refusal.of(EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN, "state", state.name());
    }

    private void lock(List<Refusal> found) {
        if (closing.state() != ClosingState.PUBLISHED) {
            found.add(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_PUBLISHED,
                    "state",
                    closing.state().name(),
                    "needed",
                    ClosingState.PUBLISHED.name()));
            return;
        }
        var until = petitions.until();
        if (until != null && !today.isAfter(until)) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_PETITION_WINDOW_OPEN, "until", until.toString()));
        }
        if (petitions.open() > 0) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_CLOSING_HAS_OBJECTIONS, "count", petitions.open()));
        }
        outdated(found);
    }

    private void reopen(List<Refusal> found) {
        if (closing.state() != ClosingState.LOCKED) {
            found.add(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_LOCKED,
                    "state",
                    closing.state().name()));
        }
    }

    private void outdated(List<Refusal> found) {
        if (!outdated.isEmpty()) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_RESULTS_OUTDATED, "count", outdated.size()));
        }
    }
}
