package vn.gov.hanoi.kernel.token;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Answers who asks from the memory if it knows the token; all else, refusals included, is left to the library. */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
    /** A signed token in compact form, printable and in one header only; whatever has another form is not looked for. */
    private static final Pattern BEARER = Pattern.compile("Bearer ([\\w-]+\\.[\\w-]+\\.[\\w-]+)");

    private final OidcAuthenticationMechanism library;
    private final TokenMemory memory;
    private final KeyWatch keys;

    RememberedTokens(OidcAuthenticationMechanism library, TokenMemory memory, KeyWatch keys) {
        this.library = library;
        this.memory = memory;
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var token = token(context);
        if (!keys.isReady() && context.request().headers().contains("Authorization")) {
            // The library would let the request wait until it has found the issuer.
            return Uni.createFrom().failure(new Refused(KernelProblem.UNAVAILABLE));
        }
        if (token == null) {
            return library.authenticate(context, providers);
        }
        var known = memory.find(token);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long keySet = memory.keySet();
        return library.authenticate(context, providers).invoke(identity -> {
            if (identity != null) {
                memory.keep(token, identity, keySet);
            }
        });
    }

    private static @Nullable String token(RoutingContext context) {
        var given = context.request().headers().getAll("Authorization");
        if (given.size() != 1) {
            return null;
        }
        var found = BEARER.matcher(given.getFirst());
        return found.matches() ? found.group(1) : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return library.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return library.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return library.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return library.getPriority();
    }
}
