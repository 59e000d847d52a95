package vn.gov.hanoi.evaluation.ruleset;

import java.util.List;
import vn.gov.hanoi.kernel.problem.Refused;

/** Reads a rule set of either kind from YAML; JSON is YAML too. All faults are told at once, up to a hundred. */
public final class RuleSetReader {
    private static final int MOST_FAULTS = 100;

    private final RuleSetSchema schema = new RuleSetSchema();

    /**
     * Reads and checks one document.
     *
     * <p>Refusals, each with an RFC 6901 pointer into the document: rule-set.unreadable (alone), rule-set.malformed (all faults of form),
     * rule-set.contradictory (all faults of content; only looked for when the form is right).
     */
    public RuleSet read(String yaml) {
        var document = PlainYaml.read(yaml);
        Refused.ifAny(
                schema.faults(document.toString()).stream().limit(MOST_FAULTS).toList());
        var header = PlainYaml.convert(RuleSetContent.dated(document), RuleSetHeader.class);
        var periodic = header.kind() == RuleSetKind.PERIODIC
                ? PlainYaml.convert(document.get("rules"), PeriodicRules.class)
                : null;
        var content = RuleSetContent.canonical(document);
        var ruleSet = new RuleSet(header, periodic, content, CanonicalJson.sha256(content));
        Refused.ifAny(new RuleSetChecks(document, ruleSet)
                .faults().stream().limit(MOST_FAULTS).toList());
        return ruleSet;
    }

    /** The head of a document that {@link #read} took. */
    public static RuleSetHeader header(String yaml) {
        return PlainYaml.convert(RuleSetContent.dated(PlainYaml.read(yaml)), RuleSetHeader.class);
    }

    /** What a lawyer has to look at in a document that {@link #read} took. */
    public static List<OpenPoint> openPoints(String yaml) {
        return OpenPoint.of(PlainYaml.read(yaml));
    }

    /** The parameters of a document that {@link #read} took, for a kind whose rules stand elsewhere. */
    public static <T> T rules(String yaml, Class<T> type) {
        return PlainYaml.convert(PlainYaml.read(yaml).get("rules"), type);
    }
}
