package vn.gov.hanoi.kernel.problem;

import vn.gov.hanoi.callers.CallerFault;

/** The codes that every service shares. */
public enum KernelProblem implements ProblemCode {
    MALFORMED_JSON("request.malformed", 400),
    UNKNOWN_PROPERTY("request.unknown-property", 400),
    WRONG_TYPE("request.wrong-type", 400),
    INVALID_VALUE("request.invalid-value", 400),
    UNKNOWN_PARAMETER("query.unknown-parameter", 400),
    INVALID_PARAMETER("query.invalid-parameter", 400),
    CURSOR_INVALID("page.cursor-invalid", 400),
    CURSOR_EXPIRED("page.cursor-expired", 400),
    POSITION_INVALID("events.position-invalid", 400),
    KEY_MISSING("idempotency.key-missing", 400),
    KEY_MALFORMED("idempotency.key-malformed", 400),
    CALLER_HEADER_MALFORMED("caller.header-malformed", 400),
    PURPOSE_MISSING("caller.purpose-missing", 400),
    PURPOSE_UNKNOWN("caller.purpose-unknown", 400),
    CASE_MISSING("caller.case-missing", 400),
    UNAUTHENTICATED("auth.unauthenticated", 401),
    FORBIDDEN("auth.role-missing", 403),
    PURPOSE_NOT_GRANTED("caller.purpose-not-granted", 403),
    ORGANISATION_NOT_BOUND("caller.organisation-not-bound", 403),
    SCOPE_UNKNOWN("scope.unit-unknown", 403),
    SCOPE_OUTSIDE("scope.outside", 403),
    OWN_ACT("authority.own-act", 403),
    NOT_FOUND("resource.not-found", 404),
    METHOD_NOT_ALLOWED("request.method-not-allowed", 405),
    NOT_ACCEPTABLE("request.not-acceptable", 406),
    KEY_IN_PROGRESS("idempotency.in-progress", 409),
    CONFLICT("resource.conflict", 409),
    DELTA_EXPIRED("delta.expired", 410),
    POSITION_EXPIRED("events.position-expired", 410),
    VERSION_DIFFERS("precondition.failed", 412),
    TOO_LARGE("request.too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", 415),
    KEY_PAYLOAD_DIFFERS("idempotency.payload-differs", 422),
    DEAD_LETTER_STILL_FAILING("dead-letter.still-failing", 422),
    OTHER_ROW_REFUSED("bulk.other-row-refused", 424),
    PRECONDITION_REQUIRED("precondition.required", 428),
    TOO_MANY_OPEN("events.too-many-open", 429),
    INTERNAL("server.internal", 500),
    FEED_BUSY("events.busy", 503),
    UNAVAILABLE("server.unavailable", 503);

    private final String code;
    private final int status;

    KernelProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The problem of a call that does not say of itself what it must. */
    public static KernelProblem of(CallerFault fault) {
        return switch (fault) {
            case HEADER_MALFORMED -> CALLER_HEADER_MALFORMED;
            case PURPOSE_MISSING -> PURPOSE_MISSING;
            case PURPOSE_UNKNOWN -> PURPOSE_UNKNOWN;
            case PURPOSE_NOT_GRANTED -> PURPOSE_NOT_GRANTED;
            case CASE_MISSING -> CASE_MISSING;
            case ORGANISATION_NOT_BOUND -> ORGANISATION_NOT_BOUND;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean retryable() {
        return switch (this) {
            case UNAVAILABLE, KEY_IN_PROGRESS, FEED_BUSY, TOO_MANY_OPEN -> true;
            default -> false;
        };
    }
}
