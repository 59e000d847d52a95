package vn.gov.hanoi.kernel.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Fails a test whose answer has a status or body that the service's own contract does not promise. */
final class ContractFilter implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Compiling takes longer than the request itself. */
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private @Nullable JsonNode contract;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification specification, FilterContext next) {
        var response = next.next(request, specification);
        operation(request).ifPresent(operation -> check(request, response, operation));
        return response;
    }

    private void check(FilterableRequestSpecification request, Response response, JsonNode operation) {
        var where = request.getMethod() + " " + URI.create(request.getURI()).getPath() + " " + response.statusCode();
        var promised = resolve(operation.path("responses").path(String.valueOf(response.statusCode())));
        if (promised.isMissingNode()) {
            throw new AssertionError("status is not in the contract: " + where + "\n" + response.asString());
        }
        var type = Optional.ofNullable(response.contentType())
                .orElse("")
                .split(";", 2)[0]
                .trim();
        var content = promised.path("content");
        if (content.isMissingNode()
                || response.asByteArray().length == 0
                || !(type.endsWith("/json") || type.endsWith("+json"))) {
            return;
        }
        if (!content.has(type)) {
            throw new AssertionError("type " + type + " is not in the contract: " + where);
        }
        var errors = compiled.computeIfAbsent(content.path(type).path("schema"), this::compile)
                .validate(response.asString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "answer breaks the contract: " + where + " " + errors + "\n" + response.asString());
        }
    }

    /** The schema with all components beside it, so that references resolve inside one document. */
    private Schema compile(JsonNode schema) {
        var root = JSON.createObjectNode();
        root.set("components", contract().path("components"));
        root.setAll((ObjectNode) schema.deepCopy());
        return SCHEMAS.getSchema(root.toString());
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? contract().at(node.path("$ref").asText().substring(1)) : node;
    }

    private Optional<JsonNode> operation(FilterableRequestSpecification request) {
        var segments = URI.create(request.getURI()).getPath().split("/");
        var method = request.getMethod().toLowerCase(Locale.ROOT);
        return contract().path("paths").properties().stream()
                .filter(path -> matches(path.getKey().split("/"), segments))
                .min(java.util.Comparator.comparingLong(
                        path -> path.getKey().chars().filter(c -> c == '{').count()))
                .map(path -> path.getValue().path(method))
                .filter(JsonNode::isObject);
    }

    private static boolean matches(String[] template, String[] segments) {
        return template.length == segments.length
                && java.util.stream.IntStream.range(0, template.length)
                        .allMatch(i -> template[i].startsWith("{") || template[i].equals(segments[i]));
    }

    private synchronized JsonNode contract() {
        var known = contract;
        if (known == null) {
            var service = ConfigProvider.getConfig().getValue("congvu.service", String.class);
            try {
                known = JSON.readTree(given().accept("application/json")
                        .get("/" + service + "/v1/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            contract = known;
        }
        return known;
    }
}
