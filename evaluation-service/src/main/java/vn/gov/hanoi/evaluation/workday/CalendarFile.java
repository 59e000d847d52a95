package vn.gov.hanoi.evaluation.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.Title;

/** A working-day calendar as it is written down. */
record CalendarFile(
        String id,
        int version,
        Title title,
        Set<DayOfWeek> weeklyDaysOff,
        String weeklyBasis,
        List<LegalBasis> legalBasis,
        LegalCheck legalCheck,
        List<YearEntry> years) {

    /** Days off of one year. */
    record YearEntry(int year, List<Entry> daysOff) {}

    /**
     * Days off in a row for one reason.
     *
     * @param from first day
     * @param to last day, inclusive; null if it is one day
     * @param workedOn weekly day off that is worked in place; only for a single swapped day
     * @param basis key of a legal basis
     */
    record Entry(
            LocalDate from,
            @Nullable LocalDate to,
            DayKind kind,
            Holiday holiday,
            @Nullable LocalDate workedOn,
            String basis,
            Confidence confidence) {
        LocalDate last() {
            return to == null ? from : to;
        }
    }

    /** The days that differ from the week; a day said twice, a swap without its pair and a day outside its year are refused. */
    TreeMap<LocalDate, CalendarDay> specialDays() {
        var days = new TreeMap<LocalDate, CalendarDay>();
        for (var year : years) {
            for (var entry : year.daysOff()) {
                require(entry.from().getYear() == year.year() && entry.last().getYear() == year.year(), entry);
                require((entry.kind() == DayKind.SWAPPED) == (entry.workedOn() != null), entry);
                require(legalBasis.stream().anyMatch(basis -> basis.key().equals(entry.basis())), entry);
                addTo(days, entry);
            }
        }
        return days;
    }

    private void addTo(TreeMap<LocalDate, CalendarDay> days, Entry entry) {
        require(!entry.kind().isWorking() && !entry.last().isBefore(entry.from()), entry);
        entry.from().datesUntil(entry.last().plusDays(1)).forEach(day -> put(days, day, entry.kind(), entry));
        var workedOn = entry.workedOn();
        if (workedOn != null) {
            require(entry.to() == null && weeklyDaysOff.contains(workedOn.getDayOfWeek()), entry);
            require(!weeklyDaysOff.contains(entry.from().getDayOfWeek()), entry);
            put(days, workedOn, DayKind.WORKED_IN_PLACE, entry);
        }
    }

    private static void put(TreeMap<LocalDate, CalendarDay> days, LocalDate day, DayKind kind, Entry entry) {
        var before = days.put(day, new CalendarDay(day, kind, entry.holiday(), entry.basis(), entry.confidence()));
        require(before == null, entry);
    }

    private static void require(boolean holds, Entry entry) {
        if (!holds) {
            throw new IllegalArgumentException("calendar entry cannot stand: " + entry);
        }
    }
}
