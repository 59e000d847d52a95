package vn.gov.hanoi.selection.result;

/** How far a result has come: what the council works on, has submitted, the authority has recognised, everybody may know. */
enum ResultState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHED
}
