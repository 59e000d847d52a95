package vn.gov.hanoi.evaluation.monthly;

import vn.gov.hanoi.evaluation.ruleset.Calendar;

/** How far a sheet has come. */
enum SheetState {
    OPENED,
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
    LOCKED;

    /** Whether the result has been told. */
    boolean isTold() {
        return this == PUBLISHED || this == LOCKED;
    }

    static SheetState of(Calendar.State step) {
        return valueOf(step.name());
    }
}
