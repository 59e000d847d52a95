package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule sets for tests: the shipped ones, and altered copies. */
public final class RuleSetDocuments {
    public static final RuleSets SHIPPED = RuleSets.shipped();
    public static final List<String> IDS = List.of("HN-M-2018", "HN-M-2021", "HN-M-2022", "VN-CC-2026", "VN-VC-2026");

    static final RuleSetReader READER = new RuleSetReader();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RuleSetDocuments() {}

    public static RuleSet shipped(String id) {
        return SHIPPED.find(id, 1).orElseThrow();
    }

    public static RuleSet read(String yaml) {
        return READER.read(yaml);
    }

    public static String text(String file) {
        return RuleSetSchema.Resources.text("/rule-sets/" + file);
    }

    /** A copy of a shipped document in which changes are made; a value that is null takes the member away. */
    public static String altered(String id, Change... changes) {
        try {
            var document = YAML.readTree(text(id + ".yaml"));
            for (var change : changes) {
                change.apply(document);
            }
            return document.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Change set(String pointer, @Nullable String json) {
        return new Change(pointer, json);
    }

    /** One change, the value as JSON. */
    public record Change(String pointer, @Nullable String json) {
        void apply(JsonNode document) throws JsonProcessingException {
            var place = JsonPointer.compile(pointer);
            var parent = document.at(place.head());
            var name = place.last().getMatchingProperty();
            var value = json == null ? null : YAML.readTree(json);
            if (parent instanceof ObjectNode object) {
                if (value == null) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            } else if (name.equals("-")) {
                ((ArrayNode) parent).add(value);
            } else if (value == null) {
                ((ArrayNode) parent).remove(Integer.parseInt(name));
            } else {
                ((ArrayNode) parent).set(Integer.parseInt(name), value);
            }
        }
    }
}
