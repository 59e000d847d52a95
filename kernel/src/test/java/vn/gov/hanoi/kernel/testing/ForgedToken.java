package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token put together byte by byte, also such as no library would write. Without a change it is one that the issuer gives. */
public final class ForgedToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIFE_SECONDS = 300;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    private static final PrivateKey STRANGER = stranger();

    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();
    private final byte[] key;
    private UnaryOperator<String> rawClaims = UnaryOperator.identity();

    /** @param privateKey PKCS#8 in base64 */
    public ForgedToken(String issuer, String keyId, String privateKey) {
        this.key = Base64.getDecoder().decode(privateKey);
        var now = Instant.now().getEpochSecond();
        header.put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
        claims.put("iss", issuer)
                .put("sub", "person-giang")
                .put("aud", "congvu")
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS)
                .put("typ", "Bearer")
                .put("azp", "congvu-portal")
                .put("name", "Đỗ Hương Giang")
                .put("unit", "H26");
        roles("operator", "evaluation-reader");
    }

    /** Of the issuer that stands beside a service under test. */
    public static ForgedToken ofTestIssuer() {
        return new ForgedToken(
                System.getProperty(TestIssuer.ISSUER), TestIssuer.KEY_ID, System.getProperty(TestIssuer.PRIVATE_KEY));
    }

    public ForgedToken roles(String... names) {
        var list = claims.putObject("realm_access").putArray("roles");
        for (var name : names) {
            list.add(name);
        }
        return this;
    }

    public ForgedToken header(String name, String value) {
        header.put(name, value);
        return this;
    }

    public ForgedToken headerJson(String name, Object value) {
        header.set(name, JSON.valueToTree(value));
        return this;
    }

    public ForgedToken claim(String name, Object value) {
        claims.set(name, JSON.valueToTree(value));
        return this;
    }

    public ForgedToken without(String claim) {
        claims.remove(claim);
        return this;
    }

    /** Seconds from now. */
    public ForgedToken time(String name, long offset) {
        claims.put(name, Instant.now().getEpochSecond() + offset);
        return this;
    }

    /** Changes the text of the claims before they are signed. */
    public ForgedToken raw(UnaryOperator<String> change) {
        rawClaims = change;
        return this;
    }

    public String signed() {
        return signed("SHA256withRSA", ours());
    }

    /** Signed by the right key and truly by that algorithm, so that only the list of algorithms can refuse it. */
    public String signedAs(String algorithm) {
        header.put("alg", algorithm);
        return switch (algorithm) {
            case "PS256" -> signed("RSASSA-PSS", ours());
            case "RS384" -> signed("SHA384withRSA", ours());
            case "RS512" -> signed("SHA512withRSA", ours());
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    public String signedByStranger() {
        return signed("SHA256withRSA", STRANGER);
    }

    public String unsigned() {
        return content() + ".";
    }

    public String authenticatedBy(byte[] secret) {
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
    public byte[] publicKey() {
        try {
            var own = (RSAPrivateCrtKey) ours();
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey ours() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String algorithm, PrivateKey by) {
        try {
            var content = content();
            boolean padded = algorithm.equals("RSASSA-PSS");
            var signature = padded ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, Tokens.SIGNER);
            if (padded) {
                signature.setParameter(PSS);
            }
            signature.initSign(by);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return base64(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(rawClaims.apply(claims.toString()).getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey stranger() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA", Tokens.SIGNER);
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
