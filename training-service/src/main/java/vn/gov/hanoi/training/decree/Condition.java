package vn.gov.hanoi.training.decree;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A condition of who is sent, as it was found.
 *
 * @param evidence facts that were looked at; no birth date
 */
public record Condition(Code code, Verdict verdict, Map<String, Object> evidence) {
    public Condition {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }

    /** What is asked for. */
    public enum Code {
        IN_SERVICE,
        NO_TRAINING_BAN,
        SENIORITY,
        EVALUATION,
        AGE,
        FIELD_FITS,
        PROBATION_FINISHED,
        PRIORITY_GROUP,
        PROGRAMME_MET
    }

    /** What was found; UNKNOWN while a fact is missing. */
    public enum Verdict {
        MET,
        NOT_MET,
        UNKNOWN
    }

    static Condition of(Code code, boolean met, Map<String, Object> evidence) {
        return new Condition(code, met ? Verdict.MET : Verdict.NOT_MET, evidence);
    }

    static Condition unknown(Code code, Map<String, Object> evidence) {
        return new Condition(code, Verdict.UNKNOWN, evidence);
    }
}
