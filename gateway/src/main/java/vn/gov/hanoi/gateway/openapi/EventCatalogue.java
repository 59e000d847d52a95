package vn.gov.hanoi.gateway.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The AsyncAPI document of all events, as it stands in docs/events; public like the contract. */
@ApplicationScoped
public class EventCatalogue {
    /** Address of the document. */
    public static final String PATH = "/platform/v1/asyncapi";

    private final Buffer document = read();

    /** Answers with the document in YAML. */
    public void answer(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "application/yaml; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(document);
    }

    private static Buffer read() {
        try (var in = EventCatalogue.class.getResourceAsStream("/events/asyncapi.yaml")) {
            return Buffer.buffer(Objects.requireNonNull(in, "asyncapi.yaml").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
