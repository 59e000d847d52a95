package vn.gov.hanoi.kernel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the AsyncAPI 3 document of all events together, from the data files and schemas of the services. */
final class AsyncApiDocument {
    static final List<String> SERVICES = List.of("evaluation", "training", "selection");
    static final Path COMMITTED = Path.of("../docs/events/asyncapi.yaml");
    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "vn.gov.hanoi.";
    private static final String EXAMPLE_ID = "0197f3c2-7a10-7c4e-9b1d-0000000000ff";

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode channels = JSON.createObjectNode();
    private final ObjectNode operations = JSON.createObjectNode();
    private final ObjectNode messages = JSON.createObjectNode();
    private final ObjectNode schemas = JSON.createObjectNode();

    private AsyncApiDocument() {}

    static String text() throws IOException {
        return YAML.writeValueAsString(new AsyncApiDocument().build());
    }

    static Path resources(String service) {
        return Path.of("../" + service + "-service/src/main/resources");
    }

    static JsonNode topics(String service) throws IOException {
        return YAML.readTree(resources(service).resolve("events.yaml").toFile()).path("topics");
    }

    static JsonNode schema(String service, String name) throws IOException {
        return JSON.readTree(Files.readString(resources(service).resolve("schemas/" + name + ".json")));
    }

    private JsonNode build() throws IOException {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Công Vụ events")
                .put("version", "1")
                .put("description", """
                        CloudEvents 1.0, structured JSON, one JSON object per record. Delivered at least once, in order per record key. \
                        The feed GET /{service}/v1/events gives the same bytes to who has no rights at the broker; topics with \
                        x-audience internal are never in it.""");
        var servers = document.putObject("servers");
        servers.putObject("broker")
                .put("host", "kafka.congvu.example:9093")
                .put("protocol", "kafka-secure")
                .put(
                        "description",
                        "For the services of the suite, and for systems that a topic is granted to as a whole");
        servers.putObject("feed")
                .put("host", "congvu.example")
                .put("protocol", "https")
                .put(
                        "description",
                        "GET /{service}/v1/events with a bearer token or a session: pages, waiting, or server-sent events");
        document.put("defaultContentType", "application/cloudevents+json");
        document.set("channels", channels);
        document.set("operations", operations);
        schemas.set("CloudEvent", envelope());
        for (var service : SERVICES) {
            for (var topic : topics(service).properties()) {
                addTopic(service, topic.getKey(), topic.getValue());
            }
        }
        var components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        return document;
    }

    private static JsonNode envelope() throws IOException {
        return YAML.readTree("""
                type: object
                description: Attributes that all events have; receivers ignore what they do not know
                required: [specversion, id, source, type, subject, time, datacontenttype, dataschema, partitionkey, sequence, correlationid, data]
                properties:
                  specversion: { const: "1.0" }
                  id: { type: string, format: uuid, description: "Stays the same over retries and replays; a repeated id is no new event" }
                  source: { type: string, description: "Service that tells it, for example /evaluation/v1" }
                  type: { type: string, description: "vn.gov.hanoi.{topic}.{fact}.v{n}" }
                  subject: { type: string, description: "{collection}/{id} of the record" }
                  time: { type: string, format: date-time, description: "When it was written, UTC" }
                  datacontenttype: { const: application/json }
                  dataschema: { type: string, format: uri, description: "Schema of data" }
                  partitionkey: { type: string, format: uuid, description: "Key of the record at the broker" }
                  sequence: { type: string, pattern: "^[0-9]{10}$", description: "Contiguous per subject from 0000000001" }
                  correlationid: { type: string, description: "Trace id of the request that caused it" }
                  traceparent: { type: string, description: "W3C trace context of that request" }
                  data: { type: object }
                """);
    }

    private void addTopic(String service, String topic, JsonNode about) throws IOException {
        var channel = channels.withObjectProperty(topic);
        channel.put("address", topic);
        channel.put("title", topic);
        channel.put("description", about.at("/summary/en").asText());
        channel.put("x-summary-vi", about.at("/summary/vi").asText());
        channel.put("x-audience", about.path("audience").asText().toLowerCase(java.util.Locale.ROOT));
        channel.put("x-key", about.path("key").asText());
        channel.withArray("x-told-by").add(service);
        if (about.has("reach")) {
            channel.put("x-reach", about.path("reach").asText());
            channel.set("x-readers", about.path("readers"));
            channel.set("x-self", about.has("self") ? about.path("self") : JSON.createArrayNode());
        }
        channel.withObjectProperty("bindings").putObject("kafka").put("topic", topic);
        var operation = operations.withObjectProperty("tell." + topic);
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic);
        operation.put("summary", about.at("/summary/en").asText());
        for (var fact : about.path("events").properties()) {
            var name = topic + "." + fact.getKey();
            boolean known = messages.has(name);
            channel.withObjectProperty("messages").putObject(name).put("$ref", "#/components/messages/" + name);
            if (!known) {
                addMessage(service, topic, about, name, fact.getValue().path("example"));
            }
        }
    }

    private void addMessage(String service, String topic, JsonNode about, String name, JsonNode example)
            throws IOException {
        var schema = (ObjectNode) schema(service, name);
        var message = messages.putObject(name);
        message.put("name", PREFIX + name);
        message.put("title", schema.path("title").asText(name));
        message.put("summary", schema.path("description").asText());
        message.put("contentType", "application/cloudevents+json");
        message.putObject("bindings")
                .putObject("kafka")
                .putObject("key")
                .put("type", "string")
                .put("format", "uuid");
        var payload = message.putObject("payload");
        var parts = payload.putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/CloudEvent");
        var own = parts.addObject().put("type", "object").putObject("properties");
        own.putObject("type").put("const", PREFIX + name);
        own.putObject("subject")
                .put("type", "string")
                .put("pattern", "^" + about.path("collection").asText() + "/[0-9a-f-]{36}$");
        own.putObject("data").put("$ref", "#/components/schemas/" + name);
        addSchema(name, schema);
        message.putArray("examples")
                .addObject()
                .put("name", "typical")
                .set("payload", event(service, name, about, example));
    }

    /** References within a schema follow its definitions to where they stand in the document. */
    private void addSchema(String name, ObjectNode schema) throws IOException {
        var text = JSON.writeValueAsString(schema).replace("#/$defs/", "#/components/schemas/" + name + ".");
        var copy = (ObjectNode) JSON.readTree(text);
        copy.remove(List.of("$schema", "$id"));
        var definitions = copy.remove("$defs");
        schemas.set(name, copy);
        if (definitions != null) {
            definitions.properties().forEach(each -> schemas.set(name + "." + each.getKey(), each.getValue()));
        }
    }

    private static ObjectNode event(String service, String name, JsonNode about, JsonNode data) {
        var attributes = JSON.createObjectNode();
        attributes.put("specversion", "1.0");
        attributes.put("id", EXAMPLE_ID);
        attributes.put("source", "/" + service + "/v1");
        attributes.put("type", PREFIX + name);
        attributes.put("subject", about.path("collection").asText() + "/" + EXAMPLE_ID);
        attributes.put("time", "2026-08-05T03:20:11.482Z");
        attributes.put("datacontenttype", "application/json");
        attributes.put("dataschema", "https://congvu.example/" + service + "/v1/schemas/" + name);
        attributes.put("partitionkey", EXAMPLE_ID);
        attributes.put("sequence", "0000000001");
        attributes.put("correlationid", "4bf92f3577b34da6a3ce929d0e0e4736");
        attributes.set("data", data);
        return attributes;
    }
}
