package vn.gov.hanoi.evaluation.annual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.RuleSetContent;
import vn.gov.hanoi.evaluation.ruleset.RuleSetHeader;

/** Reads an annual rule set from YAML, checks its form by rule-sets/annual.schema.json and its sources against its legal basis. */
final class AnnualRuleSetReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(AnnualRuleSets.text("annual.schema.json"), InputFormat.JSON);

    /** @throws IllegalArgumentException with all faults of form, or with the first source that names no legal basis */
    AnnualRuleSet read(String yaml) {
        try {
            if (!(YAML.readTree(yaml) instanceof ObjectNode document) || !document.has("rules")) {
                throw new IllegalArgumentException("no rule set");
            }
            checkForm(document.path("rules"));
            var headerNode = RuleSetContent.dated(document);
            var rulesNode = headerNode.remove("rules");
            var header = YAML.treeToValue(headerNode, RuleSetHeader.class);
            checkSources(rulesNode, header);
            var rules = YAML.treeToValue(rulesNode, AnnualRules.class);
            return new AnnualRuleSet(header, rules, CanonicalJson.sha256(RuleSetContent.canonical(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private void checkForm(JsonNode rules) {
        var faults = schema.validate(rules.toString(), InputFormat.JSON);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().map(Object::toString).sorted().collect(Collectors.joining("; ")));
        }
    }

    private static void checkSources(JsonNode rules, RuleSetHeader header) {
        var keys = header.legalBasis().stream().map(LegalBasis::key).collect(Collectors.toSet());
        for (var source : rules.findValues("source")) {
            var key = source.path("basis").asText();
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("no legal basis " + key);
            }
        }
    }
}
