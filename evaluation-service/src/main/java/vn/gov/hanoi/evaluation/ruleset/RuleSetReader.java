package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Reads a rule set from YAML; JSON is YAML too. All faults are told at once. */
public final class RuleSetReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule())
            .build();

    private final RuleSetSchema schema = new RuleSetSchema();

    /**
     * Reads and checks one document.
     *
     * <p>Refusals, each with an RFC 6901 pointer into the document: rule-set.unreadable (alone), rule-set.malformed (all faults of form),
     * rule-set.contradictory (all faults of content; only looked for when the form is right).
     */
    public RuleSet read(String yaml) {
        var document = document(yaml);
        Refused.ifAny(schema.faults(document.toString()));
        try {
            var header = YAML.treeToValue(RuleSetContent.dated(document), RuleSetHeader.class);
            var periodic = header.kind() == RuleSetKind.PERIODIC
                    ? YAML.treeToValue(document.get("rules"), PeriodicRules.class)
                    : null;
            var content = RuleSetContent.canonical(document);
            var ruleSet = new RuleSet(header, periodic, content, CanonicalJson.sha256(content));
            Refused.ifAny(new RuleSetChecks(document, ruleSet).faults());
            return ruleSet;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema lets through what the records do not", e);
        }
    }

    private static JsonNode document(String yaml) {
        try {
            var document = YAML.readTree(yaml);
            return document.isMissingNode() ? NullNode.getInstance() : document;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new Refused(Refusal.of(
                    EvaluationProblem.RULE_SET_UNREADABLE,
                    "line",
                    place == null ? 0 : place.getLineNr(),
                    "column",
                    place == null ? 0 : place.getColumnNr()));
        }
    }
}
