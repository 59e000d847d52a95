package vn.gov.hanoi.evaluation.quota;

import org.jspecify.annotations.Nullable;

/**
 * A group inside which the cap holds.
 *
 * @param pool id of the group it counts with if its own cap is 0 and the policy pools; null if none
 */
public record QuotaGroup(String id, Kind kind, @Nullable String pool) {
    public enum Kind {
        /** Unit of the monthly cap. */
        UNIT,
        /** Agency of the annual cap. */
        AGENCY,
        /** Group of people with similar tasks (nhóm đối tượng có nhiệm vụ tương đồng). */
        SIMILAR_TASK
    }
}
