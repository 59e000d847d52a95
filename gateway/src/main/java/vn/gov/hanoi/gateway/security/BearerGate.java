package vn.gov.hanoi.gateway.security;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/** Lets a request pass only with one valid bearer token in the Authorization header. */
@ApplicationScoped
public class BearerGate {
    private static final Logger LOGGER = Logger.getLogger(BearerGate.class);
    /** The scheme in any case, as HTTP has it, and a signed token in compact form; an empty part is no part. */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) [\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** Length of the scheme and the space behind it. */
    private static final int SCHEME = 7;

    private static final Set<String> TOKEN_PARAMETERS = Set.of("access_token", "id_token", "refresh_token", "token");

    private final HttpAuthenticator authenticator;
    private final AccessTokenRules rules;
    private final TokenCache cache;
    private final KeyWatch keys;
    private final Problems problems;

    BearerGate(
            HttpAuthenticator authenticator,
            AccessTokenRules rules,
            TokenCache cache,
            KeyWatch keys,
            Problems problems) {
        this.authenticator = authenticator;
        this.rules = rules;
        this.cache = cache;
        this.keys = keys;
        this.problems = problems;
    }

    /** What is wrong with the form of the credentials, before any key is asked. */
    public Optional<GatewayProblem> malformed(RoutingContext context) {
        var query = context.request().query();
        if (query != null && hasToken(query)) {
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
        var token = given.substring(SCHEME);
        var known = cache.find(token);
        if (known.isPresent()) {
            decide(context, known.get(), admitted);
        } else if (!keys.isReady()) {
            // The library would let the request wait until it has found the issuer.
            problems.answer(context, GatewayProblem.IDENTITY_UNAVAILABLE);
        } else {
            verify(context, token, admitted);
        }
    }

    private void verify(RoutingContext context, String token, Consumer<SecurityIdentity> admitted) {
        long keySet = cache.generation();
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> {
                            if (identity != null && rules.allow(identity)) {
                                cache.keep(token, identity, keySet);
                            }
                            decide(context, identity, admitted);
                        },
                        failure -> problems.answer(context, problem(failure)));
    }

    private void decide(
            RoutingContext context, @Nullable SecurityIdentity identity, Consumer<SecurityIdentity> admitted) {
        if (identity != null && rules.allow(identity)) {
            admitted.accept(identity);
        } else {
            problems.answer(context, GatewayProblem.UNAUTHENTICATED);
        }
    }

    private static boolean hasToken(String query) {
        return Arrays.stream(query.split("[&;]"))
                .map(parameter -> parameter.split("=", 2)[0])
                .map(BearerGate::decoded)
                .anyMatch(name -> TOKEN_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The service will say what is wrong with such a name; a token it is not.
            return name;
        }
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
