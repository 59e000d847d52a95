package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.SmallUnitPolicy;
import vn.gov.hanoi.evaluation.ruleset.Source;

/**
 * Cap on level A.
 *
 * @param reading what the share is a share of; the texts leave it open (legal_check)
 * @param groups inside which it holds
 */
record CapRule(
        BigDecimal share,
        @Nullable BigDecimal raisedShare,
        QuotaBasis reading,
        SmallUnitPolicy smallUnits,
        Set<QuotaGroup.Kind> groups,
        Source source) {
    CapRule {
        groups = Set.copyOf(groups);
    }
}
