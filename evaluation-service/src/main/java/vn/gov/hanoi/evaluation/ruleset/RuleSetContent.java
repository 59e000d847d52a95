package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What a document of rules says, periodic or annual, however it is written. */
public final class RuleSetContent {
    private static final List<String> DATES = List.of("effectiveFrom", "effectiveTo");

    private RuleSetContent() {}

    /** A copy in which applications without dates of their own have those of the rule set. */
    public static ObjectNode dated(JsonNode document) {
        var copy = (ObjectNode) document.deepCopy();
        for (var application : copy.path("appliesTo")) {
            for (var field : DATES) {
                if (!application.has(field) && copy.has(field)) {
                    ((ObjectNode) application).set(field, copy.get(field));
                }
            }
        }
        return copy;
    }

    /** Canonical JSON without status and legal check: these say how far the document has come, not what it rules. */
    public static String canonical(JsonNode document) {
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
