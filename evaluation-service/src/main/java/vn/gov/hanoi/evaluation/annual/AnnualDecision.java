package vn.gov.hanoi.evaluation.annual;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * The authority's decision on a year.
 *
 * @param grade null if the authority decides that the year is not rated
 * @param number number of the decision
 * @param decidedOn in Hanoi
 * @param decider who decides, or who presides over the collective that does
 * @param collective the collective; null if one person decides
 * @param minutes reference of the collective's minutes; null if one person decides
 * @param reason needed where the decision differs from the suggestion; else it may be blank
 */
public record AnnualDecision(
        @Nullable Grade grade,
        String number,
        LocalDate decidedOn,
        UUID decider,
        @Nullable UUID collective,
        @Nullable String minutes,
        String reason) {}
