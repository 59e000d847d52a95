package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What is known about a fact, and from where.
 *
 * @param source where it is recorded, for example {@code unit-results/2025}; no personal data
 * @param version version of that record
 */
public record Evidence(Fact fact, Value value, String source, String version) {
    public Evidence {
        boolean fits =
                switch (value) {
                    case Statement _ -> fact.kind() == Fact.Kind.STATEMENT;
                    case Quotient _ -> fact.kind() == Fact.Kind.SHARE;
                };
        if (!fits) {
            throw new IllegalArgumentException("%s is not told by %s".formatted(fact, value));
        }
    }

    /** An answer. */
    public sealed interface Value {
        /** The answer as the explanation shows it. */
        String text();
    }

    public record Statement(boolean holds) implements Value {
        @Override
        public String text() {
            return Boolean.toString(holds);
        }
    }

    /**
     * An exact quotient. A divisor of 0 says nothing, neither 0 % nor 100 %.
     *
     * @param dividend 0 or more
     * @param divisor 0 or more
     */
    public record Quotient(BigDecimal dividend, BigDecimal divisor) implements Value {
        public Quotient {
            if (dividend.signum() < 0 || divisor.signum() < 0) {
                throw new IllegalArgumentException("%s of %s".formatted(dividend, divisor));
            }
        }

        public static Quotient of(long part, long whole) {
            return new Quotient(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        }

        boolean saysNothing() {
            return divisor.signum() == 0;
        }

        /**
         * The quotient at 34 digits. Means of at most twelve periods with points of at most ten places keep their order and their
         * ties in it.
         */
        BigDecimal divided() {
            return dividend.divide(divisor, MathContext.DECIMAL128);
        }

        /** Compares without dividing. */
        int compareTo(BigDecimal value) {
            return dividend.compareTo(value.multiply(divisor));
        }

        @Override
        public String text() {
            return Texts.number(dividend) + "/" + Texts.number(divisor);
        }
    }
}
