package vn.gov.hanoi.kernel.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes into each contract what all services do alike: parameters of lists have one form, requests are closed (an unknown
 * property is refused), and a client must expect more values of an enumeration in answers.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedSchemas implements OASFilter {
    /** The server reads no longer request line, so no parameter of an address can be longer. */
    private static final int REQUEST_LINE = 8192;

    /** Name, equals sign, value, separator. */
    private static final int SHORTEST_TERM = 4;

    private static final int MOST_ITEMS = 500;
    private static final int CURSOR = 4000;
    private static final int ETAG = 40;
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String EXTENSIBLE = "x-extensible-enum";

    private static final Map<String, Consumer<Schema>> KNOWN = Map.ofEntries(
            Map.entry("asOf", schema -> schema.format("date").examples(List.of("2026-07-31"))),
            Map.entry("knownAt", schema -> schema.format("date-time").examples(List.of("2026-08-05T03:20:11.482Z"))),
            Map.entry("cursor", schema -> schema.maxLength(CURSOR)),
            Map.entry("updatedSince", schema -> schema.maxLength(CURSOR)),
            Map.entry("If-Match", schema -> schema.maxLength(ETAG).examples(List.of("\"3\""))),
            Map.entry("If-None-Match", schema -> schema.maxLength(REQUEST_LINE)),
            Map.entry("unitScope", schema -> schema.enumeration(List.of("SELF", "CHILDREN", "SUBTREE"))),
            Map.entry("count", schema -> schema.type(List.of(Schema.SchemaType.BOOLEAN))),
            Map.entry("limit", schema -> schema.type(List.of(Schema.SchemaType.INTEGER))));

    @Override
    public Parameter filterParameter(Parameter parameter) {
        var schema = parameter.getSchema();
        if (schema != null && parameter.getName() != null) {
            complete(parameter, schema);
        }
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null || contract.getPaths().getPathItems() == null) {
            return;
        }
        var schemas = Objects.requireNonNullElse(contract.getComponents().getSchemas(), Map.<String, Schema>of());
        var asked = new Reach(schemas);
        var answered = new Reach(schemas);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> visit(operation, asked, answered));
        if (contract.getComponents().getResponses() != null) {
            contract.getComponents().getResponses().values().forEach(response -> answered.into(response.getContent()));
        }
        asked.found.stream().filter(schema -> !answered.found.contains(schema)).forEach(SharedSchemas::close);
        answered.found.stream()
                .filter(schema -> schema.getEnumeration() != null && !asked.found.contains(schema))
                .forEach(schema -> schema.addExtension(EXTENSIBLE, true));
    }

    private static void complete(Parameter parameter, Schema schema) {
        boolean text = schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING);
        boolean bounded =
                schema.getMaxLength() != null || schema.getEnumeration() != null || schema.getFormat() != null;
        if (text && !bounded && schema.getRef() == null) {
            var known = KNOWN.get(parameter.getName());
            if (known != null) {
                known.accept(schema);
            } else if (parameter.getName().endsWith("Id")) {
                schema.format("uuid");
            } else {
                schema.maxLength(REQUEST_LINE);
            }
        }
        if (parameter.getName().equals("limit")) {
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(MOST_ITEMS));
        }
        var items = schema.getItems();
        if (items != null && items.getRef() == null) {
            if (items.getMaxLength() == null && items.getEnumeration() == null && items.getFormat() == null) {
                items.maxLength(REQUEST_LINE);
            }
        }
        if (items != null && schema.getMaxItems() == null) {
            schema.maxItems(REQUEST_LINE / SHORTEST_TERM);
        }
    }

    private static void visit(Operation operation, Reach asked, Reach answered) {
        if (operation.getRequestBody() != null) {
            asked.into(operation.getRequestBody().getContent());
        }
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> answered.into(response.getContent()));
        }
    }

    private static void close(Schema schema) {
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    /** All schemas that a body can hold. */
    private static final class Reach {
        private final Map<String, Schema> components;
        private final Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<String> names = new HashSet<>();

        Reach(Map<String, Schema> components) {
            this.components = components;
        }

        void into(@Nullable Content content) {
            if (content != null) {
                content.getMediaTypes().values().forEach(type -> add(type.getSchema()));
            }
        }

        private void add(@Nullable Schema schema) {
            if (schema == null || !found.add(schema)) {
                return;
            }
            if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
                var name = schema.getRef().substring(SCHEMAS.length());
                if (names.add(name)) {
                    add(components.get(name));
                }
            }
            if (schema.getProperties() != null) {
                schema.getProperties().values().forEach(this::add);
            }
            add(schema.getItems());
            add(schema.getAdditionalPropertiesSchema());
            addAll(schema.getAllOf());
            addAll(schema.getAnyOf());
            addAll(schema.getOneOf());
        }

        private void addAll(@Nullable Collection<Schema> schemas) {
            if (schemas != null) {
                schemas.forEach(this::add);
            }
        }
    }
}
