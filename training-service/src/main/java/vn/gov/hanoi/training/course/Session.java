package vn.gov.hanoi.training.course;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A session (buổi) of a class, in Hanoi time.
 *
 * @param hours taught, above zero, scale 2; breaks make them fewer than from start to end
 * @param lecturer null while nobody is named
 */
public record Session(
        LocalDate day,
        LocalTime startsAt,
        LocalTime endsAt,
        BigDecimal hours,
        String place,
        @Nullable String lecturer) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    boolean overlaps(Session other) {
        return day.equals(other.day) && startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    boolean isLongerThanItsTime() {
        var minutes = BigDecimal.valueOf(Duration.between(startsAt, endsAt).toMinutes());
        return hours.multiply(MINUTES).compareTo(minutes) > 0;
    }
}
