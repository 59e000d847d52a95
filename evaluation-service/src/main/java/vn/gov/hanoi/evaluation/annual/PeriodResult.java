package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * The one result that stands for a month or quarter. Old units send theirs to the new one (Decree 335/2025, art. 21).
 *
 * @param grade null if not rated
 * @param score 0..100 and exact; null if not rated
 * @param notRated why there is no rating; null if there is one
 */
public record PeriodResult(
        Period period,
        UUID unitId,
        @Nullable Grade grade,
        @Nullable BigDecimal score,
        @Nullable NotRatedReason notRated) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public PeriodResult {
        if ((grade == null) == (notRated == null) || (grade == null) != (score == null)) {
            throw new IllegalArgumentException("a period is rated with points, or not rated for a reason: " + period);
        }
        if (score != null && (score.signum() < 0 || score.compareTo(MOST) > 0)) {
            throw new IllegalArgumentException("points outside 0..100: " + score);
        }
    }

    public static PeriodResult rated(Period period, UUID unitId, Grade grade, BigDecimal score) {
        return new PeriodResult(period, unitId, grade, score, null);
    }

    public static PeriodResult notRated(Period period, UUID unitId, NotRatedReason reason) {
        return new PeriodResult(period, unitId, null, null, reason);
    }

    boolean isRated() {
        return grade != null;
    }

    BigDecimal points() {
        return Objects.requireNonNull(score);
    }

    String text() {
        return notRated == null ? grade + " " + Texts.number(points()) : notRated.name();
    }
}
