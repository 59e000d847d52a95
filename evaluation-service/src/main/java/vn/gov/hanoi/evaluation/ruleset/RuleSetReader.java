package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
            var header = YAML.treeToValue(dated(document), RuleSetHeader.class);
            var periodic = header.kind() == RuleSetKind.PERIODIC
                    ? YAML.treeToValue(document.get("rules"), PeriodicRules.class)
                    : null;
            var content = content(document);
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

    /** Applications without dates of their own have those of the rule set. */
    private static JsonNode dated(JsonNode document) {
        var copy = document.deepCopy();
        for (var application : copy.get("appliesTo")) {
            for (var field : List.of("effectiveFrom", "effectiveTo")) {
                if (!application.has(field) && copy.has(field)) {
                    ((ObjectNode) application).set(field, copy.get(field));
                }
            }
        }
        return copy;
    }

    private static String content(JsonNode document) {
        var rules = (ObjectNode) document.deepCopy();
        rules.remove(List.of("status", "legalCheck"));
        return CanonicalJson.of(plain(rules));
    }

    /** Whole numbers stay numbers, so that 20 and 20.0 are one content; other decimals become strings at full scale. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var members = new LinkedHashMap<String, Object>();
            node.properties().forEach(member -> {
                if (!member.getValue().isNull()) {
                    members.put(member.getKey(), plain(member.getValue()));
                }
            });
            return members;
        }
        if (node.isArray()) {
            var items = new ArrayList<>();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isNumber()) {
            var number = node.decimalValue().stripTrailingZeros();
            return number.scale() <= 0 ? (Object) number.intValueExact() : number;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
