package vn.gov.hanoi.localstack.load;

import java.util.UUID;

/**
 * A request of the load.
 *
 * @param kind for the report
 * @param user whose token it carries
 * @param headers further lines, each with its end; empty if none
 * @param body empty if none
 * @param expected status of success
 */
public record Request(
        String kind, String user, String method, String target, String headers, String body, int expected) {
    public static Request get(String kind, String user, String target) {
        return new Request(kind, user, "GET", target, "", "", 200);
    }

    /** A change with a key of its own, so that its caller could repeat it. */
    public static Request post(String kind, String user, String target, String body) {
        return new Request(kind, user, "POST", target, "Idempotency-Key: \"" + UUID.randomUUID() + "\"\r\n", body, 201);
    }
}
