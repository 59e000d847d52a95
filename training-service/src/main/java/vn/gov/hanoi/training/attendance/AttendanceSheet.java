package vn.gov.hanoi.training.attendance;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Who was there on a class day.
 *
 * @param marks by enrolment
 */
record AttendanceSheet(UUID id, long version, UUID classId, LocalDate day, Map<UUID, String> marks) {
    AttendanceSheet {
        marks = Map.copyOf(marks);
    }
}
