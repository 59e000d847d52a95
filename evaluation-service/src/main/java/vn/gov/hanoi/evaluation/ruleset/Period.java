package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An evaluated period (kỳ đánh giá).
 *
 * @param from first day, in Hanoi
 * @param last last day, inclusive; it selects the rule set
 */
public record Period(PeriodType type, LocalDate from, LocalDate last) implements CanonicalJson.Canonical {
    private static final Pattern WRITTEN = Pattern.compile("(?<year>(?:19|20|21)\\d\\d)"
            + "(?:-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])|(?<until>(?:19|20|21)\\d\\d)))?");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;

    public Period {
        if (last.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    @Override
    public void members(CanonicalJson out) {
        out.member("from", from).member("last", last).member("type", type);
    }

    public static Period month(YearMonth month) {
        return new Period(PeriodType.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** @param quarter 1-4 */
    public static Period quarter(int year, int quarter) {
        return months(PeriodType.QUARTER, YearMonth.of(year, (quarter - 1) * MONTHS_OF_QUARTER + 1), MONTHS_OF_QUARTER);
    }

    /** @param half 1 or 2 */
    public static Period half(int year, int half) {
        return months(PeriodType.HALF, YearMonth.of(year, (half - 1) * MONTHS_OF_HALF + 1), MONTHS_OF_HALF);
    }

    public static Period year(int year) {
        return new Period(PeriodType.YEAR, LocalDate.ofYearDay(year, 1), LocalDate.of(year, 12, 31));
    }

    /** A period as it is written: 2026-07, 2026-Q3, 2026-H2, 2026, and 2025-2030 for a term; empty for anything else. */
    public static Optional<Period> parse(String text) {
        var found = WRITTEN.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group("year"));
        if (found.group("month") != null) {
            return Optional.of(month(YearMonth.of(year, Integer.parseInt(found.group("month")))));
        }
        if (found.group("quarter") != null) {
            return Optional.of(quarter(year, Integer.parseInt(found.group("quarter"))));
        }
        if (found.group("half") != null) {
            return Optional.of(half(year, Integer.parseInt(found.group("half"))));
        }
        if (found.group("until") == null) {
            return Optional.of(year(year));
        }
        int until = Integer.parseInt(found.group("until"));
        return until < year
                ? Optional.empty()
                : Optional.of(term(LocalDate.ofYearDay(year, 1), LocalDate.of(until, 12, 31)));
    }

    /** As {@link #parse} reads it; a term by the years of its first and last day. */
    public String text() {
        int year = from.getYear();
        return switch (type) {
            case MONTH -> YearMonth.from(from).toString();
            case QUARTER -> "%d-Q%d".formatted(year, (from.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
            case HALF -> "%d-H%d".formatted(year, (from.getMonthValue() - 1) / MONTHS_OF_HALF + 1);
            case YEAR -> Integer.toString(year);
            case TERM -> "%d-%d".formatted(year, last.getYear());
        };
    }

    public static Period term(LocalDate from, LocalDate last) {
        return new Period(PeriodType.TERM, from, last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last);
    }

    /** Whether the whole of the other period lies in this one. */
    public boolean covers(Period other) {
        return contains(other.from) && contains(other.last);
    }

    private static Period months(PeriodType type, YearMonth first, int count) {
        return new Period(type, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }
}
