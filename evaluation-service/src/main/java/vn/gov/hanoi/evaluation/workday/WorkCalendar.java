package vn.gov.hanoi.evaluation.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;

/**
 * Working days of Vietnam, 2018 to 2027, in Hanoi's zone. Counts are exact and take the same time however far apart the days are.
 * Every question about a year without data throws {@link CalendarYearMissing}. Law: Labour Code 2012, art. 115; Labour Code 2019,
 * art. 112; swaps by the yearly announcement (legal_check).
 */
public final class WorkCalendar {
    private final String id;
    private final int version;
    private final Set<DayOfWeek> weeklyDaysOff;
    private final String weeklyBasis;
    private final List<LegalBasis> legalBasis;
    private final Map<LocalDate, CalendarDay> specialDays;
    private final LocalDate first;
    /** At i: working days among the first i days of the data. */
    private final int[] workedBefore;

    private WorkCalendar(CalendarFile file) {
        id = file.id();
        version = file.version();
        weeklyDaysOff = Set.copyOf(file.weeklyDaysOff());
        weeklyBasis = file.weeklyBasis();
        legalBasis = List.copyOf(file.legalBasis());
        specialDays = Map.copyOf(file.specialDays());
        int firstYear = file.years().getFirst().year();
        for (int i = 0; i < file.years().size(); i++) {
            if (file.years().get(i).year() != firstYear + i) {
                throw new IllegalArgumentException("years of calendar %s are not in a row".formatted(id));
            }
        }
        first = LocalDate.of(firstYear, 1, 1);
        workedBefore = counted(first.plusYears(file.years().size()));
    }

    private int[] counted(LocalDate end) {
        var counts = new int[(int) ChronoUnit.DAYS.between(first, end) + 1];
        for (int i = 0; i + 1 < counts.length; i++) {
            counts[i + 1] = counts[i] + (kindOf(first.plusDays(i)).isWorking() ? 1 : 0);
        }
        return counts;
    }

    /** The calendar of a name, for example {@code VN}. */
    public static WorkCalendar named(String name) {
        return new WorkCalendar(WorkdayData.read(name, CalendarFile.class));
    }

    /** A calendar from the text of its file. */
    static WorkCalendar parsed(String yaml) {
        return new WorkCalendar(WorkdayData.parse(yaml, CalendarFile.class));
    }

    public String id() {
        return id;
    }

    /** Grows with each change of the data; recorded beside every deadline that was computed. */
    public int version() {
        return version;
    }

    public List<LegalBasis> legalBasis() {
        return legalBasis;
    }

    public boolean covers(int year) {
        return year >= first.getYear()
                && year < first.plusDays(workedBefore.length - 1L).getYear();
    }

    public boolean isWorkingDay(LocalDate day) {
        int i = place(day);
        return workedBefore[i + 1] > workedBefore[i];
    }

    /** What a day is, and on what ground. */
    public CalendarDay describe(LocalDate day) {
        place(day);
        var special = specialDays.get(day);
        return special == null ? new CalendarDay(day, kindOf(day), null, weeklyBasis, Confidence.LAW) : special;
    }

    /**
     * The last day of a window of working days: the day of the event is not counted (Civil Code 2015, art. 147).
     *
     * @param days 0 or more; 0 gives the day itself, worked or not
     */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days to add are negative: " + days);
        }
        if (days == 0) {
            place(day);
            return day;
        }
        int sought = workedBefore[place(day) + 1] + days;
        if (sought > workedBefore[workedBefore.length - 1]) {
            throw new CalendarYearMissing(
                    id, first.plusDays(workedBefore.length - 1L).getYear());
        }
        int low = place(day);
        int high = workedBefore.length - 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (workedBefore[middle + 1] >= sought) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first.plusDays(low);
    }

    /**
     * Working days from a day, inclusive, to a day, exclusive.
     *
     * @return 0 or more; never negative, since an end before the beginning throws IllegalArgumentException
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to, from));
        }
        if (to.equals(from)) {
            place(from);
            return 0;
        }
        return workedBefore[place(to.minusDays(1)) + 1] - workedBefore[place(from)];
    }

    /** Working days of a whole month. */
    public int workingDaysOf(YearMonth month) {
        return workingDaysBetween(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public LocalDate lastWorkingDayOf(YearMonth month) {
        return OffDayPolicy.PREVIOUS_WORKING_DAY.apply(month.atEndOfMonth(), this);
    }

    private DayKind kindOf(LocalDate day) {
        var special = specialDays.get(day);
        if (special != null) {
            return special.kind();
        }
        return weeklyDaysOff.contains(day.getDayOfWeek()) ? DayKind.WEEKLY : DayKind.WORKING;
    }

    private int place(LocalDate day) {
        if (!covers(day.getYear())) {
            throw new CalendarYearMissing(id, day.getYear());
        }
        return (int) ChronoUnit.DAYS.between(first, day);
    }
}
