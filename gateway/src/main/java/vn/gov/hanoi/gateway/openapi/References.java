package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds and replaces the places ({@code schemas/Plan}) and operations that a piece of a contract refers to. */
final class References {
    private static final String COMPONENTS = "#/components/";

    private References() {}

    /** Places of all components that the piece names itself. */
    static Set<String> in(JsonNode piece) {
        var found = new HashSet<String>();
        replace(
                piece.deepCopy(),
                place -> {
                    found.add(place);
                    return place;
                },
                UnaryOperator.identity());
        return found;
    }

    static void replace(JsonNode piece, UnaryOperator<String> places, UnaryOperator<String> operations) {
        if (piece instanceof ObjectNode object) {
            replaceText(object, "$ref", reference -> moved(reference, places));
            replaceText(object, "operationId", operations);
            if (object.path("mapping") instanceof ObjectNode mapping && object.has("propertyName")) {
                Set.copyOf(mapping.properties())
                        .forEach(each -> replaceText(
                                mapping,
                                each.getKey(),
                                type -> type.startsWith("#")
                                        ? moved(type, places)
                                        : places.apply("schemas/" + type).substring("schemas/".length())));
            }
        }
        piece.forEach(child -> replace(child, places, operations));
    }

    /** A reference may go on into the component: only the first two segments are its place. */
    private static String moved(String reference, UnaryOperator<String> places) {
        if (!reference.startsWith(COMPONENTS)) {
            return reference;
        }
        var segments = reference.substring(COMPONENTS.length()).split("/", 3);
        if (segments.length < 2) {
            return reference;
        }
        var rest = segments.length > 2 ? "/" + segments[2] : "";
        return COMPONENTS + places.apply(segments[0] + "/" + segments[1]) + rest;
    }

    private static void replaceText(ObjectNode object, String name, UnaryOperator<String> change) {
        var value = object.path(name);
        if (value.isTextual()) {
            object.put(name, change.apply(value.asText()));
        }
    }
}
