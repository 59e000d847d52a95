package vn.gov.hanoi.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What must hold for a token beyond its signature and issuer, which the library checks. */
@ApplicationScoped
class AccessTokenRules {
    /** The library looks at the kind only if the token tells one. */
    private static final String ACCESS_TOKEN = "Bearer";

    /** The key or certificate that a token is bound to (RFC 7800); nobody here asks for it, so that who shows the token may have stolen it. */
    private static final String BOUND = "cnf";

    private final Clock clock;
    private final Revocations revocations;
    private final Duration skew;
    private final String audience;

    AccessTokenRules(
            Clock clock,
            Revocations revocations,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int graceSeconds,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience) {
        this.clock = clock;
        this.revocations = revocations;
        this.skew = Duration.ofSeconds(graceSeconds);
        this.audience = audience;
    }

    /** Also asked for tokens from the cache: what may change meanwhile, and for whom the token is. */
    boolean allow(SecurityIdentity identity) {
        return !identity.isAnonymous()
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.claim("typ")
                        .map(Object::toString)
                        .filter(ACCESS_TOKEN::equals)
                        .isPresent()
                && !token.containsClaim(BOUND)
                && token.getAudience() != null
                && token.getAudience().contains(audience)
                && token.getIssuedAtTime() <= clock.instant().plus(skew).getEpochSecond()
                && token.getExpirationTime() > clock.instant().minus(skew).getEpochSecond()
                && !revocations.covers(token);
    }
}
