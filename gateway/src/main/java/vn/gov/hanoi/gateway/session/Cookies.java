package vn.gov.hanoi.gateway.session;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.gateway.GatewayConfig;

/**
 * Our two cookies in requests and answers. Behind https they are {@code __Host-}: no other host, also none of the same
 * domain, can set them. A session that is longer than a browser keeps in one cookie takes a few.
 */
@ApplicationScoped
class Cookies {
    private static final String SESSION = "congvu-session";
    private static final String LOGIN = "congvu-login";
    /** Browsers keep 4096 bytes of name, value and attributes. */
    private static final int PART = 3800;

    private static final int MOST_PARTS = 3;

    private final CookieSeal seal;
    private final SessionConfig config;
    private final boolean secure;

    Cookies(CookieSeal seal, SessionConfig config, GatewayConfig gateway) {
        this.seal = seal;
        this.config = config;
        this.secure = "https".equals(gateway.publicUrl().getScheme());
    }

    /** Whether the request has a session cookie, good or not. */
    boolean hasSession(RoutingContext context) {
        return !values(context.request().headers(), name(SESSION, 0)).isEmpty();
    }

    /** The session, or empty if there is none that we sealed, or more than one. */
    Optional<Session> session(RoutingContext context) {
        var headers = context.request().headers();
        var whole = new StringBuilder();
        for (int part = 0; part < MOST_PARTS; part++) {
            var values = values(headers, name(SESSION, part));
            if (values.size() > 1) {
                return Optional.empty();
            }
            values.forEach(whole::append);
        }
        return seal.open(SESSION, whole.toString()).flatMap(Session::read);
    }

    Optional<Login> login(RoutingContext context) {
        var values = values(context.request().headers(), name(LOGIN, 0));
        return values.size() == 1 ? seal.open(LOGIN, values.getFirst()).flatMap(Login::read) : Optional.empty();
    }

    /** @return false if the session is longer than browsers keep */
    boolean write(RoutingContext context, Session session) {
        var sealed = seal.seal(SESSION, session.text());
        int parts = (sealed.length() + PART - 1) / PART;
        if (parts > MOST_PARTS) {
            return false;
        }
        for (int part = 0; part < MOST_PARTS; part++) {
            if (part < parts) {
                var value = sealed.substring(part * PART, Math.min(sealed.length(), (part + 1) * PART));
                set(context, name(SESSION, part) + "=" + value, "Strict");
            } else if (!values(context.request().headers(), name(SESSION, part)).isEmpty()) {
                expire(context, name(SESSION, part), "Strict");
            }
        }
        return true;
    }

    /** Lax, because the answer of the issuer comes from its page. */
    void write(RoutingContext context, Login login) {
        Duration limit = config.loginLimit();
        set(context, name(LOGIN, 0) + "=" + seal.seal(LOGIN, login.text()) + "; Max-Age=" + limit.toSeconds(), "Lax");
    }

    void endSession(RoutingContext context) {
        for (int part = 0; part < MOST_PARTS; part++) {
            if (part == 0
                    || !values(context.request().headers(), name(SESSION, part)).isEmpty()) {
                expire(context, name(SESSION, part), "Strict");
            }
        }
    }

    void endLogin(RoutingContext context) {
        expire(context, name(LOGIN, 0), "Lax");
    }

    private void expire(RoutingContext context, String name, String sameSite) {
        set(context, name + "=; Max-Age=0", sameSite);
    }

    /** At the end of the head, since answers of services lose their cookies on the way. */
    private void set(RoutingContext context, String cookie, String sameSite) {
        var line = cookie + "; Path=/; HttpOnly; SameSite=" + sameSite + (secure ? "; Secure" : "");
        context.addHeadersEndHandler(end -> context.response().headers().add("Set-Cookie", line));
    }

    private String name(String base, int part) {
        return (secure ? "__Host-" : "") + base + (part == 0 ? "" : "." + part);
    }

    private static List<String> values(MultiMap headers, String name) {
        var found = new ArrayList<String>();
        for (var line : headers.getAll("Cookie")) {
            for (var pair : line.split(";")) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    found.add(parts[1]);
                }
            }
        }
        return found;
    }
}
