package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that candidates for a post must fulfil (điều kiện, tiêu chuẩn dự tuyển), in one version that never changes.
 *
 * @param validFrom first day on which it may be chosen
 * @param validTo first day on which it may not be chosen any more; null while it may
 * @param legalCheck what a lawyer has still to confirm
 */
public record ConditionSet(
        String code,
        int version,
        Condition.Title title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<LegalBasis> legalBasis,
        String legalCheck,
        List<Condition> conditions) {

    /** A text of law, with the key by which conditions name it. */
    public record LegalBasis(String key, String number, String issuer, LocalDate date) {}

    public ConditionSet {
        legalBasis = List.copyOf(legalBasis);
        conditions = List.copyOf(conditions);
        var keys = legalBasis.stream().map(LegalBasis::key).toList();
        var codes = new HashSet<String>();
        for (var condition : conditions) {
            if (!keys.contains(condition.basis()) || !codes.add(condition.code())) {
                throw new IllegalArgumentException("condition rests on nothing or stands twice: " + condition.code());
            }
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The text of law that a condition rests on. */
    public LegalBasis basis(Condition condition) {
        return legalBasis.stream()
                .filter(each -> each.key().equals(condition.basis()))
                .findFirst()
                .orElseThrow();
    }
}
