package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts the contracts of the services into one document. What is equal everywhere is kept once; names that mean different
 * things are told apart by {@link ContractNames}. A service speaks for its own paths only.
 */
public final class ContractMerge {
    /** Answers of the gateway itself, which any operation behind it can get. */
    private static final List<String> GATEWAY_STATUSES = List.of("429", "502", "504");

    private static final String GATEWAY_PROBLEM = "#/components/responses/GatewayProblem";

    private final Map<String, JsonNode> contracts = new LinkedHashMap<>();
    private final String publicUrl;
    private final String issuer;

    /**
     * @param publicUrl base address for the servers entry
     * @param issuer realm in which a person logs in to try operations out
     */
    public ContractMerge(String publicUrl, String issuer) {
        this.publicUrl = publicUrl;
        this.issuer = issuer;
    }

    /** Adds the gateway's own operations. */
    public void addPlatform() {
        try (var in = Objects.requireNonNull(ContractMerge.class.getResourceAsStream("/contract/platform.json"))) {
            add("platform", new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract is not changed. */
    public void add(String service, JsonNode contract) {
        contracts.put(service, contract.deepCopy());
    }

    public ObjectNode document() {
        var names = new ContractNames(contracts);
        var merged = head();
        var tags = new LinkedHashMap<String, JsonNode>();
        var paths = JsonNodeFactory.instance.objectNode();
        var components = JsonNodeFactory.instance.objectNode();
        addLogin(components);
        contracts.forEach((service, original) -> {
            var contract = original.deepCopy();
            References.replace(contract, place -> names.component(service, place), id -> names.operation(service, id));
            contract.path("tags").forEach(tag -> tags.merge(tag.path("name").asText(), tag, ContractMerge::fuller));
            addComponents(service, contract, names, components);
            addPaths(service, contract, paths);
        });
        if (contracts.containsKey("platform")) {
            paths.forEach(ContractMerge::addGatewayStatuses);
        }
        merged.putArray("tags").addAll(tags.values());
        merged.set("paths", paths);
        merged.set("components", components);
        return merged;
    }

    private ObjectNode head() {
        var merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Công Vụ")
                .put("version", "1")
                .put(
                        "description",
                        "Personnel platform of the City of Hanoi: evaluation, training money, leadership selection");
        merged.putArray("servers").addObject().put("url", publicUrl);
        return merged;
    }

    private void addLogin(ObjectNode components) {
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

    private static JsonNode fuller(JsonNode known, JsonNode other) {
        return known.has("description") ? known : other;
    }

    private static void addComponents(String service, JsonNode contract, ContractNames names, ObjectNode components) {
        contract.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                var target = components.withObjectProperty(section.getKey());
                section.getValue().properties().forEach(each -> {
                    var place = names.component(service, section.getKey() + "/" + each.getKey());
                    target.set(place.substring(section.getKey().length() + 1), each.getValue());
                });
            }
        });
    }

    private static void addPaths(String service, JsonNode contract, ObjectNode paths) {
        contract.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/" + service + "/")) {
                secure(path.getValue());
                paths.set(path.getKey(), path.getValue());
            }
        });
    }

    private static void addGatewayStatuses(JsonNode path) {
        path.forEach(operation -> {
            if (operation.path("responses") instanceof ObjectNode responses) {
                for (var status : GATEWAY_STATUSES) {
                    if (!responses.has(status)) {
                        responses.putObject(status).put("$ref", GATEWAY_PROBLEM);
                    }
                }
            }
        });
    }

    /** The services name their scheme as their framework does; here it is the one of the suite. */
    private static void secure(JsonNode path) {
        path.forEach(operation -> {
            if (operation instanceof ObjectNode object
                    && !object.path("security").isEmpty()) {
                object.putArray("security").addObject().putArray("oidc");
            }
        });
    }
}
