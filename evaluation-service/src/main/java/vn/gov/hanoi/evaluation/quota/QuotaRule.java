package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cap as its rule set gives it.
 *
 * @param code name of the rule, shown in refusals, for example {@code VN-CC-2026-Y/cap}
 * @param basis the reading that binds; for the annual cap both readings are shown
 * @param share above 0, at most 1
 * @param raisedShare share with a recorded decision on special achievements; null if nothing raises it
 */
public record QuotaRule(
        String code,
        QuotaBasis basis,
        BigDecimal share,
        @Nullable BigDecimal raisedShare,
        SmallUnitPolicy smallUnits) {
    public QuotaRule {
        var highest = raisedShare == null ? share : raisedShare;
        if (share.signum() <= 0 || highest.compareTo(share) < 0 || highest.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("shares of %s: %s, %s".formatted(code, share, raisedShare));
        }
    }

    /** The share in force: the raised one if a decision raises it and the rule knows one. */
    BigDecimal shareWith(@Nullable String raisingDecision) {
        return raisingDecision == null || raisedShare == null ? share : raisedShare;
    }

    /** The readings that people see beside each other. */
    List<QuotaBasis> readings() {
        return basis == QuotaBasis.RATED
                ? List.of(QuotaBasis.RATED)
                : List.of(QuotaBasis.GOOD_ONLY, QuotaBasis.GOOD_OR_BETTER);
    }
}
