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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Fails a test whose answer has a status or body that the service's own contract does not promise. */
final class ContractFilter implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Pattern UNFILLED = Pattern.compile("\\{\\w+}");

    /** Compiling takes longer than the request itself. */
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private @Nullable JsonNode contract;
    private List<Template> paths = List.of();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification specification, FilterContext next) {
        var response = next.next(request, specification);
        // REST-assured puts the address together anew each time.
        check(request.getMethod(), URI.create(request.getURI()).getPath(), response);
        return response;
    }

    void check(String method, String path, Response response) {
        operation(method, path).ifPresent(operation -> check(method + " " + path, response, operation));
    }

    private void check(String asked, Response response, JsonNode operation) {
        var where = asked + " " + response.statusCode();
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
        if (type.equals("application/problem+json")) {
            checkTexts(where, response);
        }
    }

    /** A place of a text that got no fact says nothing to anybody. */
    private static void checkTexts(String where, Response response) {
        for (var text : Api.json(response).findValuesAsText("detail")) {
            if (UNFILLED.matcher(text).find()) {
                throw new AssertionError("a text has a place without a fact: " + where + " " + text);
            }
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

    private Optional<JsonNode> operation(String asked, String place) {
        var segments = place.split("/");
        var method = asked.toLowerCase(Locale.ROOT);
        return paths().stream()
                .filter(path -> path.matches(segments))
                .findFirst()
                .map(path -> path.item().path(method))
                .filter(JsonNode::isObject);
    }

    /** A path of the contract, split once. */
    private record Template(String[] segments, JsonNode item) {
        static boolean isPlace(String segment) {
            return segment.startsWith("{");
        }

        boolean matches(String[] asked) {
            if (asked.length != segments.length) {
                return false;
            }
            // Paths differ at their ends.
            for (int i = asked.length - 1; i >= 0; i--) {
                if (!isPlace(segments[i]) && !segments[i].equals(asked[i])) {
                    return false;
                }
            }
            return true;
        }

        long places() {
            return Arrays.stream(segments).filter(Template::isPlace).count();
        }
    }

    /** Those with fewer places first. */
    private synchronized List<Template> paths() {
        if (paths.isEmpty()) {
            paths = contract().path("paths").properties().stream()
                    .map(path -> new Template(path.getKey().split("/"), path.getValue()))
                    .sorted(Comparator.comparingLong(Template::places))
                    .toList();
        }
        return paths;
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
