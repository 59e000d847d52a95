package vn.gov.hanoi.training.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A key that signs certificates with Ed25519 and nothing else. Its text form does not show the private part. */
public final class SigningKey {
    static final String ALGORITHM = "EdDSA";
    static final int PUBLIC_BYTES = 32;

    private final String kid;
    private final byte[] publicKey;
    private final PrivateKey privateKey;

    private SigningKey(byte[] publicKey, PrivateKey privateKey) {
        this.kid = thumbprint(publicKey);
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public static SigningKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return new SigningKey(
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no Ed25519", e);
        }
    }

    /** @param encodedPrivate PKCS #8, as {@link #encodedPrivate()} gives it */
    public static SigningKey of(byte[] publicKey, byte[] encodedPrivate) {
        try {
            var privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encodedPrivate));
            return new SigningKey(publicKey.clone(), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an Ed25519 key", e);
        }
    }

    /** Thumbprint of the public key (RFC 7638): the same key has the same name everywhere. */
    public String kid() {
        return kid;
    }

    /** 32 bytes of RFC 8032. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] encodedPrivate() {
        return privateKey.getEncoded();
    }

    /** The same text has the same signature always. */
    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    static String thumbprint(byte[] publicKey) {
        var jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(publicKey) + "\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
