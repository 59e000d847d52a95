package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;

/** Why picks do not fit. */
public sealed interface QuotaBreach {
    /**
     * More picks than the cap allows.
     *
     * @param rule code of the rule
     * @param group the group whose cap is exceeded
     * @param base number of people that the share is taken of
     */
    record CapExceeded(String rule, String group, QuotaBasis basis, BigDecimal share, int base, int allowed, int used)
            implements QuotaBreach {}

    /** The person does not reach the top grade, or is not of these groups. */
    record NotACandidate(String memberId) implements QuotaBreach {}

    record PickedTwice(String memberId) implements QuotaBreach {}

    /** A reason is needed where candidates are left out, and for the one grade of a small unit. */
    record ReasonMissing(String memberId, String group) implements QuotaBreach {}
}
