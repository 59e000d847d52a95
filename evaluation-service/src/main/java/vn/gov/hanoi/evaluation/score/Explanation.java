package vn.gov.hanoi.evaluation.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;

/**
 * How a result came about. Made by the function that computes; nothing rebuilds it later.
 *
 * @param ruleSet which rules were used
 * @param inputsDigest SHA-256 of the canonical inputs, hexadecimal
 * @param digest SHA-256 of rule set, inputs digest and steps, hexadecimal
 */
public record Explanation(RuleSetReference ruleSet, String inputsDigest, List<Step> steps, String digest) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** The rules that were used, down to their content. */
    public record RuleSetReference(String id, int version, String digest) {}

    /**
     * Where two explanations part.
     *
     * @param index from 0
     * @param ours null if this explanation ends before
     * @param theirs null if the other ends before
     */
    public record Difference(
            int index, @Nullable Step ours, @Nullable Step theirs) {}

    static Explanation of(RuleSet ruleSet, Record inputs, List<Step> steps) {
        var reference = new RuleSetReference(ruleSet.id(), ruleSet.version(), ruleSet.digest());
        var inputsDigest = CanonicalJson.digest(inputs);
        return new Explanation(reference, inputsDigest, steps, digest(reference, inputsDigest, steps));
    }

    /** Whether the digest is that of what is written here: nothing was altered since. */
    public boolean isIntact() {
        return digest.equals(digest(ruleSet, inputsDigest, steps));
    }

    /** The first step in which another explanation differs; empty if all steps are equal. */
    public Optional<Difference> firstDifference(Explanation other) {
        int longest = Math.max(steps.size(), other.steps.size());
        for (int i = 0; i < longest; i++) {
            var ours = i < steps.size() ? steps.get(i) : null;
            var theirs = i < other.steps.size() ? other.steps.get(i) : null;
            if (ours == null || !ours.equals(theirs)) {
                return Optional.of(new Difference(i, ours, theirs));
            }
        }
        return Optional.empty();
    }

    private static String digest(RuleSetReference ruleSet, String inputsDigest, List<Step> steps) {
        return CanonicalJson.digest(Map.of("ruleSet", ruleSet, "inputsDigest", inputsDigest, "steps", steps));
    }
}
