package vn.gov.hanoi.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;
import vn.gov.hanoi.gateway.security.KeyWatch;

/** Reads the two kinds of token that the issuer addresses to the gateway itself: ID tokens and logout tokens. */
@ApplicationScoped
class SignedClaims {
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int SKEW_SECONDS = 10;
    private static final int LOGOUT_AGE_SECONDS = 300;

    private final KeyWatch keys;
    private final SessionConfig config;
    private final String issuer;
    private final Clock clock;

    SignedClaims(
            KeyWatch keys,
            SessionConfig config,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer,
            Clock clock) {
        this.keys = keys;
        this.config = config;
        this.issuer = issuer;
        this.clock = clock;
    }

    String issuer() {
        return issuer;
    }

    /** The claims of an ID token of this login. */
    Future<JwtClaims> idToken(String token, String nonce) {
        return verified(token, true).compose(claims -> accepted(claims, isOfLogin(claims, nonce)));
    }

    /** The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). */
    Future<JwtClaims> logoutToken(String token) {
        return verified(token, false).compose(claims -> accepted(claims, isLogout(claims)));
    }

    private static Future<JwtClaims> accepted(JwtClaims claims, boolean good) {
        return good ? Future.succeededFuture(claims) : Future.failedFuture("claims");
    }

    /** A key that is not known is asked for once. */
    private Future<JwtClaims> verified(String token, boolean expires) {
        Promise<JwtClaims> outcome = Promise.promise();
        try {
            outcome.complete(read(token, expires));
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof UnresolvableKeyException) {
                keys.refresh(() -> again(token, expires, outcome));
            } else {
                outcome.fail(e);
            }
        }
        return outcome.future();
    }

    private void again(String token, boolean expires, Promise<JwtClaims> outcome) {
        try {
            outcome.complete(read(token, expires));
        } catch (InvalidJwtException e) {
            outcome.fail(e);
        }
    }

    private JwtClaims read(String token, boolean expires) throws InvalidJwtException {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, nesting) -> key(signature.getKeyIdHeaderValue()))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(config.clientId())
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setRequireIssuedAt();
        if (expires) {
            consumer.setRequireExpirationTime().setRequireSubject();
        } else {
            consumer.setIssuedAtRestrictions(SKEW_SECONDS, LOGOUT_AGE_SECONDS);
        }
        return consumer.build().processToClaims(token);
    }

    private Key key(String id) throws UnresolvableKeyException {
        var found = id == null ? Optional.<Key>empty() : keys.key(id);
        return found.orElseThrow(() -> new UnresolvableKeyException("unknown key"));
    }

    private boolean isOfLogin(JwtClaims claims, String nonce) {
        try {
            var party = claims.getStringClaimValue("azp");
            boolean manyAudiences = claims.getAudience().size() > 1;
            return nonce.equals(claims.getStringClaimValue("nonce"))
                    && (party == null ? !manyAudiences : party.equals(config.clientId()));
        } catch (MalformedClaimException _) {
            return false;
        }
    }

    private static boolean isLogout(JwtClaims claims) {
        var about = List.of("sub", "sid");
        return claims.getClaimValue("events") instanceof Map<?, ?> events
                && events.containsKey(LOGOUT)
                && !claims.hasClaim("nonce")
                && about.stream()
                        .anyMatch(name -> claims.getClaimValue(name) instanceof String text && !text.isEmpty());
    }
}
