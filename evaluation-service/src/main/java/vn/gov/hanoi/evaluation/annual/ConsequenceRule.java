package vn.gov.hanoi.evaluation.annual;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Source;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * What bad years lead to.
 *
 * @param years consecutive years at "không hoàn thành nhiệm vụ", 1 or more
 * @param startWithinWorkingDays working days from sufficient grounds to the begin of the procedure; null if not prescribed
 */
record ConsequenceRule(
        String code,
        Title title,
        Consequence consequence,
        int years,
        Audience audience,
        Set<Category> categories,
        @Nullable Integer startWithinWorkingDays,
        Source source) {
    ConsequenceRule {
        categories = Set.copyOf(categories);
        if (years < 1) {
            throw new IllegalArgumentException("years of %s: %d".formatted(code, years));
        }
    }
}
