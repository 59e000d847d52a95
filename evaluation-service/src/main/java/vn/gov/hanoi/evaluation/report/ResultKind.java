package vn.gov.hanoi.evaluation.report;

import java.util.Arrays;
import java.util.List;
import vn.gov.hanoi.evaluation.annual.AnnualLevel;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;

/** Which results a report adds up. */
enum ResultKind {
    /** Sheets of one month. */
    MONTH(NotRatedReason.class),
    /** Classifications of one year. */
    YEAR(AnnualLevel.NotRated.Reason.class);

    private final List<String> reasons;

    ResultKind(Class<? extends Enum<?>> reasons) {
        this.reasons = Arrays.stream(reasons.getEnumConstants()).map(Enum::name).toList();
    }

    /** Why somebody has no rating, in the order of the figures. */
    List<String> reasons() {
        return reasons;
    }
}
