package vn.gov.hanoi.gateway.security;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
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
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/** Lets a request pass only with one valid bearer token in the Authorization header. */
@ApplicationScoped
public class BearerGate {
    private static final Logger LOGGER = Logger.getLogger(BearerGate.class);
    /** The scheme in any case, as HTTP has it. */
    private static final String BEARER = "Bearer ";

    /** A signed token in compact form; an empty part is no part. Only a token of this form is ever remembered. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private static final Set<String> TOKEN_PARAMETERS = Set.of("access_token", "id_token", "refresh_token", "token");

    private final HttpAuthenticator authenticator;
    private final UsualTokens tokens;
    private final AccessTokenRules rules;
    private final TokenCache cache;
    private final KeyWatch keys;
    private final Problems problems;

    BearerGate(
            HttpAuthenticator authenticator,
            UsualTokens tokens,
            AccessTokenRules rules,
            TokenCache cache,
            KeyWatch keys,
            Problems problems) {
        this.authenticator = authenticator;
        this.tokens = tokens;
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
        return context.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1
                ? Optional.of(GatewayProblem.AMBIGUOUS_AUTHORIZATION)
                : Optional.empty();
    }

    /** Calls on with the caller, or ends the request with 401, or 503 while no key can be had. */
    public void authenticate(RoutingContext context, Consumer<Caller> admitted) {
        var given = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            problems.answer(context, GatewayProblem.UNAUTHENTICATED);
            return;
        }
        var token = given.substring(BEARER.length());
        var known = cache.find(token);
        if (known.isPresent()) {
            decide(context, known, admitted);
        } else if (!keys.isReady()) {
            // The library would let the request wait until it has found the issuer.
            problems.answer(context, GatewayProblem.IDENTITY_UNAVAILABLE);
        } else {
            verify(context, token, admitted);
        }
    }

    private void verify(RoutingContext context, String token, Consumer<Caller> admitted) {
        long keySet = cache.generation();
        var reading = tokens.read(token);
        if (reading.judged()) {
            verified(context, token, Optional.ofNullable(reading.caller()), keySet, admitted);
        } else if (COMPACT.matcher(token).matches()) {
            askLibrary(context, token, keySet, admitted);
        } else {
            problems.answer(context, GatewayProblem.UNAUTHENTICATED);
        }
    }

    private void askLibrary(RoutingContext context, String token, long keySet, Consumer<Caller> admitted) {
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> verified(
                                context, token, Optional.ofNullable(identity).flatMap(Caller::of), keySet, admitted),
                        failure -> problems.answer(context, problem(failure)));
    }

    private void verified(
            RoutingContext context, String token, Optional<Caller> caller, long keySet, Consumer<Caller> admitted) {
        caller.filter(rules::allow).ifPresent(good -> cache.keep(token, good, keySet));
        decide(context, caller, admitted);
    }

    private void decide(RoutingContext context, Optional<Caller> caller, Consumer<Caller> admitted) {
        if (caller.isPresent() && rules.allow(caller.get())) {
            admitted.accept(caller.get());
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
