package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A POST. Its idempotency key comes from its content alone: the same command of a later load is the same command for the suite.
 *
 * @param step what a person reads when the command is refused
 */
record Command(
        String step, String path, Content content, @Nullable String ifMatch, int attempt) {

    static Command of(String step, String path, Content content) {
        return new Command(step, path, content, null, 0);
    }

    static Command json(String step, String path, JsonNode body) {
        return of(step, path, new Content("application/json", body.toString()));
    }

    Command onVersion(String etag) {
        return new Command(step, path, content, etag, attempt);
    }

    /** The same command under another key, for when the suite would only replay that it failed. */
    Command again() {
        return new Command(step, path, content, ifMatch, attempt + 1);
    }

    String key() {
        var identity = String.join(
                "\n", path, String.valueOf(ifMatch), String.valueOf(attempt), content.type(), content.text());
        return "\"" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** What is sent, in UTF-8, and its media type. */
    record Content(String type, String text) {}
}
