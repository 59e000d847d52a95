package vn.gov.hanoi.training.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class as another room sees it.
 *
 * @param unitId unit that holds it
 * @param state as of today
 * @param hosted whether the unit is within the caller's scope; if not, the caller's units are invited
 * @param outcomes learners that have an outcome
 * @param minimumAttendancePercent 0-100, scale 4; null for none
 * @param scoreMaximum above zero, scale 4; null if nothing is scored
 * @param targetCategories empty for all
 */
public record ClassFacts(
        UUID id,
        long version,
        UUID unitId,
        UUID planLineId,
        int year,
        String title,
        @Nullable String courseCode,
        ClassState state,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean hosted,
        int outcomes,
        @Nullable BigDecimal minimumAttendancePercent,
        @Nullable BigDecimal scoreMaximum,
        @Nullable BigDecimal passMark,
        List<String> targetCategories,
        Timetable timetable) {
    public ClassFacts {
        targetCategories = List.copyOf(targetCategories);
    }
}
