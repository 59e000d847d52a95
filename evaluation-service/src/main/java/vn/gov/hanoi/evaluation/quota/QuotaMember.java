package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the groups.
 *
 * @param score exact points by which candidates are listed; null only for others than candidates
 * @param groups ids of the groups the person counts in
 */
public record QuotaMember(
        String id, Standing standing, @Nullable BigDecimal score, Set<String> groups) {
    public QuotaMember {
        groups = Set.copyOf(groups);
        if (standing == Standing.EXCELLENT && score == null) {
            throw new IllegalArgumentException("candidate %s has no score".formatted(id));
        }
    }

    /** What a person reaches before the cap. */
    public enum Standing {
        /** Reaches the top grade: a candidate. */
        EXCELLENT,
        GOOD,
        LOWER,
        /** Counts nowhere. */
        NOT_RATED
    }

    boolean isCandidate() {
        return standing == Standing.EXCELLENT;
    }
}
