package vn.gov.hanoi.evaluation.annual;

/** Whom a condition or consequence is for. */
enum Audience {
    ALL,
    /** Người giữ chức vụ lãnh đạo, quản lý. */
    LEADER,
    OTHER;

    boolean includes(boolean leader) {
        return this == ALL || (this == LEADER) == leader;
    }
}
