package vn.gov.hanoi.evaluation.authority;

import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A post as head of a unit (người đứng đầu).
 *
 * @param acting whether it is held in the place of a regular head (phụ trách, quyền); the authority is the same
 */
public record Headship(UUID assignmentId, UUID officerId, UUID unitId, boolean acting, Validity validity) {}
