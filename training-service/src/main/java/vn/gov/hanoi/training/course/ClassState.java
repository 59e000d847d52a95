package vn.gov.hanoi.training.course;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a class has come. RUNNING and CERTIFIED are never stored: an opened class runs from its first class day on. */
public enum ClassState {
    OPENED,
    RUNNING,
    DELIVERED,
    /** Everybody who passed a delivered class has a certificate that is not revoked. Only shown: acts take it for DELIVERED. */
    CERTIFIED,
    CANCELLED;

    /**
     * The state on a day.
     *
     * @param stored OPENED, DELIVERED or CANCELLED
     * @param firstDay first class day; null while there are no sessions
     */
    static ClassState on(ClassState stored, @Nullable LocalDate firstDay, LocalDate day) {
        return stored == OPENED && firstDay != null && !day.isBefore(firstDay) ? RUNNING : stored;
    }

    /** Whether the class may still come to an end. */
    public boolean isOpen() {
        return this == OPENED || this == RUNNING;
    }
}
