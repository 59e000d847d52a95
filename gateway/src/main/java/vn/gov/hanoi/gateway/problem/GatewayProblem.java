package vn.gov.hanoi.gateway.problem;

/** The catalogue of what the gateway itself refuses or fails at. */
public enum GatewayProblem {
    PATH_NOT_CANONICAL("gateway.path-not-canonical", 400),
    AMBIGUOUS_FRAMING("gateway.ambiguous-framing", 400),
    AMBIGUOUS_AUTHORIZATION("gateway.ambiguous-authorization", 400),
    TOKEN_IN_QUERY("gateway.token-in-query", 400),
    UNAUTHENTICATED("auth.unauthenticated", 401),
    NO_ROUTE("gateway.no-route", 404),
    METHOD_NOT_ALLOWED("gateway.method-not-allowed", 405),
    BODY_TOO_LARGE("gateway.body-too-large", 413),
    INTERNAL("gateway.internal", 500),
    UPSTREAM_FAILED("gateway.upstream-failed", 502),
    BUSY("gateway.busy", 503),
    IDENTITY_UNAVAILABLE("gateway.identity-unavailable", 503),
    CONTRACT_INCOMPLETE("gateway.contract-incomplete", 503),
    UPSTREAM_TOO_SLOW("gateway.upstream-too-slow", 504);

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

    /** The same request may succeed later; an unsafe one with the same Idempotency-Key. */
    boolean retryable() {
        return status >= 502;
    }
}
