package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the contracts of the services into one document. Equal components are kept once; a component that has the name of
 * another one but another content gets the name of its service in front.
 */
final class ContractMerge {
    private static final String COMPONENTS = "#/components/";

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();

    /**
     * @param publicUrl base address for the servers entry
     * @param issuer realm in which a person logs in to try operations out
     */
    ContractMerge(String publicUrl, String issuer) {
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Công Vụ")
                .put("version", "1")
                .put(
                        "description",
                        "Personnel platform of the City of Hanoi: evaluation, training money, leadership selection");
        merged.putArray("servers").addObject().put("url", publicUrl);
        var flow = components
                .putObject("securitySchemes")
                .putObject("oidc")
                .put("type", "oauth2")
                .putObject("flows")
                .putObject("authorizationCode");
        flow.put("authorizationUrl", issuer + "/protocol/openid-connect/auth")
                .put("tokenUrl", issuer + "/protocol/openid-connect/token")
                .putObject("scopes")
                .put("openid", "log in");
    }

    void add(String service, JsonNode contract) {
        var renamed = rename(service, contract.path("components"));
        contract.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                var target = components.withObjectProperty(section.getKey());
                section.getValue()
                        .properties()
                        .forEach(each -> target.set(
                                name(renamed, section.getKey(), each.getKey()), rewrite(each.getValue(), renamed)));
            }
        });
        contract.path("paths")
                .properties()
                .forEach(path -> paths.set(path.getKey(), secured(rewrite(path.getValue(), renamed))));
    }

    ObjectNode document() {
        merged.set("paths", paths);
        merged.set("components", components);
        return merged;
    }

    private Map<String, String> rename(String service, JsonNode theirs) {
        var prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        var renamed = new HashMap<String, String>();
        theirs.properties().forEach(section -> section.getValue().properties().forEach(each -> {
            var known = components.path(section.getKey()).path(each.getKey());
            if (!known.isMissingNode() && !known.equals(each.getValue())) {
                renamed.put(section.getKey() + "/" + each.getKey(), prefix + each.getKey());
            }
        }));
        return renamed;
    }

    private static String name(Map<String, String> renamed, String section, String name) {
        return renamed.getOrDefault(section + "/" + name, name);
    }

    private static JsonNode rewrite(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        var copy = node.deepCopy();
        replaceReferences(copy, renamed);
        return copy;
    }

    private static void replaceReferences(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            var reference = object.path("$ref").asText();
            if (reference.startsWith(COMPONENTS)) {
                var place = reference.substring(COMPONENTS.length());
                var section = place.substring(0, place.indexOf('/'));
                object.set(
                        "$ref",
                        TextNode.valueOf(COMPONENTS + section + "/"
                                + renamed.getOrDefault(place, place.substring(section.length() + 1))));
            }
        }
        node.forEach(child -> replaceReferences(child, renamed));
    }

    /** The services name their scheme as their framework does; here it is the one of the suite. */
    private static JsonNode secured(JsonNode path) {
        path.forEach(operation -> {
            if (operation instanceof ObjectNode object
                    && object.path("security").size() > 0) {
                object.putArray("security").addObject().putArray("oidc");
            }
        });
        return path;
    }
}
