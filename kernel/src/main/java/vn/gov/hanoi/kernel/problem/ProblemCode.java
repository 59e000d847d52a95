package vn.gov.hanoi.kernel.problem;

/** An entry of a service's problem catalogue; each service keeps one enum of them, with texts in problems_vi and problems_en. */
public interface ProblemCode {
    /** Stable code {@code area.kebab-case}; clients decide on it. */
    String code();

    /** HTTP status, 400-599. */
    int status();

    /** Whether the same request may succeed later without change. */
    default boolean retryable() {
        return false;
    }
}
