package vn.gov.hanoi.evaluation.workday;

/** Why a day is worked or not. */
public enum DayKind {
    WORKING(true),
    /** Weekly day off that is worked in place of another day (làm bù). */
    WORKED_IN_PLACE(true),
    /** Weekly day off (nghỉ hằng tuần). */
    WEEKLY(false),
    /** Holiday by the solar calendar. */
    FIXED_HOLIDAY(false),
    /** Holiday by the lunar calendar: Tết, Hùng Kings' Day. */
    LUNAR_HOLIDAY(false),
    /** Day off because a holiday fell on a weekly day off (nghỉ bù). */
    IN_PLACE_OF_HOLIDAY(false),
    /** Day off that is worked on another day (hoán đổi ngày làm việc). */
    SWAPPED(false);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean isWorking() {
        return working;
    }
}
