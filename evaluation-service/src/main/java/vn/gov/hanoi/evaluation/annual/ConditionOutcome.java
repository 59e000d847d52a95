package vn.gov.hanoi.evaluation.annual;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * A condition and its answer.
 *
 * @param code code of the condition in its rule set
 * @param level level that it belongs to
 * @param binding false if it is only shown to the authority
 * @param evidence what it was answered from; null if unknown
 */
public record ConditionOutcome(
        String code,
        Grade level,
        boolean binding,
        Outcome outcome,
        @Nullable Evidence evidence) {}
