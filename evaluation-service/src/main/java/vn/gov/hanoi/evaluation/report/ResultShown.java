package vn.gov.hanoi.evaluation.report;

import static vn.gov.hanoi.evaluation.report.ResultFigure.A;
import static vn.gov.hanoi.evaluation.report.ResultFigure.B;
import static vn.gov.hanoi.evaluation.report.ResultFigure.C;
import static vn.gov.hanoi.evaluation.report.ResultFigure.D;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.ResultApi.HeadFigures;
import vn.gov.hanoi.evaluation.report.ResultApi.NotRatedCount;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultFigures;

/**
 * Figures as an answer tells them. Pure. A mean is told to a tenth of a point, as fairness flags tell theirs, so that one corrected result
 * does not show in it.
 *
 * @param smallestGroup fewest rated people of whom a mean is told; null if means are not for the caller
 */
record ResultShown(ResultKind kind, @Nullable Integer smallestGroup) {
    private static final int SCALE = 4;
    private static final int DECIMALS_OF_POINTS = 1;
    private static final int DECIMALS_OF_SHARES = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ResultFigures of(Count count) {
        var rated = rated(count);
        return new ResultFigures(
                people(count, ResultFigure.PEOPLE),
                people(count, A),
                people(count, B),
                people(count, C),
                people(count, D),
                notRated(count),
                people(count, ResultFigure.INSUFFICIENT_DATA),
                people(count, ResultFigure.OPEN),
                rated.signum() == 0
                        ? null
                        : A.of(count).multiply(HUNDRED).divide(rated, DECIMALS_OF_SHARES, RoundingMode.HALF_UP),
                new HeadFigures(
                        people(count, ResultFigure.HEADS),
                        people(count, ResultFigure.HEADS_A),
                        people(count, ResultFigure.HEADS_B),
                        people(count, ResultFigure.HEADS_C),
                        people(count, ResultFigure.HEADS_D)),
                mean(count, rated));
    }

    private static BigDecimal rated(Count count) {
        return A.of(count).add(B.of(count)).add(C.of(count)).add(D.of(count));
    }

    private @Nullable BigDecimal mean(Count count, BigDecimal rated) {
        if (smallestGroup == null || rated.signum() == 0 || rated.compareTo(BigDecimal.valueOf(smallestGroup)) < 0) {
            return null;
        }
        return ResultFigure.POINTS
                .of(count)
                .divide(rated, DECIMALS_OF_POINTS, RoundingMode.HALF_UP)
                .setScale(SCALE);
    }

    private static BigDecimal people(Count count, ResultFigure figure) {
        return shown(figure.of(count));
    }

    private static BigDecimal shown(BigDecimal people) {
        return people.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private List<NotRatedCount> notRated(Count count) {
        var found = new ArrayList<NotRatedCount>();
        for (int i = 0; i < kind.reasons().size(); i++) {
            found.add(new NotRatedCount(kind.reasons().get(i), shown(count.at(ResultFigure.REASONS + i))));
        }
        return found;
    }
}
