package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/**
 * What a day is, and why.
 *
 * @param day in Hanoi
 * @param holiday the holiday because of which the day is worked or not; null on plain days
 * @param legalBasis key of a legal basis of the calendar
 */
public record CalendarDay(
        LocalDate day, DayKind kind, @Nullable Holiday holiday, String legalBasis, Confidence confidence) {}
