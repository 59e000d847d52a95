package vn.gov.hanoi.gateway.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What must hold for a token beyond its signature and issuer, which the library checks. */
@ApplicationScoped
class AccessTokenRules {
    /** The library looks at the kind only if the token tells one. */
    private static final String ACCESS_TOKEN = "Bearer";

    private final Clock clock;
    private final Revocations revocations;
    private final int skew;
    private final String audience;

    AccessTokenRules(
            Clock clock,
            Revocations revocations,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int graceSeconds,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience) {
        this.clock = clock;
        this.revocations = revocations;
        this.skew = graceSeconds;
        this.audience = audience;
    }

    /** Also asked for tokens from the cache: what may change meanwhile, and for whom the token is. */
    boolean allow(Caller caller) {
        long now = clock.instant().getEpochSecond();
        return caller.kind().equals(ACCESS_TOKEN)
                && !caller.bound()
                && caller.audiences().contains(audience)
                && caller.issuedAt() <= now + skew
                && caller.expiresAt() > now - skew
                && !revocations.covers(caller);
    }
}
