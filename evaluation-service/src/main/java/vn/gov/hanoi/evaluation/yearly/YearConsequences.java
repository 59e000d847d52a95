package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.annual.ConsequenceCheck;
import vn.gov.hanoi.evaluation.annual.ConsequenceFlag;
import vn.gov.hanoi.evaluation.annual.YearResult;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** What a level calls for together with the years told before it: flags only, nothing is started. */
@ApplicationScoped
class YearConsequences {
    private final ClassificationRepository rows;

    YearConsequences(ClassificationRepository rows) {
        this.rows = rows;
    }

    /** Codes of the rules; years that were not told do not count. */
    List<String> of(Classification row, @Nullable Grade level, AnnualRuleSet ruleSet) {
        if (level != Grade.D) {
            // Only years at the lowest level have consequences, so nothing else is read.
            return List.of();
        }
        var years = new ArrayList<>(rows.before(row.person().officerId(), row.year()));
        years.add(new YearResult(row.year(), level));
        boolean leading = row.person().leader();
        return new ConsequenceCheck(ruleSet)
                .flags(row.person().category(), leading, years, row.year()).stream()
                        .map(ConsequenceFlag::code)
                        .toList();
    }
}
