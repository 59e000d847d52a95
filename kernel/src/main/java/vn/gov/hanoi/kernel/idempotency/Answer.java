package vn.gov.hanoi.kernel.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers.
 *
 * @param status 200, 201, 202, 204 or 207
 * @param body the record as a view; not shown with 204
 * @param version for the ETag; null if the answer has none
 * @param location path of the created record; null if nothing was created
 */
public record Answer(
        int status,
        Object body,
        @Nullable Long version,
        @Nullable String location) {
    public static Answer ok(Object body, long version) {
        return new Answer(200, body, version, null);
    }

    public static Answer created(String location, Object body, long version) {
        return new Answer(201, body, version, location);
    }

    public static Answer accepted(String location, Object body) {
        return new Answer(202, body, null, location);
    }

    /** A result for each of many rows. */
    public static Answer bulk(Object body) {
        return new Answer(207, body, null, null);
    }

    /** A draft was deleted; there is nothing left to show. */
    public static Answer deleted() {
        return new Answer(204, Map.of(), null, null);
    }
}
