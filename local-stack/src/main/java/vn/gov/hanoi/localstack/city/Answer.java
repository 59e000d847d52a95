package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An answer of the suite; replayed says that it is the stored answer of an earlier call with the same idempotency key. */
record Answer(int status, JsonNode body, @Nullable String etag, boolean replayed) {

    boolean refusedWith(String code) {
        return status >= 400 && code.equals(body.path("code").asText());
    }

    Answer expect(int expected, String step) {
        if (status != expected) {
            throw LoadFailed.refused(step, this);
        }
        return this;
    }
}
