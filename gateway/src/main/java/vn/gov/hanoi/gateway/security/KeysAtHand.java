package vn.gov.hanoi.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies a token on the spot with a key that is already here: one reading, one signature. It only ever lets in; whoever it does not know is for the library
 * to judge, which may fetch keys first and says what is wrong. What it asks is all that the library is set to ask.
 */
@ApplicationScoped
class KeysAtHand {
    private final KeyWatch keys;
    private final JwtConsumer rules;

    KeysAtHand(
            KeyWatch keys,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int graceSeconds) {
        this.keys = keys;
        this.rules = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, nesting) -> key(signature.getKeyIdHeaderValue()))
                .setExpectedIssuer(true, issuer.orElse(""))
                .setExpectedAudience(true, audience)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(graceSeconds)
                .build();
    }

    /** Who the token is of; empty if that cannot be said here. */
    Optional<SecurityIdentity> verified(String token) {
        if (!keys.hasKeys()) {
            return Optional.empty();
        }
        try {
            return Optional.of(identity(rules.processToClaims(token)));
        } catch (InvalidJwtException _) {
            return Optional.empty();
        }
    }

    private Key key(String id) throws UnresolvableKeyException {
        var found = id == null ? Optional.<Key>empty() : keys.key(id);
        return found.orElseThrow(() -> new UnresolvableKeyException("not at hand"));
    }

    private static SecurityIdentity identity(JwtClaims claims) {
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(claims));
        if (claims.getClaimValue("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> roles) {
            roles.forEach(role -> identity.addRole(role.toString()));
        }
        return identity.build();
    }
}
