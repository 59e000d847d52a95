package vn.gov.hanoi.evaluation.discipline;

/** What a sanction forbids as long as it lasts. */
enum Ban {
    /** Bổ nhiệm: to a higher post; to a lower or the same one may be allowed. */
    APPOINTMENT,
    /** Quy hoạch. */
    PLANNING,
    /** Cử đi đào tạo, bồi dưỡng. */
    TRAINING,
    /** Dự tuyển, thi tuyển chức danh lãnh đạo, quản lý. */
    CANDIDACY
}
