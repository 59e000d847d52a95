package vn.gov.hanoi.training.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public part of a key, with the time in which it signed.
 *
 * @param kid thumbprint of the key
 * @param x 32 bytes of RFC 8032
 * @param validFrom since when it signs
 * @param retiredAt when another key took over; null while it is in use
 */
public record PublishedKey(
        String kid, byte[] x, Instant validFrom, @Nullable Instant retiredAt) {
    /** Head of an Ed25519 key in X.509 form (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Reading a key takes as long as using it; the name of a key is its thumbprint, so that it names one key only. */
    private static final Map<String, PublicKey> READ = new ConcurrentHashMap<>();

    public PublishedKey {
        if (x.length != SigningKey.PUBLIC_BYTES || !kid.equals(SigningKey.thumbprint(x))) {
            throw new IllegalArgumentException("no Ed25519 key with its own thumbprint: " + kid);
        }
        x = x.clone();
    }

    @Override
    public byte[] x() {
        return x.clone();
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Whether the key was in use at the moment; only what was signed then counts. */
    boolean signedAt(Instant moment) {
        return !moment.isBefore(validFrom) && (retiredAt == null || !moment.isAfter(retiredAt));
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(READ.computeIfAbsent(kid, _ -> publicKey()));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private PublicKey publicKey() {
        byte[] encoded = new byte[HEAD.length + x.length];
        System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
        System.arraycopy(x, 0, encoded, HEAD.length, x.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no point of the curve: " + kid, e);
        }
    }
}
