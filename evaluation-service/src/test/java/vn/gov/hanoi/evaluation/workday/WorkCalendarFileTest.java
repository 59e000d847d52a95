package vn.gov.hanoi.evaluation.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A calendar with a slip of the pen is refused as a whole. */
class WorkCalendarFileTest {
    private static final String HEAD = """
            id: T
            version: 1
            title: {vi: Lịch, en: Calendar}
            weeklyDaysOff: [SATURDAY, SUNDAY]
            weeklyBasis: law
            legalBasis:
              - {key: law, number: 1/2018, issuer: Quốc hội, confidence: LAW}
            legalCheck: {note: none}
            years:
            """;

    private static WorkCalendar with(String... entries) {
        return WorkCalendar.parsed(
                HEAD + "  - year: 2018\n    daysOff:\n      - " + String.join("\n      - ", entries));
    }

    @Test
    void shouldReadAYear() {
        // When
        var calendar = with(
                "{from: 2018-01-01, to: 2018-01-02, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, basis: law, confidence: LAW}");

        // Then
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 1, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 1, 3))).isTrue();
        assertThat(calendar.id()).isEqualTo("T");
        assertThat(calendar.version()).isEqualTo(1);
        assertThat(calendar.legalBasis()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // In another year.
                "{from: 2019-01-01, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, basis: law, confidence: LAW}",
                // Ends before it begins.
                "{from: 2018-01-02, to: 2018-01-01, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, basis: law, confidence: LAW}",
                // A swap without its pair, and a pair without a swap.
                "{from: 2018-01-02, kind: SWAPPED, holiday: NEW_YEAR, basis: law, confidence: LAW}",
                "{from: 2018-01-02, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, workedOn: 2018-01-06, basis: law, confidence: LAW}",
                // The pair is worked anyway; the swapped day is off anyway.
                "{from: 2018-01-02, kind: SWAPPED, holiday: NEW_YEAR, workedOn: 2018-01-05, basis: law, confidence: LAW}",
                "{from: 2018-01-07, kind: SWAPPED, holiday: NEW_YEAR, workedOn: 2018-01-06, basis: law, confidence: LAW}",
                // A day off of a kind that is worked.
                "{from: 2018-01-02, kind: WORKING, holiday: NEW_YEAR, basis: law, confidence: LAW}",
                "{from: 2018-01-02, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, basis: unknown, confidence: LAW}"
            })
    void shouldRefuseAnEntryThatCannotStand(String entry) {
        assertThatThrownBy(() -> with(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseADayThatIsSaidTwice() {
        var entry = "{from: 2018-01-02, kind: FIXED_HOLIDAY, holiday: NEW_YEAR, basis: law, confidence: LAW}";
        assertThatThrownBy(() -> with(entry, entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  - {year: 2018, daysOff: []}\n  - {year: 2020, daysOff: []}", "  - {year: 2018, dayOff: []}"})
    void shouldRefuseGapsAndUnknownNames(String years) {
        assertThatThrownBy(() -> WorkCalendar.parsed(HEAD + years)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void shouldRefuseACalendarThatIsNotThere() {
        assertThatThrownBy(() -> WorkCalendar.named("XX")).isInstanceOf(IllegalArgumentException.class);
    }
}
