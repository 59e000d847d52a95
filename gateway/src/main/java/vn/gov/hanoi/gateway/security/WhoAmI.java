package vn.gov.hanoi.gateway.security;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Answers {@code GET /platform/v1/client}: the caller as the suite sees it. */
@ApplicationScoped
public class WhoAmI {
    public void answer(RoutingContext context, Caller caller) {
        var body = new JsonObject();
        body.put("subject", caller.subject())
                .put("client", caller.client())
                .put("name", caller.name())
                .put("unit", caller.unit())
                .put("expiresAt", Instant.ofEpochSecond(caller.expiresAt()).toString())
                .put(
                        "roles",
                        new JsonArray(
                                List.copyOf(new TreeSet<>(caller.credential().roles()))));
        context.response().putHeader("Content-Type", "application/json").end(body.encode());
    }
}
