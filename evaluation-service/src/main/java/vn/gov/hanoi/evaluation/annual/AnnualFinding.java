package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;

/**
 * What the rules find for one person and year. A suggestion: the level is set by the authority, see {@link AnnualRating}.
 *
 * @param status of the rule set when it was used
 * @param leader whether the person is rated as a leader
 * @param ratingUnit unit whose authority rates: the receiving one of a secondment, else the last one of the year
 * @param missingOpinions old units whose opinion has to be there before the decision
 * @param rollUp months or quarters together
 * @param conditions all that were asked, in the order of the rule set; none if the year is not rated
 * @param level what follows
 * @param explanation every step, under a digest
 */
public record AnnualFinding(
        UUID officerId,
        int year,
        RuleSetStatus status,
        boolean leader,
        UUID ratingUnit,
        SortedSet<UUID> missingOpinions,
        RollUp rollUp,
        List<ConditionOutcome> conditions,
        AnnualLevel level,
        Set<AnnualFlag> flags,
        Explanation explanation) {}
