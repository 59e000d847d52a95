package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import vn.gov.hanoi.evaluation.ruleset.Period;

/** One way to write a value, so that equal values give equal digests. */
final class Texts {
    private Texts() {}

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String period(Period period) {
        return period.from() + "/" + period.last();
    }
}
