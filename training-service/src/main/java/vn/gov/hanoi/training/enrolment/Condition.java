package vn.gov.hanoi.training.enrolment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition of a learner as it was found.
 *
 * @param evidence facts on which the verdict rests; days are texts; no names
 */
record Condition(Code code, Verdict verdict, Map<String, Object> evidence) {
    Condition {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /** In the order in which they are told. */
    enum Code {
        IN_SERVICE,
        UNIT_INVITED,
        CATEGORY_TARGETED,
        NO_TRAINING_BAN,
        COURSE_NOT_PASSED,
        DAYS_FREE
    }

    /** UNKNOWN does not refuse: who approves decides with that knowledge. */
    enum Verdict {
        MET,
        NOT_MET,
        UNKNOWN
    }

    static Condition met(Code code, Map<String, Object> evidence) {
        return new Condition(code, Verdict.MET, evidence);
    }

    static Condition notMet(Code code, Map<String, Object> evidence) {
        return new Condition(code, Verdict.NOT_MET, evidence);
    }

    static Condition unknown(Code code) {
        return new Condition(code, Verdict.UNKNOWN, Map.of());
    }
}
