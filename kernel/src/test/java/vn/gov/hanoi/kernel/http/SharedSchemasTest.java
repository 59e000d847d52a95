package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** What all contracts say alike: closed requests, open answers, bounded parameters. */
class SharedSchemasTest {
    private final SharedSchemas filter = new SharedSchemas();

    @Test
    void shouldCloseWhatIsOnlySentAndOpenWhatIsOnlyAnswered() {
        // Given
        var request = object().addProperty("inner", reference("Inner")).addProperty("both", reference("Both"));
        var inner = object().addProperty("text", text());
        var both = object().addProperty("text", text());
        var map = object().addProperty("text", text()).additionalPropertiesSchema(text());
        var state = text().enumeration(List.of("A", "B"));
        var asked = text().enumeration(List.of("C"));
        inner.addProperty("asked", asked).addProperty("map", map);
        var answer = object().addProperty("both", reference("Both")).addProperty("state", state);
        var contract = contract(request, answer)
                .components(
                        OASFactory.createComponents().addSchema("Inner", inner).addSchema("Both", both));

        // When
        filter.filterOpenAPI(contract);

        // Then
        assertThat(isClosed(request)).isTrue();
        assertThat(isClosed(inner)).isTrue();
        assertThat(isClosed(both)).as("stands in answers too").isFalse();
        assertThat(isClosed(answer)).isFalse();
        assertThat(isClosed(map)).as("takes any name").isFalse();
        assertThat(state.getExtensions()).containsEntry("x-extensible-enum", true);
        assertThat(asked.getExtensions()).isNull();
    }

    @Test
    void shouldFollowCirclesAndAnswersThatAreShared() {
        // Given
        var node = object().addProperty("below", reference("Node"));
        var state = text().enumeration(List.of("A", "B"));
        node.addProperty("state", state);
        var contract = contract(object(), object())
                .components(OASFactory.createComponents()
                        .addSchema("Node", node)
                        .addResponse("Problem", OASFactory.createAPIResponse().content(json(reference("Node")))));

        // When
        filter.filterOpenAPI(contract);

        // Then
        assertThat(state.getExtensions()).containsKey("x-extensible-enum");
    }

    @Test
    void shouldGiveSharedParametersOneForm() {
        // When, Then
        assertThat(parameter("asOf").getFormat()).isEqualTo("date");
        assertThat(parameter("unitId").getFormat()).isEqualTo("uuid");
        assertThat(parameter("unitScope").getEnumeration()).hasSize(3);
        assertThat(parameter("limit").getType()).containsExactly(Schema.SchemaType.INTEGER);
        assertThat(parameter("limit").getMaximum()).isEqualByComparingTo("500");
        assertThat(parameter("count").getType()).containsExactly(Schema.SchemaType.BOOLEAN);
        assertThat(parameter("anything").getMaxLength()).isEqualTo(8192);
    }

    @Test
    void shouldLeaveWhatAParameterSaysItself() {
        // Given
        var own = OASFactory.createParameter().name("q").in(Parameter.In.QUERY).schema(text().maxLength(100));
        var repeated = OASFactory.createParameter()
                .name("type")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.ARRAY))
                        .items(text()));

        // When
        filter.filterParameter(own);
        filter.filterParameter(repeated);

        // Then
        assertThat(own.getSchema().getMaxLength()).isEqualTo(100);
        assertThat(repeated.getSchema().getMaxItems()).isPositive();
        assertThat(repeated.getSchema().getItems().getMaxLength()).isEqualTo(8192);
    }

    private Schema parameter(String name) {
        var parameter =
                OASFactory.createParameter().name(name).in(Parameter.In.QUERY).schema(text());
        return filter.filterParameter(parameter).getSchema();
    }

    private static boolean isClosed(Schema schema) {
        var additional = schema.getAdditionalPropertiesSchema();
        return additional != null && Boolean.FALSE.equals(additional.getBooleanSchema());
    }

    private static OpenAPI contract(Schema request, Schema answer) {
        var operation = OASFactory.createOperation()
                .requestBody(OASFactory.createRequestBody().content(json(request)))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(json(answer))));
        return OASFactory.createOpenAPI()
                .components(OASFactory.createComponents())
                .paths(OASFactory.createPaths()
                        .addPathItem("/x", OASFactory.createPathItem().POST(operation)));
    }

    private static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
