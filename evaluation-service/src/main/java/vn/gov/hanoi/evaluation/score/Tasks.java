package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * Results of tasks by converted products: Decree 335/2025 of 21/12/2025, arts 13-16.
 *
 * @param factors d, đ and e; null for who leads nothing, or if not given yet
 */
public record Tasks(List<Product> products, @Nullable LeaderFactors factors) implements CanonicalJson.Canonical {
    public static final Tasks NONE = new Tasks(List.of(), null);

    public Tasks {
        products = Sheet.sorted(products, Comparator.comparing(Product::code));
    }

    @Override
    public void members(CanonicalJson out) {
        if (factors != null) {
            out.member("factors", factors);
        }
        out.member("products", products);
    }

    /**
     * Products of one kind.
     *
     * @param code unique in the period
     * @param factor hệ số quy đổi, above 0, as of the day of assignment
     * @param assigned number assigned, from 0
     * @param completed number completed, from 0
     * @param errors failed assessments and delays of completed products
     */
    public record Product(
            String code, BigDecimal factor, BigDecimal assigned, BigDecimal completed, List<ProductError> errors) {
        public Product {
            errors = Sheet.sorted(
                    errors, Comparator.comparing(ProductError::kind).thenComparing(ProductError::reference));
        }
    }

    /**
     * One failed assessment or delay.
     *
     * @param reference to the record of it
     * @param objectiveCause confirmed objective cause, for which nothing is taken off; null if none
     */
    public record ProductError(
            Kind kind, String reference, @Nullable String objectiveCause) {
        /** What the error lowers. */
        public enum Kind {
            /** A big content error. */
            QUALITY,
            /** A delay. */
            PROGRESS
        }
    }

    /**
     * The three factors of a leader.
     *
     * @param unit from which d follows
     * @param organisation đ, ability to organise: one of the values of the rule set
     * @param unity e, tập hợp, đoàn kết: one of the values of the rule set
     */
    public record LeaderFactors(UnitGrades unit, BigDecimal organisation, BigDecimal unity) {}

    /**
     * Grades of those under management; for a deputy those in the assigned fields.
     *
     * @param grades number of persons by grade, from 0
     * @param setting what the decider set instead; null if nothing
     */
    public record UnitGrades(
            Map<Grade, Integer> grades, @Nullable Setting setting) {
        public UnitGrades {
            grades = Map.copyOf(grades);
        }
    }

    /**
     * The factor d, set with a reason.
     *
     * @param value one of the values of the rule set
     */
    public record Setting(BigDecimal value, String reason) {}
}
