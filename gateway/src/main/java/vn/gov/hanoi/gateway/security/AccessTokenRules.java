package vn.gov.hanoi.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What must hold for a token beyond its signature, issuer, audience and lifetime, which the library checks. */
@ApplicationScoped
class AccessTokenRules {
    /** The library looks at the kind only if the token tells one. */
    private static final String ACCESS_TOKEN = "Bearer";

    private final Clock clock = Clock.systemUTC();
    private final Duration skew;

    AccessTokenRules(@ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int graceSeconds) {
        this.skew = Duration.ofSeconds(graceSeconds);
    }

    boolean allow(SecurityIdentity identity) {
        return !identity.isAnonymous()
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.claim("typ")
                        .map(Object::toString)
                        .filter(ACCESS_TOKEN::equals)
                        .isPresent()
                && token.getIssuedAtTime() <= clock.instant().plus(skew).getEpochSecond();
    }
}
