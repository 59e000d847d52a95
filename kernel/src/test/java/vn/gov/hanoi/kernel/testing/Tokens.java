package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/** Builds signed access tokens as Keycloak would issue them. */
public final class Tokens {
    /** Signing takes longer than a request; a token serves for as long as a browser would use it. */
    private static final Map<List<@Nullable Object>, String> SIGNED = new ConcurrentHashMap<>();

    /** In native code where there is some: in Java that was compiled quickly, a signature takes longer than the request it is for. */
    static final Provider SIGNER =
            Conscrypt.isAvailable() ? Conscrypt.newProvider() : Security.getProvider("SunRsaSign");

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String user;
    private @Nullable String unit;
    private @Nullable String officer;
    private List<String> roles = List.of();
    private String audience = "congvu";
    private String issuer = System.getProperty(TestIssuer.ISSUER, "http://localhost/realms/congvu");
    private String type = "Bearer";
    private @Nullable String organisation;
    private List<String> purposes = List.of();
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

    /** A system that calls for itself, as the issuer tells it: bound to an agency, registered for purposes. */
    public Tokens system(String agency, String... registered) {
        this.organisation = agency;
        this.purposes = List.of(registered);
        return this;
    }

    /** A token that ends soon. */
    public Tokens endsIn(Duration time) {
        this.expires = Instant.now().plus(time);
        return this;
    }

    public Tokens expired() {
        this.expires = Instant.now().minusSeconds(120);
        return this;
    }

    public String token() {
        return SIGNED.computeIfAbsent(
                Arrays.asList(user, unit, officer, roles, audience, issuer, type, expires, organisation, purposes),
                _ -> sign());
    }

    private String sign() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", "person-" + user);
        claims.put("aud", audience);
        claims.put("iat", expires.minus(LIFE).getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("typ", type);
        claims.put("azp", "test-client");
        claims.put("name", user);
        claims.put("preferred_username", organisation == null ? user : "service-account-" + user);
        claims.put("realm_access", Map.of("roles", roles));
        if (unit != null) {
            claims.put("unit", unit);
        }
        if (organisation != null) {
            claims.put("organisation", organisation);
            claims.put("purposes", purposes);
        }
        if (officer != null) {
            claims.put("officer", officer);
        }
        var head = Map.of("typ", "JWT", "alg", "RS256", "kid", TestIssuer.KEY_ID);
        var text = part(head) + "." + part(claims);
        return text + "." + base64(signature(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(Object value) {
        try {
            return base64(Json.MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] signature(byte[] text) {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(TestIssuer.PRIVATE_KEY));
        try {
            var signature = Signature.getInstance("SHA256withRSA", SIGNER);
            signature.initSign(KeyFactory.getInstance("RSA", SIGNER).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
