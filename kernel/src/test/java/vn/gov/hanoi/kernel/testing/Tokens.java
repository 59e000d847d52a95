package vn.gov.hanoi.kernel.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Builds signed access tokens as Keycloak would issue them. */
public final class Tokens {
    /** Signing takes longer than a request; a token serves for as long as a browser would use it. */
    private static final Map<List<@Nullable Object>, String> SIGNED = new ConcurrentHashMap<>();

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String user;
    private @Nullable String unit;
    private @Nullable String officer;
    private List<String> roles = List.of();
    private String audience = "congvu";
    private String issuer = System.getProperty(TestIssuer.ISSUER, "http://localhost/realms/congvu");
    private String type = "Bearer";
    private Instant expires = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(LIFE);

    private Tokens(String user) {
        this.user = user;
    }

    public static Tokens user(String user) {
        return new Tokens(user);
    }

    public Tokens unit(String code) {
        this.unit = code;
        return this;
    }

    /** Code of the officer that the person is. */
    public Tokens officer(String code) {
        this.officer = code;
        return this;
    }

    public Tokens roles(String... names) {
        this.roles = List.of(names);
        return this;
    }

    public Tokens audience(String other) {
        this.audience = other;
        return this;
    }

    public Tokens issuer(String other) {
        this.issuer = other;
        return this;
    }

    /** The claim typ, for example ID for an ID token. */
    public Tokens type(String other) {
        this.type = other;
        return this;
    }

    public Tokens expired() {
        this.expires = Instant.now().minusSeconds(120);
        return this;
    }

    public String token() {
        return SIGNED.computeIfAbsent(
                Arrays.asList(user, unit, officer, roles, audience, issuer, type, expires), _ -> sign());
    }

    private String sign() {
        var claims = Jwt.issuer(issuer)
                .subject("person-" + user)
                .audience(audience)
                .issuedAt(expires.minus(LIFE))
                .expiresAt(expires)
                .claim("typ", type)
                .claim("azp", "test-client")
                .claim("name", user)
                .claim("preferred_username", user)
                .claim("realm_access", Map.of("roles", roles));
        if (unit != null) {
            claims.claim("unit", unit);
        }
        if (officer != null) {
            claims.claim("officer", officer);
        }
        return claims.jws().keyId(TestIssuer.KEY_ID).sign(key());
    }

    private static PrivateKey key() {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(TestIssuer.PRIVATE_KEY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
