package vn.gov.hanoi.selection.ruleset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The deadlines of a round in force on one day; sources and marks stand beside the values in selection_defaults.
 *
 * @param eligibilityDays longest check of eligibility after the close of the dossiers, calendar days
 * @param eligibilityDaysMany the same with many applicants
 * @param callWorkingDays fewest working days between the list and the first round
 * @param firstRoundDays most days between the list and the first round
 * @param daysOff days off that fall on Monday to Friday
 * @param appealDays days in which results may be contested and are decided again
 * @param retentionMonths months after that for which data of those not chosen are kept
 * @param termMonths one full term
 */
public record RoundRules(
        int eligibilityDays,
        int eligibilityDaysMany,
        int callWorkingDays,
        int firstRoundDays,
        Set<LocalDate> daysOff,
        int appealDays,
        int retentionMonths,
        int termMonths) {
    private static final List<String> CODES = List.of(
            "ELIGIBILITY_DAYS",
            "ELIGIBILITY_DAYS_MANY",
            "CALL_WORKING_DAYS",
            "FIRST_ROUND_DAYS",
            "DAYS_OFF",
            "APPEAL_DAYS",
            "RETENTION_MONTHS",
            "TERM_MONTHS");

    public RoundRules {
        daysOff = Set.copyOf(daysOff);
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(CODES);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static RoundRules from(Map<String, String> values) {
        return new RoundRules(
                number(values, "ELIGIBILITY_DAYS"),
                number(values, "ELIGIBILITY_DAYS_MANY"),
                number(values, "CALL_WORKING_DAYS"),
                number(values, "FIRST_ROUND_DAYS"),
                Arrays.stream(Objects.requireNonNull(values.get("DAYS_OFF")).split(","))
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()),
                number(values, "APPEAL_DAYS"),
                number(values, "RETENTION_MONTHS"),
                number(values, "TERM_MONTHS"));
    }

    /** The first day that leaves the working days of the call after the list: the day of the list itself does not count. */
    public LocalDate earliestExam(LocalDate listOn) {
        var day = listOn;
        for (int counted = 0; counted < callWorkingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The last day on which the first round may be held. */
    public LocalDate latestExam(LocalDate listOn) {
        return listOn.plusDays(firstRoundDays);
    }

    /** The last day for the list, if there may be many applicants. */
    public LocalDate latestList(LocalDate dossiersTo) {
        return dossiersTo.plusDays(eligibilityDaysMany);
    }

    /** The first day on which data of somebody not chosen are no longer kept. */
    public LocalDate purgeOn(LocalDate endedOn) {
        return endedOn.plusDays(appealDays).plusMonths(retentionMonths).plusDays(1);
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !daysOff.contains(day);
    }

    private static int number(Map<String, String> values, String code) {
        return Integer.parseInt(Objects.requireNonNull(values.get(code), code));
    }
}
