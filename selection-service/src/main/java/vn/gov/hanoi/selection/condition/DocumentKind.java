package vn.gov.hanoi.selection.condition;

/** Kinds of documents in a dossier. */
public enum DocumentKind {
    /** Quyết định phê duyệt quy hoạch: the person stands in the plan of the post or an equivalent one. */
    PLANNING_DECISION,
    /** Nomination by the leadership collective of the appointing authority. */
    NOMINATION,
    /** Written consent of the party committee to a nomination. */
    PARTY_CONSENT,
    /** Hồ sơ cá nhân: the verified personal file. */
    PERSONAL_FILE,
    /** Bản kê khai tài sản, thu nhập. */
    ASSET_DECLARATION,
    /** Giấy khám sức khỏe. */
    HEALTH_CERTIFICATE,
    /** Confirmation that the person is not examined, investigated, prosecuted or tried. */
    EXAMINATION_CLEARANCE,
    /** Chứng chỉ quản lý nhà nước. */
    STATE_MANAGEMENT_CERTIFICATE,
    /** Bằng, chứng chỉ lý luận chính trị. */
    POLITICAL_THEORY_CERTIFICATE,
    OTHER
}
