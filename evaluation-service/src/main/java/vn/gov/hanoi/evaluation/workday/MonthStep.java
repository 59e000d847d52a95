package vn.gov.hanoi.evaluation.workday;

/** Steps of a month's evaluation that have a deadline, in their order. */
public enum MonthStep {
    /** Giao việc, đăng ký nhiệm vụ. */
    PLANNED,
    /** Tự chấm điểm. */
    SELF_SCORED,
    /** Tập thể nhận xét. */
    COLLECTIVE_REVIEWED,
    /** Quản lý trực tiếp chấm điểm. */
    MANAGER_SCORED,
    /** Người đứng đầu quyết định xếp loại. */
    DECIDED,
    /** Công khai, thông báo. */
    PUBLISHED,
    /** Khóa kỳ. */
    LOCKED
}
