package vn.gov.hanoi.evaluation.imports;

import vn.gov.hanoi.evaluation.problem.EvaluationProblem;

/** Why a row as a whole cannot be read. The rows behind it can. */
public enum RowFault {
    /** CSV: a quote is not closed, or something follows the closing quote. */
    QUOTE_BROKEN(EvaluationProblem.IMPORT_QUOTE_BROKEN),
    /** NDJSON: the line is not one JSON object. */
    JSON_MALFORMED(EvaluationProblem.IMPORT_JSON_MALFORMED),
    /** NDJSON: a property is not in the template. */
    PROPERTY_UNKNOWN(EvaluationProblem.IMPORT_PROPERTY_UNKNOWN),
    /** NDJSON: a property stands twice in the object. */
    PROPERTY_TWICE(EvaluationProblem.IMPORT_PROPERTY_TWICE);

    private final EvaluationProblem problem;

    RowFault(EvaluationProblem problem) {
        this.problem = problem;
    }

    EvaluationProblem problem() {
        return problem;
    }

    /** Whether the line is an object at least. */
    boolean isObject() {
        return this == PROPERTY_UNKNOWN || this == PROPERTY_TWICE;
    }
}
