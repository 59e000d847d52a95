package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a share is a share of. Each gives the greatest whole number that keeps the share, computed exactly and rounded down. */
public enum QuotaBasis {
    /** E &lt;= r x all who are rated (3814-QĐ/TU). */
    RATED {
        @Override
        int allowed(Headcount people, BigDecimal share) {
            return floor(share.multiply(BigDecimal.valueOf(people.rated())), BigDecimal.ONE);
        }
    },
    /** E &lt;= r x those rated "tốt" alone, so E &lt;= N x r / (1 + r) of the N rated "tốt" or better; one reading of Decree 335/2025. */
    GOOD_ONLY {
        @Override
        int allowed(Headcount people, BigDecimal share) {
            return floor(share.multiply(BigDecimal.valueOf(people.goodOrBetter())), BigDecimal.ONE.add(share));
        }
    },
    /** E &lt;= r x N of the N rated "tốt" or better; the other reading of Decree 335/2025. */
    GOOD_OR_BETTER {
        @Override
        int allowed(Headcount people, BigDecimal share) {
            return floor(share.multiply(BigDecimal.valueOf(people.goodOrBetter())), BigDecimal.ONE);
        }
    };

    abstract int allowed(Headcount people, BigDecimal share);

    int base(Headcount people) {
        return this == RATED ? people.rated() : people.goodOrBetter();
    }

    private static int floor(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divideToIntegralValue(divisor)
                .setScale(0, RoundingMode.UNNECESSARY)
                .intValueExact();
    }
}
