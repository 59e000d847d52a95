package vn.gov.hanoi.training.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.training.quality.QualityRules.Kind;

/**
 * A quality evaluation of a class.
 *
 * @param closesOn last day of answers
 * @param invited how many may answer
 * @param answered how many did
 */
record Survey(
        UUID id,
        UUID classId,
        String classTitle,
        Kind kind,
        int formVersion,
        LocalDate opensOn,
        LocalDate closesOn,
        int invited,
        int answered) {
    private static final int SCALE = 4;

    /** Why results are not shown. */
    enum Suppression {
        /** More answers may come: the difference of two readings would be somebody's answer. */
        STILL_OPEN,
        TOO_FEW_ANSWERS,
        NONE
    }

    boolean isOpen(LocalDate today) {
        return !today.isBefore(opensOn) && !today.isAfter(closesOn);
    }

    Suppression suppression(LocalDate today, int leastAnswers) {
        if (!today.isAfter(closesOn) && answered < invited) {
            return Suppression.STILL_OPEN;
        }
        return answered < leastAnswers ? Suppression.TOO_FEW_ANSWERS : Suppression.NONE;
    }

    /** Mean of the choices, scale 4, HALF_UP; the counts are not empty. */
    static BigDecimal mean(Map<Integer, Integer> counts) {
        var sum = BigDecimal.ZERO;
        var number = BigDecimal.ZERO;
        for (var each : counts.entrySet()) {
            var times = BigDecimal.valueOf(each.getValue());
            sum = sum.add(times.multiply(BigDecimal.valueOf(each.getKey())));
            number = number.add(times);
        }
        return sum.divide(number, SCALE, RoundingMode.HALF_UP);
    }
}
