package vn.gov.hanoi.gateway.session;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Revocations;

/**
 * Turns the session cookie of a request into its bearer token. What goes on is a request like that of any other client:
 * the token is verified behind this gate as everywhere.
 */
@ApplicationScoped
public class SessionGate {
    /** Header that a page of another origin cannot send without asking first. */
    public static final String CSRF = "X-Congvu-Csrf";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Cookies cookies;
    private final Renewals renewals;
    private final Revocations revocations;
    private final SessionConfig config;
    private final Problems problems;
    private final Clock clock;
    private final String origin;

    SessionGate(
            Cookies cookies,
            Renewals renewals,
            Revocations revocations,
            SessionConfig config,
            GatewayConfig gateway,
            Problems problems,
            Clock clock) {
        this.cookies = cookies;
        this.renewals = renewals;
        this.revocations = revocations;
        this.config = config;
        this.problems = problems;
        this.clock = clock;
        this.origin =
                gateway.publicUrl().getScheme() + "://" + gateway.publicUrl().getAuthority();
    }

    /** What is wrong with the form of the credentials: who has two does not know whom the request is for. */
    public Optional<GatewayProblem> malformed(RoutingContext context) {
        return cookies.hasSession(context) && context.request().headers().contains("Authorization")
                ? Optional.of(GatewayProblem.TWO_CREDENTIALS)
                : Optional.empty();
    }

    /** Goes on, with the token of the session if there is one; or ends the request with 401, 403 or 503. */
    public void open(RoutingContext context, Runnable next) {
        if (!cookies.hasSession(context)) {
            next.run();
        } else if (isForged(context)) {
            problems.answer(context, GatewayProblem.CSRF_REFUSED);
        } else {
            valid(context).ifPresentOrElse(session -> go(context, session, next), () -> end(context));
        }
    }

    /** An unsafe request that a page of another origin may have made with the cookie of a person. */
    boolean isForged(RoutingContext context) {
        var request = context.request();
        if (SAFE.contains(request.method())) {
            return false;
        }
        var from = request.headers().getAll("Origin");
        var site = request.headers().getAll("Sec-Fetch-Site");
        return request.getHeader(CSRF) == null
                || (from.isEmpty() && site.isEmpty())
                || !from.stream().allMatch(origin::equals)
                || !site.stream().allMatch("same-origin"::equals);
    }

    /** The session of the request if it is in its limits and nobody ended it. */
    Optional<Session> valid(RoutingContext context) {
        return cookies.session(context)
                .filter(session -> !session.isOver(clock.instant(), config))
                .filter(session ->
                        !revocations.covers(session.subject(), session.issuerSessionOrNull(), session.startedAt()));
    }

    private void go(RoutingContext context, Session session, Runnable next) {
        var now = clock.instant();
        if (session.needsRenewal(now, config)) {
            context.request().pause();
            // The renewal may have been begun by a request of another event loop.
            var own = Vertx.currentContext();
            renewals.renew(session)
                    .onComplete(renewed -> own.runOnContext(back -> {
                        if (renewed.succeeded()) {
                            renewed(context, session.with(renewed.result(), clock.instant()), next);
                        } else {
                            notRenewed(context, session, renewed.cause(), next);
                        }
                    }));
        } else if (session.isAccessOver(now)) {
            end(context);
        } else {
            use(context, session, next);
        }
    }

    private void renewed(RoutingContext context, Session session, Runnable next) {
        if (cookies.write(context, session)) {
            use(context, session, next);
        } else {
            end(context);
        }
    }

    /** The token in hand is used to its end: another replica may have renewed with the same cookie a moment ago. */
    private void notRenewed(RoutingContext context, Session session, Throwable cause, Runnable next) {
        if (!session.isAccessOver(clock.instant())) {
            use(context, session, next);
        } else if (cause instanceof IssuerClient.Denied) {
            end(context);
        } else {
            problems.answer(context, GatewayProblem.IDENTITY_UNAVAILABLE);
        }
    }

    private static void use(RoutingContext context, Session session, Runnable next) {
        context.request()
                .headers()
                .set("Authorization", "Bearer " + session.tokens().access());
        next.run();
    }

    private void end(RoutingContext context) {
        cookies.endSession(context);
        problems.answer(context, GatewayProblem.SESSION_ENDED);
    }
}
