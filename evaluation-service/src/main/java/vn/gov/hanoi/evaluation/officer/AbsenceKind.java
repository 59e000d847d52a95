package vn.gov.hanoi.evaluation.officer;

/** Why an officer is away. */
enum AbsenceKind {
    ANNUAL_LEAVE,
    SICK_LEAVE,
    /** Thai sản. */
    MATERNITY,
    STUDY,
    UNPAID_LEAVE,
    /** Tạm đình chỉ công tác. */
    SUSPENSION,
    OTHER
}
