package vn.gov.hanoi.evaluation.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days as they were announced, written down a second time and in another form: from Monday to Friday off, on a weekend worked.
 * Answers day by day.
 */
final class OfficialDays {
    static final int FIRST_YEAR = 2018;
    static final int LAST_YEAR = 2027;

    private static final Map<Integer, String> OFF = Map.of(
            2018, "01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31",
            2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02",
            2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02",
            2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03",
            2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
            2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
            2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
            2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
            2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
            2027, "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24");

    private static final Map<Integer, String> WORKED =
            Map.of(2019, "01-05 05-04", 2024, "05-04", 2025, "04-26", 2026, "01-10 08-22");

    private static final Set<LocalDate> OFF_DAYS = days(OFF);
    private static final Set<LocalDate> WORKED_DAYS = days(WORKED);

    private OfficialDays() {}

    static boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? WORKED_DAYS.contains(day) : !OFF_DAYS.contains(day);
    }

    static Stream<LocalDate> all() {
        return LocalDate.of(FIRST_YEAR, 1, 1).datesUntil(LocalDate.of(LAST_YEAR + 1, 1, 1));
    }

    private static Set<LocalDate> days(Map<Integer, String> byYear) {
        return byYear.entrySet().stream()
                .flatMap(year -> Arrays.stream(year.getValue().split(" "))
                        .map(day -> LocalDate.parse(year.getKey() + "-" + day)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
