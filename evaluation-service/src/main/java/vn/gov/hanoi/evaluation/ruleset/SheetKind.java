package vn.gov.hanoi.evaluation.ruleset;

import vn.gov.hanoi.evaluation.officer.Category;

/** Which score sheet a person has. */
public enum SheetKind {
    STAFF,
    /** With the items of leadership, direction and unity. */
    LEADER,
    /** The short sheet of contract workers. */
    CONTRACT;

    /** @param leader whether the post is a leading or managing one on the last day of the period */
    public static SheetKind of(Category category, boolean leader) {
        if (leader) {
            return LEADER;
        }
        return category == Category.CONTRACT_WORKER ? CONTRACT : STAFF;
    }
}
