package vn.gov.hanoi.evaluation.discipline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/**
 * One revision of the decision on a case; it never changes but for being superseded.
 *
 * @param number of the revision, from 1
 * @param person as on the day of the signature
 * @param regime period of law by which the form was chosen
 * @param document the decision that the sanction rests on
 * @param ground the decision that gave this revision; that of the sanction for the first one
 * @param reason why it was corrected or lifted; null for the first revision
 * @param supersedes null for the first
 */
record DisciplineDecision(
        UUID id,
        UUID caseId,
        UUID officerId,
        int number,
        Person person,
        String regime,
        Sanction sanction,
        boolean inDuty,
        Decision document,
        Decision ground,
        @Nullable Reason reason,
        DisciplineCase.Mark mark,
        @Nullable UUID supersedes,
        @Nullable Instant supersededAt) {
    record Person(UUID unitId, Category category, boolean leader) {}

    boolean isLifted() {
        return sanction.liftedOn() != null;
    }
}
