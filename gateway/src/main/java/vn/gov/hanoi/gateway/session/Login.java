package vn.gov.hanoi.gateway.session;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A login that was begun in one browser and has not ended.
 *
 * @param state ties the answer of the issuer to this browser
 * @param nonce ties the ID token to this login
 * @param verifier secret of PKCE; the issuer saw its SHA-256
 * @param returnTo local path to go to afterwards
 * @param startedAt for its limit in time
 */
record Login(String state, String nonce, String verifier, String returnTo, Instant startedAt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Login begin(String returnTo, Instant now) {
        return new Login(random(), random(), random(), returnTo, now);
    }

    /** 43 characters, 256 bits. */
    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return new JsonObject()
                .put("s", state)
                .put("n", nonce)
                .put("v", verifier)
                .put("r", returnTo)
                .put("b", startedAt.getEpochSecond())
                .encode();
    }

    static Optional<Login> read(String text) {
        try {
            var json = new JsonObject(text);
            return Optional.of(new Login(
                    json.getString("s"),
                    json.getString("n"),
                    json.getString("v"),
                    json.getString("r"),
                    Instant.ofEpochSecond(json.getLong("b"))));
        } catch (DecodeException | ClassCastException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
