package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What the cap gives to one group.
 *
 * @param groups ids of the groups that count together, the one that gives the name first; one unless small ones are pooled
 * @param rated people with a grade
 * @param goodOrBetter those of them at "hoàn thành tốt" or better, candidates included
 * @param binding the reading that binds
 * @param share the share in force, raised or not
 * @param allowed greatest number of top grades
 * @param readings allowed number by each reading, before any policy for small units
 * @param bySmallUnitPolicy whether the one allowed grade comes from the policy for small units and needs a reason
 * @param candidates ids of those who reach the top grade
 */
public record Allowance(
        List<String> groups,
        int rated,
        int goodOrBetter,
        QuotaBasis binding,
        BigDecimal share,
        int allowed,
        Map<QuotaBasis, Integer> readings,
        boolean bySmallUnitPolicy,
        SortedSet<String> candidates) {

    /** Whether the decider has to choose, because more people reach the top grade than the cap allows. */
    public boolean needsChoice() {
        return candidates.size() > allowed;
    }

    boolean needsReason() {
        return bySmallUnitPolicy || needsChoice();
    }
}
