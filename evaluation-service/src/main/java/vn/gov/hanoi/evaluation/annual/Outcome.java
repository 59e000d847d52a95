package vn.gov.hanoi.evaluation.annual;

/** Answer to a condition. */
public enum Outcome {
    MET,
    NOT_MET,
    /** Nobody has recorded what the condition asks for. Never taken as met. */
    UNKNOWN;

    static Outcome of(boolean holds) {
        return holds ? MET : NOT_MET;
    }
}
