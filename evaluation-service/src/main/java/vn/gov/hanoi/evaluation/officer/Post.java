package vn.gov.hanoi.evaluation.officer;

import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A post of an officer in a unit (vị trí công tác), by a decision, from a day to a day.
 *
 * @param id stays the same through corrections
 * @param leader whether it is a leading post (chức vụ lãnh đạo, quản lý)
 * @param main whether it is the main post; an officer has one at a time
 * @param category legal category of the holder in this post
 */
record Post(
        UUID id,
        UUID unitId,
        Position position,
        String title,
        boolean leader,
        boolean main,
        PostKind kind,
        Category category,
        Validity validity,
        String decisionNumber) {
    /** The same post in another time. */
    Post during(Validity when) {
        return new Post(id, unitId, position, title, leader, main, kind, category, when, decisionNumber);
    }
}
