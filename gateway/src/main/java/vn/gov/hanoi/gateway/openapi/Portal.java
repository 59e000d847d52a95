package vn.gov.hanoi.gateway.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page on which people read the contract, log in and try operations. Its files are kept in memory. */
@ApplicationScoped
public class Portal {
    /** Address of the page. */
    public static final String PATH = "/platform/v1/portal";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png");

    private final Map<String, Buffer> files = new HashMap<>();
    private final String policy;

    Portal(
            @ConfigProperty(name = "quarkus.oidc.token.issuer") URI issuer,
            @ConfigProperty(name = "congvu.portal.swagger-ui-version") String version) {
        var library = "/META-INF/resources/webjars/swagger-ui/" + version + "/";
        files.put(PATH, read("/portal/index.html"));
        for (var own : new String[] {"portal.js", "texts.js", "pages.js", "portal.css", "changelog.json"}) {
            files.put(PATH + "/" + own, read("/portal/" + own));
        }
        for (var name : new String[] {
            "swagger-ui.css", "swagger-ui-bundle.js", "oauth2-redirect.html", "oauth2-redirect.js", "favicon-32x32.png"
        }) {
            files.put(PATH + "/" + name, read(library + name));
        }
        policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "connect-src 'self' " + issuer.getScheme() + "://" + issuer.getAuthority()
                + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Whether a browser asks on behalf of a person: it prefers a page to data. */
    static boolean isWanted(RoutingContext context) {
        var accept = context.request().getHeader("Accept");
        return accept != null && accept.startsWith("text/html");
    }

    /** @return whether the path is one of the page's files */
    public boolean answer(RoutingContext context, String path) {
        var file = files.get(path);
        if (file == null) {
            return false;
        }
        var extension = path.equals(PATH) ? "html" : path.substring(path.lastIndexOf('.') + 1);
        context.response()
                .putHeader("Content-Type", TYPES.get(extension))
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(file);
        return true;
    }

    private static Buffer read(String resource) {
        try (var in = Objects.requireNonNull(Portal.class.getResourceAsStream(resource), resource)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
