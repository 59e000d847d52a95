package vn.gov.hanoi.training.course;

import java.time.LocalDate;

/** How far a class has come. RUNNING is never stored: an opened class runs from its first day on. */
public enum ClassState {
    OPENED,
    RUNNING,
    DELIVERED,
    CANCELLED;

    /**
     * The state on a day.
     *
     * @param stored OPENED, DELIVERED or CANCELLED
     */
    static ClassState on(ClassState stored, LocalDate startsOn, LocalDate day) {
        return stored == OPENED && !day.isBefore(startsOn) ? RUNNING : stored;
    }

    /** Whether the class may still come to an end. */
    public boolean isOpen() {
        return this == OPENED || this == RUNNING;
    }
}
