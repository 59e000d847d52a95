package vn.gov.hanoi.evaluation.inspection;

import java.time.LocalDate;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Decision;

/**
 * Kế hoạch kiểm tra công vụ năm.
 *
 * @param unitId whose plan it is
 * @param rowVersion for the ETag; lines never change, so it says nothing of them
 */
record InspectionPlan(
        UUID id, UUID unitId, int year, boolean approved, Decision decision, String draftedBy, long rowVersion) {
    /** Whom it names, and when. The kind is SCHEDULED or UNANNOUNCED. */
    record Line(UUID id, UUID planId, String kind, UUID unitId, LocalDate from, LocalDate to, String subject) {}
}
