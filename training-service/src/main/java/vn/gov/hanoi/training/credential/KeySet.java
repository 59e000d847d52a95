package vn.gov.hanoi.training.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The published keys of one issuer, as a JSON Web Key Set (RFC 7517) with the dates of each key.
 *
 * @param issuer address of the issuer; credentials of others are not ours
 */
public record KeySet(String issuer, List<PublishedKey> keys) {
    public KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a published set. Keys of other kinds are left out, so that a signature can only be checked by the one algorithm.
     *
     * @throws IllegalArgumentException if the text is no such set
     */
    public static KeySet parse(String text) {
        var node = StrictText.tree(text).orElseThrow(() -> new IllegalArgumentException("not JSON"));
        var found = new ArrayList<PublishedKey>();
        for (var key : node.path("keys")) {
            if (isOurs(key)) {
                found.add(read(key));
            }
        }
        if (found.isEmpty() || !node.path("issuer").isTextual()) {
            throw new IllegalArgumentException("no issuer or no Ed25519 key");
        }
        return new KeySet(node.path("issuer").asText(), found);
    }

    private static boolean isOurs(JsonNode key) {
        return key.path("kty").asText().equals("OKP")
                && key.path("crv").asText().equals("Ed25519")
                && key.path("alg").asText().equals(SigningKey.ALGORITHM);
    }

    private static PublishedKey read(JsonNode key) {
        try {
            var retired = key.path("retiredAt");
            return new PublishedKey(
                    key.path("kid").asText(),
                    Base64.getUrlDecoder().decode(key.path("x").asText()),
                    Instant.parse(key.path("validFrom").asText()),
                    retired.isTextual() ? Instant.parse(retired.asText()) : null);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("key without dates", e);
        }
    }

    /** The set as it is published. */
    public ObjectNode published() {
        var set = StrictText.JSON.createObjectNode().put("issuer", issuer);
        var all = set.putArray("keys");
        for (var key : keys) {
            all.addObject()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("alg", SigningKey.ALGORITHM)
                    .put("use", "sig")
                    .put("kid", key.kid())
                    .put("x", SigningKey.base64(key.x()))
                    .put("validFrom", key.validFrom().toString())
                    .put(
                            "retiredAt",
                            key.retiredAt() == null ? null : key.retiredAt().toString());
        }
        return set;
    }

    Optional<PublishedKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }
}
