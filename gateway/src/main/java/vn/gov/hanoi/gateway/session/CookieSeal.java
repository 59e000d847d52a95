package vn.gov.hanoi.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals text so that only a gateway with the same keys can read it, and nobody can change it (AES-256-GCM). The purpose is
 * sealed in: what was made as one cookie is not taken as another.
 */
@ApplicationScoped
class CookieSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_TEXT = 65_536;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String first;

    @Inject
    CookieSeal(SessionConfig config) {
        this(config.keys());
    }

    CookieSeal(String configured) {
        for (var each : configured.split(",", -1)) {
            var parts = each.strip().split("=", 2);
            byte[] bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (bytes.length != KEY_BYTES || !parts[0].matches("[A-Za-z0-9-]{1,20}")) {
                throw new IllegalArgumentException(
                        "congvu.session.keys must be name=base64 of 32 bytes, separated by commas");
            }
            keys.put(parts[0], new SecretKeySpec(bytes, "AES"));
        }
        first = keys.keySet().iterator().next();
    }

    String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var packed = deflate(text.getBytes(StandardCharsets.UTF_8));
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, first, purpose, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(packed.length));
            cipher.doFinal(packed, 0, packed.length, sealed, NONCE_BYTES);
            return first + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text, or empty if it was not sealed by us for this purpose with a key that is still known. */
    Optional<String> open(String purpose, String value) {
        var parts = value.split("\\.", 2);
        if (parts.length != 2 || !keys.containsKey(parts[0])) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(parts[1]);
            if (sealed.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, parts[0], purpose, Arrays.copyOf(sealed, NONCE_BYTES));
            return Optional.of(inflate(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES)));
        } catch (GeneralSecurityException | IllegalArgumentException | DataFormatException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String key, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((key + ":" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] deflate(byte[] text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(text);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        byte[] part = new byte[2048];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static String inflate(byte[] packed) throws DataFormatException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] text = new byte[LONGEST_TEXT];
            int length = inflater.inflate(text);
            if (!inflater.finished()) {
                throw new DataFormatException("too long");
            }
            return new String(text, 0, length, StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }
}
