package vn.gov.hanoi.evaluation.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.kernel.testing.JsonSchemas;

/** The published schemas of events. */
public final class Schemas {
    private Schemas() {}

    /** What the schema of its type says against the data of an event. */
    public static List<?> errors(JsonNode event) {
        var name = "schemas/" + event.path("type").asText().substring("vn.gov.hanoi.".length()) + ".json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return JsonSchemas.of(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8))
                    .validate(event.path("data").toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
