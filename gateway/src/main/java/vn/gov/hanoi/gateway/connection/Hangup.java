package vn.gov.hanoi.gateway.connection;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Closes a connection after an answer, because what follows on it cannot be trusted or is not wanted. The server itself
 * looks only at the client's wish to close, never at the answer's.
 */
@ApplicationScoped
public class Hangup {
    /** Without this pause the reset could overtake the answer at a client that is still sending. */
    private static final long LINGER_MS = 1_000;

    private final Vertx vertx;
    private final Set<HttpConnection> ending =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Hangup(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Whether a request came on a connection that is about to be closed; it must not be served. */
    public boolean isEnding(HttpServerRequest request) {
        return ending.contains(request.connection());
    }

    /** Lets nothing follow the answer of this request. */
    public void after(RoutingContext context) {
        var request = context.request();
        if (ending.add(request.connection())) {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(answered -> drain(request));
        }
    }

    /** The same, if the client has announced a body and not yet sent all of it. */
    public void afterUnreadBody(RoutingContext context) {
        var request = context.request();
        var length = request.getHeader("Content-Length");
        boolean hasBody = request.headers().contains("Transfer-Encoding") || (length != null && !"0".equals(length));
        if (hasBody && !request.isEnded()) {
            after(context);
        }
    }

    private void drain(HttpServerRequest request) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
        } else {
            request.exceptionHandler(gone -> {});
            request.handler(unwanted -> {});
            request.resume();
            vertx.setTimer(LINGER_MS, enough -> connection.close());
        }
    }
}
