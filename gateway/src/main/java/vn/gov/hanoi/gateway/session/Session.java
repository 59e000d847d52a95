package vn.gov.hanoi.gateway.session;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session cookie holds.
 *
 * @param id random, made at login; two logins never share one
 * @param subject person at the issuer
 * @param issuerSession the issuer's {@code sid}; empty if it gives none
 * @param startedAt time of the login
 * @param renewedAt time of the last renewal; stands for the last use, since a used session is renewed long before its idle
 *     limit. The cookie is written then only, so that a slow answer never brings older tokens back
 * @param tokens what the issuer gave last
 */
record Session(
        String id, String subject, String issuerSession, Instant startedAt, Instant renewedAt, IssuerTokens tokens) {
    /** A session in use is renewed when this part of the idle limit is over. */
    private static final int PARTS = 4;

    boolean isOver(Instant now, SessionConfig config) {
        return now.isAfter(renewedAt.plus(config.idleLimit())) || now.isAfter(startedAt.plus(config.absoluteLimit()));
    }

    boolean needsRenewal(Instant now, SessionConfig config) {
        return !tokens.refresh().isEmpty()
                && (now.isAfter(tokens.accessUntil().minus(config.renewBefore()))
                        || now.isAfter(renewedAt.plus(config.idleLimit().dividedBy(PARTS))));
    }

    boolean isAccessOver(Instant now) {
        return !now.isBefore(tokens.accessUntil());
    }

    @Nullable
    String issuerSessionOrNull() {
        return issuerSession.isEmpty() ? null : issuerSession;
    }

    Session with(IssuerTokens renewed, Instant now) {
        return new Session(id, subject, issuerSession, startedAt, now, renewed);
    }

    String text() {
        return new JsonObject()
                .put("i", id)
                .put("u", subject)
                .put("s", issuerSession)
                .put("b", startedAt.getEpochSecond())
                .put("l", renewedAt.getEpochSecond())
                .put("a", tokens.access())
                .put("r", tokens.refresh())
                .put("x", tokens.accessUntil().getEpochSecond())
                .encode();
    }

    static Optional<Session> read(String text) {
        try {
            var json = new JsonObject(text);
            var tokens = new IssuerTokens(json.getString("a"), json.getString("r"), instant(json, "x"), "");
            return Optional.of(new Session(
                    json.getString("i"),
                    json.getString("u"),
                    json.getString("s"),
                    instant(json, "b"),
                    instant(json, "l"),
                    tokens));
        } catch (DecodeException | ClassCastException | NullPointerException _) {
            // Sealed by us, but in the form of another version: the person logs in again.
            return Optional.empty();
        }
    }

    private static Instant instant(JsonObject json, String name) {
        return Instant.ofEpochSecond(json.getLong(name));
    }
}
