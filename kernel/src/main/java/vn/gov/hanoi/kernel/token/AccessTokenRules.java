package vn.gov.hanoi.kernel.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** What must hold for a token beyond what the library checks; the gateway asks for the same. */
@ApplicationScoped
class AccessTokenRules {
    /** The library looks at the kind only if the token tells one. */
    private static final String ACCESS_TOKEN = "Bearer";

    /** The key or certificate that a token is bound to (RFC 7800); nobody here asks for it, so that who shows the token may have stolen it. */
    private static final String BOUND = "cnf";

    /** The machine's, as for the checks of the library; the days of the law are none of a token's business. */
    private final Clock clock = HanoiClock.system();

    private final Duration skew;

    AccessTokenRules(@ConfigProperty(name = "quarkus.oidc.token.lifespan-grace", defaultValue = "0") int graceSeconds) {
        this.skew = Duration.ofSeconds(graceSeconds);
    }

    boolean allow(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.claim("typ")
                        .map(Object::toString)
                        .filter(ACCESS_TOKEN::equals)
                        .isPresent()
                && !token.containsClaim(BOUND)
                && token.getIssuedAtTime() <= clock.instant().plus(skew).getEpochSecond();
    }
}
