package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/**
 * How a result came about, in order. Nothing rebuilds it later: it is made by the rules themselves.
 *
 * @param officerId and year say whose result it is
 * @param ruleSet id, version and digest of the rules
 * @param steps what was looked at and what followed
 * @param digest SHA-256 of the canonical JSON of all the rest, hexadecimal; the same for the same input for ever
 */
public record Explanation(UUID officerId, int year, RuleSetReference ruleSet, List<Step> steps, String digest) {
    /** @param digest SHA-256 of the rules, hexadecimal */
    public record RuleSetReference(String id, int version, String digest) {}

    /**
     * One step.
     *
     * @param code what the step does, for example {@code ROLL_UP}
     * @param inputs what went in, by name
     * @param result what came out
     * @param legalBasis article and number of the text it rests on
     * @param confidence how sure the parameter is
     * @param parameter RFC 6901 pointer to the parameter in the rule set
     */
    public record Step(
            String code,
            Map<String, String> inputs,
            String result,
            String legalBasis,
            Confidence confidence,
            String parameter)
            implements CanonicalJson.Canonical {
        @Override
        public void members(CanonicalJson out) {
            out.member("code", code)
                    .member("confidence", confidence)
                    .member("inputs", inputs)
                    .member("legalBasis", legalBasis)
                    .member("parameter", parameter)
                    .member("result", result);
        }
    }

    static Explanation of(UUID officerId, int year, RuleSetReference ruleSet, List<Step> steps) {
        var copy = List.copyOf(steps);
        var digest =
                CanonicalJson.digest(Map.of("officerId", officerId, "year", year, "ruleSet", ruleSet, "steps", copy));
        return new Explanation(officerId, year, ruleSet, copy, digest);
    }
}
