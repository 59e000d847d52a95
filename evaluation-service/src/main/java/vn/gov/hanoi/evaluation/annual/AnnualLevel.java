package vn.gov.hanoi.evaluation.annual;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** What the rules say about a year. */
public sealed interface AnnualLevel {
    /** The year has no level. It is not the lowest level and not zero; the person is still reviewed (kiểm điểm). */
    record NotRated(Reason reason) implements AnnualLevel {
        public enum Reason {
            /** Served less than the rules ask for. */
            SERVICE_TOO_SHORT,
            /** No month or quarter has a rating. */
            NO_RATED_PERIOD
        }
    }

    /**
     * The year has a level, which the authority decides.
     *
     * @param found best level whose conditions are all proved, inside the limit; null if none is
     * @param suggestion what the rules suggest; null if the conditions leave a gap or too little is known
     * @param limit best level that the authority may decide; always at or above found and suggestion
     */
    record Rated(@Nullable Grade found, @Nullable Grade suggestion, Grade limit) implements AnnualLevel {}
}
