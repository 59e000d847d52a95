package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The lawyer's check of a whole rule set.
 *
 * @param by who checked; null before the check
 * @param date day of the check; null before the check
 * @param note what is to be checked, or what the check says; null if nothing
 */
public record LegalCheck(
        @Nullable String by,
        @Nullable LocalDate date,
        @Nullable String note) {
    public boolean isDone() {
        return by != null && date != null;
    }
}
