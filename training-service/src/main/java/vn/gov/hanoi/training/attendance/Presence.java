package vn.gov.hanoi.training.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * How much of a class a learner attended, by hours of class days.
 *
 * @param attended hours of the days with a mark that counts
 * @param total hours of all class days, above zero
 */
record Presence(BigDecimal attended, BigDecimal total) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 4;

    /**
     * Sums up.
     *
     * @param hours of each class day
     * @param counts whether the mark of a day counts; days without a mark do not
     */
    static Presence of(Map<LocalDate, BigDecimal> hours, Map<LocalDate, Boolean> counts) {
        var attended = BigDecimal.ZERO;
        var total = BigDecimal.ZERO;
        for (var day : hours.entrySet()) {
            total = total.add(day.getValue());
            if (counts.getOrDefault(day.getKey(), false)) {
                attended = attended.add(day.getValue());
            }
        }
        return new Presence(attended, total);
    }

    /** Compared exactly, before any rounding. */
    boolean reaches(BigDecimal percent) {
        return attended.multiply(HUNDRED).compareTo(percent.multiply(total)) >= 0;
    }

    /** 0-100, scale 4, rounded down: who lacks a minute does not appear to have reached the minimum. */
    BigDecimal percent() {
        return total.signum() == 0
                ? BigDecimal.ZERO.setScale(SCALE)
                : attended.multiply(HUNDRED).divide(total, SCALE, RoundingMode.DOWN);
    }
}
