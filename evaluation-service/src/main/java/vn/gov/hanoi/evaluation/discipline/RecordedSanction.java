package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A revision of a sanction as other rooms use it.
 *
 * @param number of the decision
 * @param signedOn day of the decision
 * @param effectiveOn first day of the sanction
 * @param inDuty whether the violation was in duty
 * @param stands false for a revision that was corrected or lifted
 */
public record RecordedSanction(
        UUID caseId,
        UUID officerId,
        String form,
        String number,
        LocalDate signedOn,
        LocalDate effectiveOn,
        boolean inDuty,
        boolean stands) {
    /** How records that rest on it name it; no personal data. */
    public String source() {
        return "discipline-cases/" + caseId;
    }
}
