package vn.gov.hanoi.selection.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.defence.DefenceRequests.SessionPart;

/** Times of defences: 45 minutes for the project and 90 for questions. */
class TimetableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final Instant MORNING = Instant.parse("2026-03-16T01:00:00Z");

    private static Timetable of(SessionPart... sessions) {
        return new Timetable(List.of(sessions), Duration.ofMinutes(135));
    }

    @Test
    void shouldGiveEachPlaceATimeWithinItsSession() {
        // Given
        var times = of(new SessionPart(MORNING, 2), new SessionPart(MORNING.plus(Duration.ofDays(1)), 1));

        // Then
        assertThat(times.refusals(TODAY, 3)).isEmpty();
        assertThat(times.start(0)).isEqualTo(MORNING);
        assertThat(times.start(1)).isEqualTo(Instant.parse("2026-03-16T03:15:00Z"));
        assertThat(times.start(2)).isEqualTo(Instant.parse("2026-03-17T01:00:00Z"));
        assertThat(of().refusals(TODAY, 0)).isEmpty();
    }

    @Test
    void shouldRefuseSessionsThatOverlapStartBeforeTodayOrAreTooShort() {
        // Given: in Hanoi the day begins at 17:00 UTC of the day before
        var midnight = Instant.parse("2026-03-15T17:00:00Z");

        // Then
        assertThat(of(new SessionPart(midnight, 1)).refusals(TODAY, 1)).isEmpty();
        assertThat(of(new SessionPart(midnight.minusMillis(1), 1)).refusals(TODAY, 1))
                .extracting(Refusal::code, Refusal::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        SelectionProblem.SCHEDULE_ORDER, "/data/sessions/0/startsAt"));
        assertThat(of(new SessionPart(MORNING, 2), new SessionPart(MORNING.plus(Duration.ofMinutes(269)), 1))
                        .refusals(TODAY, 4))
                .extracting(Refusal::code)
                .containsExactly(SelectionProblem.SCHEDULE_ORDER, SelectionProblem.SCHEDULE_SHORT);
    }
}
