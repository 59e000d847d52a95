package vn.gov.hanoi.gateway.problem;

/** The catalogue of what the gateway itself refuses or fails at. */
public enum GatewayProblem {
    PATH_NOT_CANONICAL("gateway.path-not-canonical", 400),
    AMBIGUOUS_FRAMING("gateway.ambiguous-framing", 400),
    AMBIGUOUS_AUTHORIZATION("gateway.ambiguous-authorization", 400),
    TOKEN_IN_QUERY("gateway.token-in-query", 400),
    HOST_NOT_CLEAR("gateway.host-not-clear", 400),
    TWO_CREDENTIALS("gateway.two-credentials", 400),
    RETURN_NOT_LOCAL("auth.return-not-local", 400),
    LOGIN_REFUSED("auth.login-refused", 400),
    LOGOUT_REFUSED("auth.logout-refused", 400),
    UNAUTHENTICATED("auth.unauthenticated", 401),
    PARAMETER_INVALID("gateway.parameter-invalid", 400),
    CALLER_HEADER_MALFORMED("caller.header-malformed", 400),
    PURPOSE_MISSING("caller.purpose-missing", 400),
    PURPOSE_UNKNOWN("caller.purpose-unknown", 400),
    CASE_MISSING("caller.case-missing", 400),
    SESSION_ENDED("auth.session-ended", 401),
    CSRF_REFUSED("auth.csrf-refused", 403),
    PURPOSE_NOT_GRANTED("caller.purpose-not-granted", 403),
    ORGANISATION_NOT_BOUND("caller.organisation-not-bound", 403),
    NO_ROUTE("gateway.no-route", 404),
    OFFICER_NOT_FOUND("dossier.officer-not-found", 404),
    METHOD_NOT_ALLOWED("gateway.method-not-allowed", 405),
    NOT_ACCEPTABLE("gateway.not-acceptable", 406),
    BODY_TOO_SLOW("gateway.body-too-slow", 408),
    BODY_TOO_LARGE("gateway.body-too-large", 413),
    RATE_LIMITED("gateway.rate-limited", 429),
    INTERNAL("gateway.internal", 500),
    UPSTREAM_FAILED("gateway.upstream-failed", 502),
    BUSY("gateway.busy", 503),
    IDENTITY_UNAVAILABLE("gateway.identity-unavailable", 503),
    CIRCUIT_OPEN("gateway.circuit-open", 503),
    CONTRACT_INCOMPLETE("gateway.contract-incomplete", 503),
    UPSTREAM_TOO_SLOW("gateway.upstream-too-slow", 504),
    HTTP_VERSION("gateway.http-version", 505);

    private final String code;
    private final int status;

    GatewayProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** Where the request ends cannot be known for sure, so nothing may follow it. */
    public boolean endsConnection() {
        return this == AMBIGUOUS_FRAMING || this == HOST_NOT_CLEAR || this == HTTP_VERSION || this == BODY_TOO_LARGE;
    }

    /** The same request may succeed later; an unsafe one with the same Idempotency-Key. */
    public boolean retryable() {
        return status == 408 || status == 429 || (status >= 502 && status <= 504);
    }
}
