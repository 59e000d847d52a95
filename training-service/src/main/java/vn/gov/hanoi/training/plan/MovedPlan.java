package vn.gov.hanoi.training.plan;

import java.util.Map;
import java.util.UUID;

/**
 * What a moving decision made.
 *
 * @param commitments successors of commitments
 * @param lines lines that took quota, by the line that gave it and the unit that took it
 */
public record MovedPlan(UUID decisionId, Map<UUID, UUID> commitments, Map<LineKey, UUID> lines) {
    /** A line and the unit that takes from it. */
    public record LineKey(UUID lineId, UUID unitId) {}
}
