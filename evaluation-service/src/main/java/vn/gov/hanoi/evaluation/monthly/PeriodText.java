package vn.gov.hanoi.evaluation.monthly;

import java.time.YearMonth;
import vn.gov.hanoi.evaluation.ruleset.Period;

/** Months as they are written. */
final class PeriodText {
    static final String PATTERN = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private PeriodText() {}

    static String of(Period month) {
        return YearMonth.from(month.from()).toString();
    }
}
