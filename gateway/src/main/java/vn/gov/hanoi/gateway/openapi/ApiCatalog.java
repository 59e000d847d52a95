package vn.gov.hanoi.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import vn.gov.hanoi.gateway.GatewayConfig;

/** Where the APIs of this host and their descriptions are, for programs that know nothing but the host (RFC 9727). */
@ApplicationScoped
public class ApiCatalog {
    /** Address of the catalogue. */
    public static final String PATH = "/.well-known/api-catalog";

    private static final String PROFILE = "https://www.rfc-editor.org/info/rfc9727";

    private final String host;
    private final String document;

    ApiCatalog(GatewayConfig config) {
        host = config.publicUrl().toString().replaceFirst("/$", "");
        var apis = Stream.of("evaluation", "training", "selection", "platform")
                .map(name -> api(name))
                .toList();
        document = new JsonObject().put("linkset", new JsonArray(apis)).encode();
    }

    public void answer(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "application/linkset+json; profile=\"" + PROFILE + "\"")
                .putHeader("Link", "<" + host + PATH + ">; rel=\"api-catalog\"")
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(document);
    }

    private JsonObject api(String name) {
        return new JsonObject()
                .put("anchor", host + "/" + name + "/v1")
                .put("service-desc", links("/" + name + "/v1/openapi", "application/json"))
                .put("service-doc", links(Portal.PATH, "text/html"));
    }

    private JsonArray links(String path, String type) {
        return new JsonArray().add(new JsonObject().put("href", host + path).put("type", type));
    }
}
