package vn.gov.hanoi.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of events is what the services tell: no type, no schema and no topic more or less. */
class AsyncApiTest {
    private static final String UPDATE = "asyncapi.update";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private record Told(String service, String topic, String fact, JsonNode about) {
        String name() {
            return topic + "." + fact;
        }
    }

    private static List<Told> told() throws IOException {
        Stream<Told> all = Stream.empty();
        for (var service : AsyncApiDocument.SERVICES) {
            for (var topic : AsyncApiDocument.topics(service).properties()) {
                all = Stream.concat(
                        all,
                        topic.getValue().path("events").properties().stream()
                                .map(fact -> new Told(service, topic.getKey(), fact.getKey(), topic.getValue())));
            }
        }
        return all.toList();
    }

    /** Written anew by {@code ./mvnw -pl kernel test -Dtest=AsyncApiTest -Dasyncapi.update=true}. */
    @Test
    void shouldBeTheCommittedDocument() throws IOException {
        // Given
        var current = AsyncApiDocument.text();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(AsyncApiDocument.COMMITTED, current);
        }

        // Then
        assertThat(Files.readString(AsyncApiDocument.COMMITTED))
                .as("docs/events/asyncapi.yaml is out of date: run this test with -D%s=true", UPDATE)
                .isEqualTo(current);
    }

    @Test
    void shouldKnowEachSchemaAndHaveOneForEachEvent() throws IOException {
        for (var service : AsyncApiDocument.SERVICES) {
            // When
            Set<String> named = new TreeSet<>();
            told().stream()
                    .filter(each -> each.service().equals(service))
                    .forEach(each -> named.add(each.name() + ".json"));

            // Then
            try (var files = Files.list(AsyncApiDocument.resources(service).resolve("schemas"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(service)
                        .containsExactlyInAnyOrderElementsOf(named);
            }
        }
    }

    @Test
    void shouldGiveExamplesThatTheirSchemasAllow() throws IOException {
        for (var event : told()) {
            // Given
            var schema = AsyncApiDocument.schema(event.service(), event.name());

            // When
            var example = event.about().path("events").path(event.fact()).path("example");
            var errors = SCHEMAS.getSchema(schema.toString()).validate(example.toString(), InputFormat.JSON);

            // Then
            assertThat(errors).as(event.name()).isEmpty();
        }
    }

    /** Else the sequences of a record would have gaps for whoever reads only one of its topics. */
    @Test
    void shouldOpenTopicsOfOneCollectionToTheSameReaders() throws IOException {
        Map<String, String> rights = new HashMap<>();
        for (var event : told()) {
            if (event.about().path("audience").asText().equals("FEED")) {
                // When
                var about = event.about();
                var right = about.path("reach") + " " + about.path("readers") + " " + about.path("self");

                // Then
                assertThat(rights.merge(
                                event.service() + "/" + about.path("collection").asText(), right, (known, _) -> known))
                        .as(event.topic())
                        .isEqualTo(right);
            }
        }
    }

    /** The feed finds the place of an event there; only what has none, and what goes by the officer, may do without. */
    @Test
    void shouldNameTheUnitInTheFirstEventOfEachRecord() throws IOException {
        // When
        var without = new HashSet<String>();
        for (var event : told()) {
            var reach = event.about().path("reach").asText();
            var unit = AsyncApiDocument.schema(event.service(), event.name()).at("/properties/unitId");
            if ((reach.equals("WITHIN") || reach.equals("NEAR"))
                    && !(unit.path("type").asText().equals("string")
                            && unit.path("format").asText().equals("uuid"))) {
                without.add(event.name());
            }
        }

        // Then
        assertThat(without)
                .as("events that take the unit from the one before")
                .containsExactlyInAnyOrder("evaluation.objection.resolved.v1", "evaluation.objection.withdrawn.v1");
    }

    /** The rules of AsyncAPI 3 that the generator could break: names, references and examples. */
    @Test
    void shouldBeADocumentThatHoldsTogether() throws IOException {
        // When
        var document = AsyncApiDocument.YAML.readTree(AsyncApiDocument.text());

        // Then
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        for (var part : List.of("/channels", "/operations", "/components/messages", "/components/schemas")) {
            assertThat(document.at(part).propertyStream().map(Map.Entry::getKey))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("[\\w.-]+"));
        }
        for (var message : document.at("/components/messages").properties()) {
            var whole = AsyncApiDocument.YAML.createObjectNode();
            whole.put("$ref", "#/components/messages/" + message.getKey() + "/payload");
            whole.set("components", document.path("components"));
            var example = message.getValue().at("/examples/0/payload");
            assertThat(SCHEMAS.getSchema(whole.toString()).validate(example.toString(), InputFormat.JSON))
                    .as(message.getKey())
                    .isEmpty();
        }
    }

    @Test
    void shouldKeepInternalTopicsOutOfTheFeed() throws IOException {
        for (var service : AsyncApiDocument.SERVICES) {
            for (var topic : AsyncApiDocument.topics(service).properties()) {
                boolean feed = topic.getValue().path("audience").asText().equals("FEED");
                assertThat(topic.getValue().has("readers")).as(topic.getKey()).isEqualTo(feed);
                assertThat(topic.getValue().has("reach")).as(topic.getKey()).isEqualTo(feed);
            }
        }
        assertThat(AsyncApiDocument.topics("evaluation")
                        .at("/directory.officer/audience")
                        .asText())
                .isEqualTo("INTERNAL");
    }
}
