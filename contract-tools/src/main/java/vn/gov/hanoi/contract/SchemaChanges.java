package vn.gov.hanoi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Whether one schema may stand in the place of another. What clients send must still be accepted; what they are sent must be
 * nothing that they could not get before. References are followed, also in circles.
 */
final class SchemaChanges {
    enum Way {
        REQUEST,
        ANSWER
    }

    private static final List<String> UPPER =
            List.of("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties");
    private static final List<String> LOWER =
            List.of("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties");
    private static final List<String> FIXED = List.of("pattern", "multipleOf", "uniqueItems", "const");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found;
    private final Set<String> visited = new HashSet<>();

    SchemaChanges(JsonNode before, JsonNode after, List<String> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    void compare(String where, JsonNode was, JsonNode is, Way way) {
        if (was.isMissingNode() || is.isMissingNode()) {
            if (was.isMissingNode() != is.isMissingNode() && (way == Way.REQUEST) == was.isMissingNode()) {
                found.add(where + ": " + (way == Way.REQUEST ? "is restricted now" : "is no longer described"));
            }
            return;
        }
        // What was compared once is told once, where it was met first.
        var pair = was.path("$ref").asText() + " " + is.path("$ref").asText() + " " + way;
        boolean circle = was.has("$ref") && is.has("$ref") && !visited.add(pair);
        if (!circle) {
            compareResolved(where, resolvedBefore(was), resolvedAfter(is), way);
        }
    }

    JsonNode resolvedBefore(JsonNode node) {
        return resolved(before, node);
    }

    JsonNode resolvedAfter(JsonNode node) {
        return resolved(after, node);
    }

    /** What a reference means, with what stands beside it. */
    static JsonNode resolved(JsonNode contract, JsonNode node) {
        var reference = node.path("$ref").asText();
        if (!reference.startsWith("#/")) {
            return node;
        }
        var target = resolved(contract, contract.at(reference.substring(1)));
        if (node.size() == 1 || !(target instanceof ObjectNode object)) {
            return target;
        }
        var merged = object.deepCopy();
        node.properties().stream()
                .filter(each -> !each.getKey().equals("$ref"))
                .forEach(each -> merged.set(each.getKey(), each.getValue()));
        return merged;
    }

    private void compareResolved(String where, JsonNode was, JsonNode is, Way way) {
        if (isChoice(was) || isChoice(is)) {
            compareChoices(where, was, is, way);
            return;
        }
        compareTypes(where, was, is, way);
        compareValues(where, was, is, way);
        if (way == Way.REQUEST) {
            compareBounds(where, was, is);
        }
        if (was.has("default") && !was.path("default").equals(is.path("default"))) {
            found.add(where + ": default was " + was.path("default") + " and is "
                    + (is.has("default") ? is.path("default") : "gone"));
        }
        compareProperties(where, was, is, way);
        if (was.has("items") || is.has("items")) {
            compare(where + "[]", was.path("items"), is.path("items"), way);
        }
    }

    private void compareTypes(String where, JsonNode was, JsonNode is, Way way) {
        var known = types(was);
        var present = types(is);
        var given = way == Way.REQUEST ? known : present;
        var taken = way == Way.REQUEST ? present : known;
        if (!taken.isEmpty() && (given.isEmpty() || !given.stream().allMatch(type -> isTaken(type, taken)))) {
            found.add(where + ": type was " + known + " and is " + present);
        }
        var format = was.path("format").asText();
        var now = is.path("format").asText();
        boolean loosened = way == Way.REQUEST ? now.isEmpty() : format.isEmpty();
        if (!format.equals(now) && !loosened) {
            found.add(where + ": format was '" + format + "' and is '" + now + "'");
        }
    }

    private static boolean isTaken(String type, Set<String> taken) {
        return taken.contains(type) || (type.equals("integer") && taken.contains("number"));
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        var types = new TreeSet<String>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        return types;
    }

    /** New values may be sent to clients, who take an unknown one for "other"; none may vanish. */
    private void compareValues(String where, JsonNode was, JsonNode is, Way way) {
        if (!was.has("enum")) {
            if (is.has("enum") && way == Way.REQUEST) {
                found.add(where + ": is limited to some values now");
            }
        } else if (!is.has("enum")) {
            if (way == Way.ANSWER) {
                found.add(where + ": is no enumeration any more");
            }
        } else {
            for (var value : was.path("enum")) {
                if (StreamSupport.stream(is.path("enum").spliterator(), false).noneMatch(value::equals)) {
                    found.add(where + ": value " + value + " removed");
                }
            }
        }
    }

    private void compareBounds(String where, JsonNode was, JsonNode is) {
        for (var bound : UPPER) {
            if (is.has(bound) && (!was.has(bound) || number(is, bound).compareTo(number(was, bound)) < 0)) {
                found.add(where + ": " + bound + " was " + told(was, bound) + " and is " + is.path(bound));
            }
        }
        for (var bound : LOWER) {
            boolean nothing = number(is, bound).signum() <= 0 && !bound.endsWith("imum");
            if (is.has(bound)
                    && !nothing
                    && (!was.has(bound) || number(is, bound).compareTo(number(was, bound)) > 0)) {
                found.add(where + ": " + bound + " was " + told(was, bound) + " and is " + is.path(bound));
            }
        }
        for (var rule : FIXED) {
            if (is.has(rule) && !is.path(rule).equals(was.path(rule))) {
                found.add(where + ": " + rule + " was " + told(was, rule) + " and is " + is.path(rule));
            }
        }
    }

    private static BigDecimal number(JsonNode schema, String bound) {
        return schema.path(bound).decimalValue();
    }

    private static String told(JsonNode schema, String rule) {
        return schema.has(rule) ? schema.path(rule).toString() : "open";
    }

    private void compareProperties(String where, JsonNode was, JsonNode is, Way way) {
        var properties = is.path("properties");
        was.path("properties").properties().forEach(property -> {
            var place = where + "/" + property.getKey();
            if (properties.has(property.getKey())) {
                compare(place, property.getValue(), properties.path(property.getKey()), way);
            } else {
                found.add(place + ": removed");
            }
        });
        var required = names(was.path("required"));
        var requiredNow = names(is.path("required"));
        if (way == Way.REQUEST) {
            requiredNow.stream()
                    .filter(name -> !required.contains(name))
                    .forEach(name -> found.add(where + "/" + name + ": is required now"));
            if (isClosed(is) && !isClosed(was)) {
                found.add(where + ": unknown properties are refused now");
            }
        } else {
            required.stream()
                    .filter(name -> !requiredNow.contains(name) && properties.has(name))
                    .forEach(name -> found.add(where + "/" + name + ": may be absent now"));
        }
        if (was.path("additionalProperties").isObject()
                && is.path("additionalProperties").isObject()) {
            compare(where + "/*", was.path("additionalProperties"), is.path("additionalProperties"), way);
        }
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
    }

    private static Set<String> names(JsonNode list) {
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static boolean isChoice(JsonNode schema) {
        return schema.has("anyOf") || schema.has("oneOf");
    }

    /** Each thing that can come must be one of those that can be taken. */
    private void compareChoices(String where, JsonNode was, JsonNode is, Way way) {
        var known = variants(was);
        var present = variants(is);
        for (var variant : known) {
            if (present.stream().noneMatch(other -> fits(variant, other, way))
                    && !(way == Way.ANSWER && isNull(variant))) {
                found.add(where + ": variant " + name(variant) + " removed or changed");
            }
        }
        if (way == Way.ANSWER) {
            for (var variant : present) {
                if (known.stream().noneMatch(other -> fits(other, variant, way))) {
                    found.add(where + ": variant " + name(variant) + " is new");
                }
            }
        }
    }

    private boolean fits(JsonNode was, JsonNode is, Way way) {
        var faults = new ArrayList<String>();
        var inner = new SchemaChanges(before, after, faults);
        inner.visited.addAll(visited);
        inner.compare("variant", was, is, way);
        return faults.isEmpty();
    }

    private static List<JsonNode> variants(JsonNode schema) {
        var choice = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
        var variants = new ArrayList<JsonNode>();
        choice.forEach(variants::add);
        if (variants.isEmpty()) {
            variants.add(schema.isMissingNode() ? MissingNode.getInstance() : schema);
        }
        return variants;
    }

    private static boolean isNull(JsonNode variant) {
        return variant.path("type").asText().equals("null");
    }

    private static String name(JsonNode variant) {
        return variant.has("$ref")
                ? variant.path("$ref").asText()
                : variant.path("type").toString();
    }
}
