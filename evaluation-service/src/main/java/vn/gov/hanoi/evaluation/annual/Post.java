package vn.gov.hanoi.evaluation.annual;

import java.util.UUID;

/**
 * A post held at the end of the year.
 *
 * @param rank 1 for the highest of the person's posts
 */
public record Post(UUID unitId, int rank, Role role) {
    public enum Role {
        /** Người đứng đầu. */
        HEAD,
        /** Cấp phó của người đứng đầu. */
        DEPUTY,
        STAFF
    }

    boolean isLeading() {
        return role != Role.STAFF;
    }
}
