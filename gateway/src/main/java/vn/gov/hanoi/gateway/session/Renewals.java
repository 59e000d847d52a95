package vn.gov.hanoi.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Renews tokens, once for each refresh token: a browser sends many requests with one cookie, and the issuer takes a second
 * use for theft. The outcome is kept for those that are still on their way with the old cookie.
 */
@ApplicationScoped
class Renewals {
    private static final long KEPT_MS = 30_000;
    private static final int MOST = 50_000;

    private final Vertx vertx;
    private final IssuerClient issuer;
    private final Map<String, Future<IssuerTokens>> flights = new LinkedHashMap<>();

    Renewals(Vertx vertx, IssuerClient issuer) {
        this.vertx = vertx;
        this.issuer = issuer;
    }

    Future<IssuerTokens> renew(Session session) {
        var old = session.tokens().refresh();
        Future<IssuerTokens> flight;
        synchronized (this) {
            var known = flights.get(old);
            if (known != null) {
                return known;
            }
            flight = issuer.renew(old)
                    .map(renewed -> renewed.refresh().isEmpty()
                            ? new IssuerTokens(renewed.access(), old, renewed.accessUntil(), "")
                            : renewed);
            flights.put(old, flight);
            if (flights.size() > MOST) {
                flights.remove(flights.keySet().iterator().next());
            }
        }
        flight.onComplete(done -> {
            if (done.succeeded() || done.cause() instanceof IssuerClient.Denied) {
                vertx.setTimer(KEPT_MS, later -> forget(old, flight));
            } else {
                forget(old, flight);
            }
        });
        return flight;
    }

    private synchronized void forget(String refreshToken, Future<IssuerTokens> flight) {
        if (Objects.equals(flights.get(refreshToken), flight)) {
            flights.remove(refreshToken);
        }
    }
}
