package vn.gov.hanoi.gateway.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gov.hanoi.gateway.path.CanonicalPath;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Revocations;

/** Addresses at which a session begins and ends, by its own browser. */
@ApplicationScoped
public class SessionRoutes {
    /** All of them are below this address. */
    public static final String PREFIX = "/platform/v1/session/";

    static final String CALLBACK = PREFIX + "callback";
    private static final int LONGEST_RETURN = 1024;

    private final IssuerClient issuer;
    private final Callback callback;
    private final BackChannel backChannel;
    private final SessionGate gate;
    private final Cookies cookies;
    private final Revocations revocations;
    private final Problems problems;
    private final Clock clock;

    SessionRoutes(
            IssuerClient issuer,
            Callback callback,
            BackChannel backChannel,
            SessionGate gate,
            Cookies cookies,
            Revocations revocations,
            Problems problems,
            Clock clock) {
        this.issuer = issuer;
        this.callback = callback;
        this.backChannel = backChannel;
        this.gate = gate;
        this.cookies = cookies;
        this.revocations = revocations;
        this.problems = problems;
        this.clock = clock;
    }

    public void answer(RoutingContext context, String path) {
        switch (path.substring(PREFIX.length())) {
            case "login" -> only(HttpMethod.GET, context, () -> login(context));
            case "callback" -> only(HttpMethod.GET, context, () -> callback.answer(context));
            case "logout" -> only(HttpMethod.POST, context, () -> logout(context));
            case "backchannel-logout" -> only(HttpMethod.POST, context, () -> backChannel.answer(context));
            default -> problems.answer(context, GatewayProblem.NO_ROUTE);
        }
    }

    private void only(HttpMethod method, RoutingContext context, Runnable handler) {
        if (context.request().method().equals(method)) {
            handler.run();
        } else {
            problems.answer(context, GatewayProblem.METHOD_NOT_ALLOWED);
        }
    }

    private void login(RoutingContext context) {
        var target = localTarget(context.queryParam("returnTo"));
        if (target.isEmpty()) {
            problems.answer(context, GatewayProblem.RETURN_NOT_LOCAL);
        } else if (!issuer.isKnown()) {
            problems.answer(context, GatewayProblem.IDENTITY_UNAVAILABLE);
        } else {
            var begun = Login.begin(target.get(), clock.instant());
            cookies.write(context, begun);
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", issuer.loginAddress(begun))
                    .end();
        }
    }

    /** The wanted target if it is a canonical path of our own; the root if none is wanted. */
    static Optional<String> localTarget(List<String> wanted) {
        if (wanted.isEmpty()) {
            return Optional.of("/");
        }
        return Optional.of(wanted.getFirst())
                .filter(target -> wanted.size() == 1)
                .filter(target -> target.length() <= LONGEST_RETURN)
                .filter(target -> CanonicalPath.refusal(target).isEmpty())
                .filter(target -> !target.startsWith(PREFIX));
    }

    /** Ends the session here at once, then at the issuer; whether that worked is told. */
    private void logout(RoutingContext context) {
        if (!cookies.hasSession(context)) {
            problems.answer(context, GatewayProblem.UNAUTHENTICATED);
        } else if (gate.isForged(context)) {
            problems.answer(context, GatewayProblem.CSRF_REFUSED);
        } else {
            cookies.endSession(context);
            gate.valid(context).ifPresentOrElse(session -> end(context, session), () -> done(context, false));
        }
    }

    private void end(RoutingContext context, Session session) {
        if (!session.issuerSession().isEmpty()) {
            revocations.endSession(session.issuerSession());
        }
        var own = io.vertx.core.Vertx.currentContext();
        issuer.logout(session.tokens().refresh())
                .onComplete(ended -> own.runOnContext(back -> done(context, ended.succeeded())));
    }

    private static void done(RoutingContext context, boolean atIssuer) {
        context.request().resume();
        context.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject(Map.of("endedAtIssuer", atIssuer)).encode());
    }
}
