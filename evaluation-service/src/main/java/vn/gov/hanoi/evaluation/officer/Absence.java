package vn.gov.hanoi.evaluation.officer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Days on which an officer is away. The kind can tell of health or family, so it is never told in events.
 *
 * @param version of the record, from 1
 */
record Absence(
        UUID id,
        UUID officerId,
        long version,
        AbsenceKind kind,
        Validity validity,
        @Nullable String decisionNumber) {
    Absence correct(AbsenceApi.AbsenceRequest right) {
        return new Absence(id, officerId, version + 1, right.kind(), right.validity(), right.decisionNumber());
    }

    boolean says(AbsenceApi.AbsenceRequest request) {
        return kind == request.kind()
                && validity.equals(request.validity())
                && java.util.Objects.equals(decisionNumber, request.decisionNumber());
    }
}
