package vn.gov.hanoi.gateway.security;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/** Lets a request pass only with one valid bearer token in the Authorization header. */
@ApplicationScoped
public class BearerGate {
    private static final Logger LOGGER = Logger.getLogger(BearerGate.class);
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer [A-Za-z0-9._~+/=-]+");
    private static final Pattern TOKEN_PARAMETER = Pattern.compile("(?i)(^|&)(access_token|id_token|token)=");

    private final HttpAuthenticator authenticator;
    private final Problems problems;

    BearerGate(HttpAuthenticator authenticator, Problems problems) {
        this.authenticator = authenticator;
        this.problems = problems;
    }

    /** What is wrong with the form of the credentials, before any key is asked. */
    public Optional<GatewayProblem> malformed(RoutingContext context) {
        var query = context.request().query();
        if (query != null && TOKEN_PARAMETER.matcher(query).find()) {
            return Optional.of(GatewayProblem.TOKEN_IN_QUERY);
        }
        return context.request().headers().getAll("Authorization").size() > 1
                ? Optional.of(GatewayProblem.AMBIGUOUS_AUTHORIZATION)
                : Optional.empty();
    }

    /** Calls on with the caller's identity, or ends the request with 401, or 503 while no key can be had. */
    public void authenticate(RoutingContext context, Consumer<SecurityIdentity> admitted) {
        var given = context.request().getHeader("Authorization");
        if (given == null || !BEARER.matcher(given).matches()) {
            problems.answer(context, GatewayProblem.UNAUTHENTICATED);
            return;
        }
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> {
                            if (identity == null || identity.isAnonymous()) {
                                problems.answer(context, GatewayProblem.UNAUTHENTICATED);
                            } else {
                                admitted.accept(identity);
                            }
                        },
                        failure -> problems.answer(context, problem(failure)));
    }

    private static GatewayProblem problem(Throwable failure) {
        if (failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException
                || failure instanceof UnauthorizedException) {
            return GatewayProblem.UNAUTHENTICATED;
        }
        LOGGER.warnf("token cannot be verified: %s", failure.getClass().getSimpleName());
        return GatewayProblem.IDENTITY_UNAVAILABLE;
    }
}
