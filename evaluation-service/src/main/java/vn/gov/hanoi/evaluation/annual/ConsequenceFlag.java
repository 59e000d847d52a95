package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/**
 * A consequence that the authority has to look into.
 *
 * @param code of the rule in its rule set
 * @param years the bad years, oldest first
 * @param startWithinWorkingDays working days from sufficient grounds to the begin of the procedure; null if not prescribed
 * @param parameter RFC 6901 pointer to the rule in the rule set
 */
public record ConsequenceFlag(
        String code,
        Consequence consequence,
        List<Integer> years,
        @Nullable Integer startWithinWorkingDays,
        String legalBasis,
        Confidence confidence,
        String parameter) {}
