package vn.gov.hanoi.gateway.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens put together byte by byte, also such as no library would write. Without a change it is one that the issuer gives. */
final class Token {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIFE_SECONDS = 300;
    private static final PrivateKey STRANGER = stranger();

    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();
    private UnaryOperator<String> rawClaims = UnaryOperator.identity();

    private Token() {
        var now = Instant.now().getEpochSecond();
        header.put("alg", "RS256").put("typ", "JWT").put("kid", System.getProperty(Issuer.CURRENT_KEY_ID));
        claims.put("iss", System.getProperty(Issuer.URL))
                .put("sub", "person-giang")
                .put("aud", "congvu")
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS)
                .put("typ", "Bearer")
                .put("azp", "congvu-portal")
                .put("name", "Đỗ Hương Giang")
                .put("unit", "H26");
        claims.putObject("realm_access").putArray("roles").add("operator").add("evaluation-reader");
    }

    static Token usual() {
        return new Token();
    }

    Token header(String name, String value) {
        header.put(name, value);
        return this;
    }

    Token headerJson(String name, Object value) {
        header.set(name, JSON.valueToTree(value));
        return this;
    }

    Token claim(String name, Object value) {
        claims.set(name, JSON.valueToTree(value));
        return this;
    }

    Token without(String claim) {
        claims.remove(claim);
        return this;
    }

    /** Seconds from now. */
    Token time(String name, long offset) {
        claims.put(name, Instant.now().getEpochSecond() + offset);
        return this;
    }

    /** Changes the text of the claims before they are signed. */
    Token raw(UnaryOperator<String> change) {
        rawClaims = change;
        return this;
    }

    String signed() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(Issuer.PRIVATE_KEY));
            return signedWith(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signedByStranger() {
        try {
            return signedWith(STRANGER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return content() + ".";
    }

    String authenticatedBy(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var content = content();
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What everybody can read at the issuer. */
    static byte[] publicKey() {
        return Base64.getDecoder().decode(System.getProperty(Issuer.PUBLIC_KEY));
    }

    private String signedWith(PrivateKey key) throws GeneralSecurityException {
        var content = content();
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private String content() {
        return base64(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(rawClaims.apply(claims.toString()).getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey stranger() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
