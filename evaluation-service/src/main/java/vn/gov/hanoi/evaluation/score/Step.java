package vn.gov.hanoi.evaluation.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/**
 * One step of a computation.
 *
 * @param path RFC 6901 pointer to the parameter in the rule set
 * @param basis document that the parameter rests on, as people cite it
 * @param inputs by name; numbers exact
 * @param result exact number, grade or word
 */
public record Step(
        Code code, String path, String basis, Confidence confidence, Map<String, String> inputs, String result)
        implements CanonicalJson.Canonical {
    public Step {
        SortedMap<String, String> sorted = inputs instanceof Steps.Inputs own ? own : new TreeMap<>(inputs);
        inputs = Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public void members(CanonicalJson out) {
        out.repeated("basis", basis)
                .member("code", code)
                .member("confidence", confidence)
                .member("inputs", inputs)
                .member("path", path)
                .member("result", result);
    }

    /** What a step does. Texts stand in score_vi.properties and score_en.properties. */
    public enum Code {
        FORMULA,
        /** The unit has criteria of its own. */
        UNIT_TEMPLATE,
        NOT_RATED,
        MARK,
        DEDUCTION,
        /** What a finding of an inspection costs. */
        CHARGE,
        /** It costs nothing here, by a decision. */
        CHARGE_WAIVED,
        GROUP,
        BONUS,
        BONUS_TOTAL,
        PRODUCT,
        QUANTITY,
        QUALITY,
        PROGRESS,
        UNIT_FACTOR,
        ORGANISATION_FACTOR,
        UNITY_FACTOR,
        TASK_POINTS,
        MONTH,
        MEAN,
        TOTAL,
        ADVICE,
        CLAMP,
        BAND,
        LITTLE_PRESENCE,
        DISCIPLINE,
        HEAD_NOT_ABOVE_UNIT,
        ROUNDING,
        INSUFFICIENT_DATA,
        RESULT
    }
}
