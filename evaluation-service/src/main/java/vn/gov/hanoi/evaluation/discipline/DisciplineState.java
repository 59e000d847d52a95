package vn.gov.hanoi.evaluation.discipline;

/** How far a case has come. */
enum DisciplineState {
    /** Đang xem xét: a violation was detected. */
    OPENED,
    /** Đã đề xuất: a form is proposed. */
    PROPOSED,
    /** Hội đồng kỷ luật đã họp: a council was heard on the proposal. */
    COUNCIL,
    /** Tạm dừng xem xét: the clock stands still. */
    SUSPENDED,
    /** Đã quyết định: a sanction was imposed. */
    DECIDED,
    /** Kết thúc: without a sanction, or after it has ended. */
    CLOSED,
    /** Được minh oan, khôi phục quyền lợi: the violation is not established. */
    ACQUITTED,
    /** Hết thời hiệu, thời hạn: nobody may be disciplined for it any more. */
    EXPIRED;

    /** Whether it is still being looked at. */
    boolean isPending() {
        return compareTo(DECIDED) < 0;
    }

    /** Whether somebody works on it now. */
    boolean isRunning() {
        return compareTo(SUSPENDED) < 0;
    }
}
