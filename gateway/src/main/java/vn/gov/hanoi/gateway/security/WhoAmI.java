package vn.gov.hanoi.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Answers {@code GET /platform/v1/client}: the caller as the suite sees it. */
@ApplicationScoped
public class WhoAmI {
    public void answer(RoutingContext context, SecurityIdentity identity) {
        var body = new JsonObject();
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            body.put("subject", token.getSubject())
                    .put("client", text(token, "azp"))
                    .put("name", text(token, "name"))
                    .put("unit", text(token, "unit"))
                    .put(
                            "expiresAt",
                            java.time.Instant.ofEpochSecond(token.getExpirationTime())
                                    .toString());
        }
        body.put("roles", new JsonArray(List.copyOf(new java.util.TreeSet<>(identity.getRoles()))));
        context.response().putHeader("Content-Type", "application/json").end(body.encode());
    }

    private static String text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString).orElse("");
    }
}
