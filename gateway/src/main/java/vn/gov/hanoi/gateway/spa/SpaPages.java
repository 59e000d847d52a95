package vn.gov.hanoi.gateway.spa;

import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.spa.SpaFiles.Served;

/** Answers below {@code /app}. An address without a dot in its last segment is a place inside the page and gets the page. */
@ApplicationScoped
public class SpaPages {
    /** Address of the page. */
    public static final String PATH = "/app";

    private static final Logger LOGGER = Logger.getLogger(SpaPages.class);
    /** Scripts, styles, pictures and requests of this origin, and nothing inline. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, Served> files;

    SpaPages(SpaConfig config) {
        files = config.directory().map(SpaFiles::read).orElse(Map.of());
    }

    /** A folder that cannot be served stops the start. */
    void begin(@Observes StartupEvent started) {
        if (!files.isEmpty()) {
            LOGGER.infof("page is served address=%s files=%d", PATH, files.size());
        }
    }

    /** @return whether there is something at this address */
    public boolean answer(RoutingContext context, String path) {
        var file = file(path);
        if (file == null) {
            return false;
        }
        var response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                // Asked for each time, and sent again only when it is another one: no page runs with files of two
                // releases for long.
                .putHeader("Cache-Control", "no-cache")
                .putHeader("ETag", file.etag());
        if (file.etag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", file.type()).end(file.content());
        }
        return true;
    }

    private @Nullable Served file(String path) {
        var name = path.equals(PATH) ? "" : path.substring(PATH.length() + 1);
        var file = files.get(name);
        boolean isPlace = name.indexOf('.', name.lastIndexOf('/') + 1) < 0;
        return file == null && isPlace ? files.get(SpaFiles.INDEX) : file;
    }
}
