package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period in which a case is handled (thời hạn xử lý kỷ luật): days from the detection, without those of a suspension.
 *
 * @param discoveredOn the days are counted from the next one on
 * @param days 90, or 150 for a complex case
 * @param suspensions one after the other
 */
record HandlingClock(LocalDate discoveredOn, int days, List<Suspension> suspensions) {
    HandlingClock {
        suspensions = List.copyOf(suspensions);
    }

    /**
     * Consideration was suspended.
     *
     * @param ground code of the rules
     * @param from first day that does not count
     * @param until first day that counts again; null while it lasts
     * @param document what proves the ground
     */
    record Suspension(
            String ground, LocalDate from, @Nullable LocalDate until, String document) {
        Suspension resumed(LocalDate day) {
            return new Suspension(ground, from, day, document);
        }
    }

    /** The last day to decide; empty while the clock stands still. */
    Optional<LocalDate> dueOn() {
        long still = 0;
        for (var each : suspensions) {
            if (each.until() == null) {
                return Optional.empty();
            }
            still += ChronoUnit.DAYS.between(each.from(), each.until());
        }
        return Optional.of(discoveredOn.plusDays(days + still));
    }

    /** Whether the last day is over. */
    boolean isOver(LocalDate today) {
        return dueOn().filter(today::isAfter).isPresent();
    }

    /** The first day from which a further suspension may run: after the detection, and after the one before. */
    LocalDate mayStandFrom() {
        return suspensions.isEmpty()
                ? discoveredOn.plusDays(1)
                : Optional.ofNullable(suspensions.getLast().until()).orElse(LocalDate.MAX);
    }
}
