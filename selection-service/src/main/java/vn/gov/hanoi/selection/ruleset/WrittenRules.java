package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of the written round in force on one day, and the marks that follow from them; sources stand beside the values in selection_defaults.
 *
 * @param minutes length of the paper
 * @param maximum points of a script, 100 (Ministry of Health pilot)
 * @param passMark points needed to go on, 50; compared with the exact mark
 * @param spreadPercent widest gap of two markings, in percent of the maximum, that needs no third (Circular 06/2020/TT-BNV by analogy)
 * @param third what a third marking is for
 * @param lateMinutes who is later does not sit
 * @param deductions percent of the mark that a violation costs; 100 excludes
 * @param objectionDays days to object from the day of publication
 * @param remarkDays days to mark again, after those
 */
public record WrittenRules(
        int minutes,
        BigDecimal maximum,
        BigDecimal passMark,
        BigDecimal spreadPercent,
        ThirdMark third,
        int lateMinutes,
        Map<Violation, Integer> deductions,
        int objectionDays,
        int remarkDays) {
    private static final List<String> CODES = List.of(
            "WRITTEN_MINUTES",
            "WRITTEN_MAXIMUM",
            "WRITTEN_PASS_MARK",
            "WRITTEN_SPREAD_PERCENT",
            "WRITTEN_THIRD_MARK",
            "WRITTEN_LATE_MINUTES",
            "WRITTEN_DEDUCTIONS",
            "OBJECTION_DAYS",
            "REMARK_DAYS");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXCLUDES = 100;
    private static final int MARKINGS = 2;

    public WrittenRules {
        deductions = Map.copyOf(deductions);
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(CODES);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static WrittenRules from(Map<String, String> values) {
        return new WrittenRules(
                Integer.parseInt(value(values, "WRITTEN_MINUTES")),
                new BigDecimal(value(values, "WRITTEN_MAXIMUM")),
                new BigDecimal(value(values, "WRITTEN_PASS_MARK")),
                new BigDecimal(value(values, "WRITTEN_SPREAD_PERCENT")),
                ThirdMark.valueOf(value(values, "WRITTEN_THIRD_MARK")),
                Integer.parseInt(value(values, "WRITTEN_LATE_MINUTES")),
                deductions(value(values, "WRITTEN_DEDUCTIONS")),
                Integer.parseInt(value(values, "OBJECTION_DAYS")),
                Integer.parseInt(value(values, "REMARK_DAYS")));
    }

    private static Map<Violation, Integer> deductions(String text) {
        var found = new EnumMap<Violation, Integer>(Violation.class);
        Arrays.stream(text.split(","))
                .map(each -> each.split(":"))
                .forEach(each -> found.put(Violation.valueOf(each[0]), Integer.parseInt(each[1])));
        return found;
    }

    private static String value(Map<String, String> values, String code) {
        return Objects.requireNonNull(values.get(code), code);
    }

    /** Whether two markings lie too far apart; exactly at the limit they do not. */
    public boolean liesTooFarApart(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().multiply(HUNDRED).compareTo(spreadPercent.multiply(maximum)) > 0;
    }

    /**
     * The mark of a script, exact: the mean of two markings that lie near enough; with a third one, by the rule.
     *
     * @param markings points in the order of the markings, none to three
     * @return empty as long as a marking is missing
     */
    public Optional<BigDecimal> mark(List<BigDecimal> markings) {
        if (markings.size() < MARKINGS) {
            return Optional.empty();
        }
        if (markings.size() == MARKINGS) {
            return liesTooFarApart(markings.getFirst(), markings.getLast())
                    ? Optional.empty()
                    : Optional.of(mean(markings.getFirst(), markings.getLast()));
        }
        return Optional.of(third == ThirdMark.THIRD_DECIDES ? markings.getLast() : nearestTwo(markings));
    }

    private static BigDecimal nearestTwo(List<BigDecimal> markings) {
        var sorted = markings.stream().sorted().toList();
        var low = sorted.get(0);
        var middle = sorted.get(1);
        var high = sorted.get(2);
        int nearer = middle.subtract(low).compareTo(high.subtract(middle));
        if (nearer == 0) {
            return middle; // halfway, which is the mean of all three
        }
        return nearer < 0 ? mean(low, middle) : mean(middle, high);
    }

    private static BigDecimal mean(BigDecimal one, BigDecimal other) {
        return one.add(other).divide(TWO, MathContext.DECIMAL128);
    }

    /** Percent that the violations cost together, at most 100. */
    public int deduction(Collection<Violation> violations) {
        return Math.min(
                EXCLUDES,
                violations.stream()
                        .mapToInt(each -> deductions.getOrDefault(each, 0))
                        .sum());
    }

    public boolean excludes(Collection<Violation> violations) {
        return deduction(violations) == EXCLUDES;
    }

    /** What is left of an exact mark. */
    public static BigDecimal deducted(BigDecimal mark, int percent) {
        return mark.multiply(BigDecimal.valueOf(100L - percent)).divide(HUNDRED, MathContext.DECIMAL128);
    }

    /** By the exact mark: 49.996 is shown as 50.00 and does not pass. */
    public boolean passes(BigDecimal mark) {
        return mark.compareTo(passMark) >= 0;
    }

    /** As it is shown: two decimals, half up. */
    public static BigDecimal shown(BigDecimal mark) {
        return mark.setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * Last day to object to what is published on a day. A time that ends on a day off ends on the next working day (Civil Code 2015 art. 148 cl. 5).
     *
     * @param daysOff days off that fall on Monday to Friday
     */
    public LocalDate objectionsUntil(LocalDate published, Set<LocalDate> daysOff) {
        return workingDay(published.plusDays(objectionDays), daysOff);
    }

    /** Last day to have marked again. */
    public LocalDate remarkUntil(LocalDate published, Set<LocalDate> daysOff) {
        return workingDay(objectionsUntil(published, daysOff).plusDays(remarkDays), daysOff);
    }

    private static LocalDate workingDay(LocalDate day, Set<LocalDate> daysOff) {
        var next = day;
        while (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || daysOff.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
