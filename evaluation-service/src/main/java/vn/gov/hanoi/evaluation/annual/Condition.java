package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.annual.Evidence.Statement;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Source;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * A condition of a level. For A, B and C all must hold; for D one is enough.
 *
 * @param effect whether it binds or is only shown to the authority
 * @param ifNothingToCount outcome if the whole of a share is 0; null for unknown
 */
record Condition(
        String code,
        Title title,
        Grade level,
        Audience audience,
        Effect effect,
        Fact fact,
        Comparison comparison,
        String value,
        @Nullable Outcome ifNothingToCount,
        Source source) {
    Condition {
        if (fact.kind() == Fact.Kind.STATEMENT
                ? comparison != Comparison.IS || !(value.equals("true") || value.equals("false"))
                : comparison == Comparison.IS || new BigDecimal(value).signum() < 0) {
            throw new IllegalArgumentException(
                    "condition %s cannot be asked: %s %s".formatted(code, comparison, value));
        }
    }

    enum Effect {
        BINDING,
        /** Evaluated and shown; limits nobody. */
        SHOWN
    }

    enum Comparison {
        IS,
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW
    }

    /** Whether the condition holds; without evidence it is unknown, never met. */
    Outcome ask(@Nullable Evidence evidence) {
        return switch (evidence == null ? null : evidence.value()) {
            case null -> Outcome.UNKNOWN;
            case Statement(var holds) -> Outcome.of(holds == Boolean.parseBoolean(value));
            case Quotient quotient
            when quotient.saysNothing() -> ifNothingToCount == null ? Outcome.UNKNOWN : ifNothingToCount;
            case Quotient quotient -> Outcome.of(compares(quotient.compareTo(new BigDecimal(value))));
        };
    }

    boolean isBinding() {
        return effect == Effect.BINDING;
    }

    private boolean compares(int sign) {
        return switch (comparison) {
            case AT_LEAST -> sign >= 0;
            case ABOVE -> sign > 0;
            case AT_MOST -> sign <= 0;
            case BELOW -> sign < 0;
            case IS -> sign == 0;
        };
    }
}
