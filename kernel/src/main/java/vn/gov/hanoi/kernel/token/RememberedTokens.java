package vn.gov.hanoi.kernel.token;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
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
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Answers who asks from the memory if it knows the token; all else is left to the library, and to our rules for what the library lets pass.
 * One header with one token in compact form, or none: which of two counts must not depend on who reads them, and the library fails over
 * some forms that are none. The gateway asks for the same.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
    /** The scheme in any case, as HTTP has it, and a signed token; an empty part is no part. */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([\\w-]+\\.[\\w-]+\\.[\\w-]+)");

    private final OidcAuthenticationMechanism library;
    private final AccessTokenRules rules;
    private final TokenMemory memory;
    private final KeyWatch keys;

    RememberedTokens(OidcAuthenticationMechanism library, AccessTokenRules rules, TokenMemory memory, KeyWatch keys) {
        this.library = library;
        this.rules = rules;
        this.memory = memory;
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var given = context.request().headers().getAll("Authorization");
        if (given.isEmpty()) {
            return verified(context, providers);
        }
        if (!keys.isReady()) {
            // The library would let the request wait until it has found the issuer.
            return Uni.createFrom().failure(new Refused(KernelProblem.UNAVAILABLE));
        }
        var form = BEARER.matcher(given.getFirst());
        if (given.size() > 1 || !form.matches()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var token = form.group(1);
        var known = memory.find(token);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long keySet = memory.keySet();
        return verified(context, providers).invoke(identity -> {
            if (identity != null) {
                memory.keep(token, identity, keySet);
            }
        });
    }

    /** Nobody if there is no token; a failure if there is one that is not to be believed. */
    private Uni<SecurityIdentity> verified(RoutingContext context, IdentityProviderManager providers) {
        return library.authenticate(context, providers).invoke(identity -> {
            if (identity != null && !rules.allow(identity)) {
                throw new AuthenticationFailedException();
            }
        });
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
