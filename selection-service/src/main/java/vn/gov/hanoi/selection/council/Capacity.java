package vn.gov.hanoi.selection.council;

/** In which capacity somebody sits. */
enum Capacity {
    /** Chair of the council (chủ tịch), head of a board (trưởng ban). */
    HEAD,
    /** Secretary of the council (ủy viên thư ký); a full member. */
    SECRETARY,
    MEMBER
}
