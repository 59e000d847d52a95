package vn.gov.hanoi.gateway.session;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Revocations;

/** The issuer says by itself that a person or a session has ended (OpenID Connect Back-Channel Logout 1.0). */
@ApplicationScoped
class BackChannel {
    private static final int LONGEST_BODY = 16_384;
    private static final String PARAMETER = "logout_token=";

    private final SignedClaims claims;
    private final Revocations revocations;
    private final Problems problems;

    BackChannel(SignedClaims claims, Revocations revocations, Problems problems) {
        this.claims = claims;
        this.revocations = revocations;
        this.problems = problems;
    }

    void answer(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        if (length == null || Long.parseLong(length) > LONGEST_BODY) {
            problems.answer(context, GatewayProblem.BODY_TOO_LARGE, Map.of("limitBytes", LONGEST_BODY));
            return;
        }
        context.request().body().onSuccess(form -> read(context, form));
        // The server hands requests over paused.
        context.request().resume();
    }

    private void read(RoutingContext context, Buffer form) {
        var tokens = tokens(form);
        if (tokens.size() != 1) {
            problems.answer(context, GatewayProblem.LOGOUT_REFUSED);
            return;
        }
        var own = Vertx.currentContext();
        claims.logoutToken(tokens.getFirst())
                .onComplete(verified -> own.runOnContext(back -> {
                    if (verified.succeeded()) {
                        end(verified.result());
                        context.response().end();
                    } else {
                        problems.answer(context, GatewayProblem.LOGOUT_REFUSED);
                    }
                }));
    }

    /** The session if the issuer names one, else all of the person. */
    private void end(JwtClaims logout) {
        if (logout.getClaimValue("sid") instanceof String session) {
            revocations.endSession(session);
        } else if (logout.getClaimValue("sub") instanceof String subject) {
            revocations.endSubject(subject);
        }
    }

    private static List<String> tokens(Buffer form) {
        return Arrays.stream(form.toString(StandardCharsets.UTF_8).split("&"))
                .filter(field -> field.startsWith(PARAMETER))
                .map(field -> field.substring(PARAMETER.length()))
                .toList();
    }
}
