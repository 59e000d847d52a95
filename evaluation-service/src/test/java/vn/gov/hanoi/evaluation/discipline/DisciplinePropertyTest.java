package vn.gov.hanoi.evaluation.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Form;
import vn.gov.hanoi.evaluation.discipline.HandlingClock.Suspension;
import vn.gov.hanoi.evaluation.discipline.Sanction.Status;
import vn.gov.hanoi.evaluation.officer.Category;

/** Days of cases and sanctions, counted one by one. */
class DisciplinePropertyTest {
    private static final DisciplineRules RULES = DisciplineRules.shipped();
    private static final Form WARNING = RULES.on(LocalDate.of(2026, 1, 1))
            .flatMap(regime -> regime.form("WARNING", Category.CADRE, false))
            .orElseThrow();

    /** Days that count are always as many as the law gives. */
    @Property(tries = 300)
    void shouldCountAsManyDaysAsTheLawGivesWhateverIsSuspended(
            @ForAll @IntRange(min = 1, max = 80) int before,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 9) int between,
            @ForAll @IntRange(max = 400) int second) {
        var found = LocalDate.of(2024, 1, 31);
        var one = found.plusDays(before);
        var other = one.plusDays((long) first + between);
        var suspensions = List.of(
                new Suspension("DETAINED", one, one.plusDays(first), "x"),
                new Suspension("MATERNITY", other, other.plusDays(second), "x"));

        var due = new HandlingClock(found, 90, suspensions).dueOn().orElseThrow();

        long counted = found.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(day -> suspensions.stream()
                        .noneMatch(each ->
                                !day.isBefore(each.from()) && each.until() != null && day.isBefore(each.until())))
                .count();
        assertThat(counted).isEqualTo(90);
    }

    /** A sanction is in force on one stretch of days, and every ban ends with a day of it. */
    @Property(tries = 300)
    void shouldBeInForceFromTheFirstDayToTheLastAndOnNoOtherDay(
            @ForAll @IntRange(max = 4000) int offset, @ForAll @IntRange(max = 900) int after) {
        var first = LocalDate.of(2020, 9, 20).plusDays(offset);
        var sanction = RULES.sanction(WARNING, first);
        var day = first.plusDays(after);

        assertThat(sanction.status(day) == Status.IN_FORCE).isEqualTo(day.isBefore(first.plusMonths(12)));
        assertThat(sanction.status(first.minusDays(1))).isEqualTo(Status.NOT_YET);
    }
}
