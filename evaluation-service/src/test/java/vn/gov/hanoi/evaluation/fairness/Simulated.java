package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * Raters by the dice: the agencies of fair ones differ a little, so do their people and the months of each; points end at 100 and most are
 * whole or half. A test may make one of them lenient.
 */
final class Simulated {
    static final YearMonth FROM = YearMonth.of(2026, 1);
    static final Cell.Kin KIN = new Cell.Kin("WARD", "CIVIL_SERVANT");
    static final Limits LIMITS = new Limits(5, 10, new BigDecimal("0.0005"));
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double OF_AGENCIES = 1.5;
    private static final double OF_PEOPLE = 4;
    private static final double OF_MONTHS = 2;

    private final Random dice;

    Simulated(long seed) {
        this.dice = new Random(seed);
    }

    /** @param bias points that the rater gives besides, by rater and month from 0 */
    List<Cell> cells(int raters, int months, IntToDoubleFunction mean, ToDoubleBiFunction<Integer, Integer> bias) {
        var cells = new ArrayList<Cell>();
        for (int rater = 0; rater < raters; rater++) {
            var who = new Cell.Rater(new UUID(1, rater), true);
            double own = mean.applyAsDouble(rater) + OF_AGENCIES * dice.nextGaussian();
            var people = dice.doubles(10 + dice.nextInt(40), -1, 1)
                    .map(_ -> OF_PEOPLE * dice.nextGaussian())
                    .toArray();
            for (int month = 0; month < months; month++) {
                long halves = 0;
                long squares = 0;
                for (double person : people) {
                    double points = own + person + OF_MONTHS * dice.nextGaussian() + bias.applyAsDouble(rater, month);
                    long given = Math.round(Math.clamp(points, 0, 100) * 2);
                    halves += given;
                    squares += given * given;
                }
                var moments = new Moments(
                        people.length,
                        BigDecimal.valueOf(halves).multiply(HALF),
                        BigDecimal.valueOf(squares).multiply(HALF).multiply(HALF));
                cells.add(new Cell(who, KIN, new UUID(2, rater), FROM.plusMonths(month), moments));
            }
        }
        return cells;
    }

    List<Cell> fair(int raters, int months) {
        return cells(raters, months, _ -> 86, (_, _) -> 0);
    }
}
