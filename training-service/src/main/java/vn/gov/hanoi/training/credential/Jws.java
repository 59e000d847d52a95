package vn.gov.hanoi.training.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Compact JWS with one algorithm and one form: whatever could be written in two ways is refused. */
public final class Jws {
    /** Media type of a signed credential, after {@code application/}. */
    public static final String CREDENTIAL = "vc+jwt";

    /** Longest accepted text in characters. */
    public static final int LONGEST = 32_768;

    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

    private Jws() {}

    /** What came of reading. */
    public sealed interface Reading {}

    /** The signature is that of the key. */
    public record Signed(JsonNode payload, PublishedKey key) implements Reading {}

    /** Not a text that this issuer signed: altered, cut, of another algorithm, or nonsense. */
    public record Altered() implements Reading {}

    /** The text names a key that this issuer never published. */
    public record ForeignKey() implements Reading {}

    /** The same payload and key give the same text. */
    public static String sign(JsonNode payload, SigningKey key) {
        var header = StrictText.JSON
                .createObjectNode()
                .put("alg", SigningKey.ALGORITHM)
                .put("kid", key.kid())
                .put("typ", CREDENTIAL);
        var text = SigningKey.base64(StrictText.bytes(header)) + "." + SigningKey.base64(StrictText.bytes(payload));
        return text + "." + SigningKey.base64(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads and checks the signature; the payload is looked at only afterwards. */
    public static Reading read(String compact, KeySet keys) {
        var parts = compact.length() > LONGEST ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 3) {
            return new Altered();
        }
        var header = decode(parts[0]).flatMap(Jws::utf8).flatMap(StrictText::tree);
        var payload = decode(parts[1]);
        var signature = decode(parts[2]);
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty() || !isOurs(header.get())) {
            return new Altered();
        }
        var key = keys.find(header.get().path("kid").asText());
        if (key.isEmpty()) {
            return new ForeignKey();
        }
        byte[] text = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        var said = key.get().verifies(text, signature.get())
                ? payload.flatMap(Jws::utf8).flatMap(StrictText::tree)
                : Optional.<JsonNode>empty();
        return said.<Reading>map(node -> new Signed(node, key.get())).orElseGet(Altered::new);
    }

    /** Exactly the header that we write: no other algorithm, no key inside, no extension. */
    private static boolean isOurs(JsonNode header) {
        return header.size() == HEADER.size()
                && HEADER.stream().allMatch(name -> header.path(name).isTextual())
                && header.path("alg").asText().equals(SigningKey.ALGORITHM)
                && header.path("typ").asText().equals(CREDENTIAL);
    }

    /** The last character of a part has bits that carry nothing: only the form that we would write counts. */
    private static Optional<byte[]> decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return SigningKey.base64(bytes).equals(part) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
