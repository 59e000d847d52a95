package vn.gov.hanoi.evaluation.monthly;

/** How far the period of a rating unit has come. */
enum ClosingState {
    /** Sheets are scored and decided. */
    OPEN,
    /** All results are told at once; petitions are possible. */
    PUBLISHED,
    /** Khóa kỳ: signed off with a digest. */
    LOCKED
}
