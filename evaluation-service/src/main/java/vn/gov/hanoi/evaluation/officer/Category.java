package vn.gov.hanoi.evaluation.officer;

/** Legal category of a person in the City's service. */
public enum Category {
    /** Cán bộ. */
    CADRE,
    /** Công chức. */
    CIVIL_SERVANT,
    /** Viên chức. */
    PUBLIC_EMPLOYEE,
    /** Người lao động hợp đồng. */
    CONTRACT_WORKER,
    /** Người hoạt động không chuyên trách ở cấp xã. */
    COMMUNE_PART_TIME
}
