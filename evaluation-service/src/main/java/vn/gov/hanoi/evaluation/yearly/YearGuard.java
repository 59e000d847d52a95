package vn.gov.hanoi.evaluation.yearly;

import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.yearly.YearRelationQueries.Relation;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What speaks against an act on a classification. The acts ask it before they change anything, and {@code _actions} is what it answers;
 * what depends on the wanted level is judged by the rules when it is known.
 */
record YearGuard(Classification row, YearClosing closing, AnnualRuleSet ruleSet, Relation relation) {
    enum Act {
        /** May be done again until the publication. */
        DECIDE,
        /** A new revision of a told result. */
        CORRECT
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority());
        found.addAll(state(act));
        return found;
    }

    /** Refusals: authority.missing, authority.own-act. */
    List<Refusal> authority() {
        return relation.decider().blockedBy();
    }

    /**
     * Refusals: evaluation.superseded, evaluation.closing-not-open or evaluation.closing-not-published, annual.stale,
     * rule-set.not-official.
     */
    List<Refusal> state(Act act) {
        var found = new ArrayList<Refusal>();
        if (row.revision().supersededAt() != null) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_SUPERSEDED));
        }
        boolean open = closing.state() == YearClosing.State.OPEN;
        var state = closing.state().name();
        switch (act) {
            case DECIDE -> {
                if (!open) {
                    found.add(Refusal.of(EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN, "state", state));
                } else if (row.stale()) {
                    found.add(Refusal.of(EvaluationProblem.ANNUAL_STALE, "count", 1));
                }
            }
            case CORRECT -> {
                if (open) {
                    found.add(Refusal.of(
                            EvaluationProblem.EVALUATION_CLOSING_NOT_PUBLISHED,
                            "state",
                            state,
                            "needed",
                            YearClosing.State.PUBLISHED.name()));
                }
            }
        }
        found.addAll(ruleSet.header().ratingBlockers());
        return found;
    }
}
