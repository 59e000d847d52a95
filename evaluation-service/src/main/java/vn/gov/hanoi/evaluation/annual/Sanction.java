package vn.gov.hanoi.evaluation.annual;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disciplinary decision.
 *
 * @param form form of discipline, for example {@code REPRIMAND} (khiển trách)
 * @param decidedOn in Hanoi
 * @param inDuty whether the violation was in duty; null if nobody has recorded it
 * @param partyOnly discipline of the party without one of the state
 * @param source where it is recorded; no personal data
 */
public record Sanction(
        String form, LocalDate decidedOn, @Nullable Boolean inDuty, boolean partyOnly, String source) {
    String text() {
        return "%s %s %s"
                .formatted(
                        form,
                        decidedOn,
                        partyOnly ? "PARTY" : inDuty == null ? "UNKNOWN" : inDuty ? "DUTY" : "PRIVATE");
    }
}
