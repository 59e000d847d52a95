package vn.gov.hanoi.evaluation.quota;

import java.util.List;

/**
 * Answer to picks.
 *
 * @param allowances what was allowed to each group
 * @param breaches all that is wrong, picks first, then groups; empty if the picks fit
 */
public record QuotaVerdict(List<Allowance> allowances, List<QuotaBreach> breaches) {
    public boolean fits() {
        return breaches.isEmpty();
    }
}
