package vn.gov.hanoi.gateway.session;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/**
 * The end of a login: the issuer sends the browser back with a code. It counts only in the browser that began, once, in
 * time, and from our issuer (RFC 9700, RFC 9207).
 */
@ApplicationScoped
class Callback {
    private static final Logger LOGGER = Logger.getLogger(Callback.class);
    private static final int MOST_STATES = 50_000;

    private final IssuerClient issuer;
    private final SignedClaims claims;
    private final Cookies cookies;
    private final SessionConfig config;
    private final Problems problems;
    private final Clock clock;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    Callback(
            IssuerClient issuer,
            SignedClaims claims,
            Cookies cookies,
            SessionConfig config,
            Problems problems,
            Clock clock) {
        this.issuer = issuer;
        this.claims = claims;
        this.cookies = cookies;
        this.config = config;
        this.problems = problems;
        this.clock = clock;
    }

    void answer(RoutingContext context) {
        var login = cookies.login(context);
        cookies.endLogin(context);
        var reason = login.map(begun -> refusal(context, begun)).orElse(Optional.of("no-login-begun-here"));
        if (reason.isPresent()) {
            refuse(context, reason.get());
        } else {
            exchange(context, login.orElseThrow());
        }
    }

    private Optional<String> refusal(RoutingContext context, Login login) {
        var state = single(context, "state");
        if (!MessageDigest.isEqual(bytes(state), bytes(login.state()))) {
            return Optional.of("state");
        }
        if (!claims.issuer().equals(single(context, "iss"))) {
            return Optional.of("issuer");
        }
        if (clock.instant().isAfter(login.startedAt().plus(config.loginLimit()))) {
            return Optional.of("too-late");
        }
        if (!isFirstUse(state)) {
            return Optional.of("used-before");
        }
        return single(context, "code").isEmpty() ? Optional.of("refused-by-issuer") : Optional.empty();
    }

    /** A repeated parameter is none: the issuer sends each once. */
    private static String single(RoutingContext context, String name) {
        var values = context.queryParam(name);
        return values.size() == 1 ? values.getFirst() : "";
    }

    private synchronized boolean isFirstUse(String state) {
        var oldest = clock.instant().minus(config.loginLimit());
        used.values().removeIf(each -> each.isBefore(oldest));
        if (used.size() >= MOST_STATES) {
            used.remove(used.keySet().iterator().next());
        }
        return used.putIfAbsent(state, clock.instant()) == null;
    }

    private void exchange(RoutingContext context, Login login) {
        var own = Vertx.currentContext();
        issuer.exchange(single(context, "code"), login.verifier())
                .compose(tokens -> claims.idToken(tokens.id(), login.nonce())
                        .recover(failure -> io.vertx.core.Future.failedFuture(new SecurityException(failure)))
                        .map(person -> session(person, tokens)))
                .onComplete(begun -> own.runOnContext(back -> {
                    if (begun.succeeded()) {
                        enter(context, begun.result(), login.returnTo());
                    } else {
                        fail(context, begun.cause());
                    }
                }));
    }

    private Session session(JwtClaims person, IssuerTokens tokens) {
        var now = clock.instant();
        return new Session(
                Login.random(),
                String.valueOf(person.getClaimValue("sub")),
                person.getClaimValue("sid") instanceof String sid ? sid : "",
                now,
                now,
                new IssuerTokens(tokens.access(), tokens.refresh(), tokens.accessUntil(), ""));
    }

    private void enter(RoutingContext context, Session session, String returnTo) {
        if (cookies.write(context, session)) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", returnTo)
                    .end();
        } else {
            refuse(context, "session-too-large");
        }
    }

    private void fail(RoutingContext context, Throwable cause) {
        if (cause instanceof IssuerClient.Denied) {
            refuse(context, "code");
        } else if (cause instanceof SecurityException) {
            refuse(context, "id-token");
        } else {
            LOGGER.warnf("issuer does not answer: %s", cause.getClass().getSimpleName());
            problems.answer(context, GatewayProblem.IDENTITY_UNAVAILABLE);
        }
    }

    private void refuse(RoutingContext context, String reason) {
        problems.answer(context, GatewayProblem.LOGIN_REFUSED, Map.of("reason", reason));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
