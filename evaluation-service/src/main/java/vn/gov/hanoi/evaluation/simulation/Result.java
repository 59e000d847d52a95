package vn.gov.hanoi.evaluation.simulation;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;

/** What a sheet comes to: a grade, or none. */
enum Result {
    A,
    B,
    C,
    D,
    NOT_RATED,
    INSUFFICIENT_DATA;

    /** @param grade null unless the outcome is RATED */
    static Result of(Score.Outcome outcome, @Nullable Grade grade) {
        return grade == null ? valueOf(outcome.name()) : valueOf(grade.name());
    }
}
