package vn.gov.hanoi.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Seats against a plain model: a set of people on chairs and a line before the door. */
class SeatsPropertyTest {
    /** One act on the learner of a number; an act that cannot be is left out. */
    record Step(boolean approve, int learner) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 500)
    void shouldNeverSeatMoreThanThereArePlacesAndMoveUpInOrder(
            @ForAll @IntRange(min = 1, max = 8) int places, @ForAll("steps") List<Step> steps) {
        // Given
        var seats = new Seats(places, 0);
        Set<Long> seated = new HashSet<>();
        SortedSet<Long> line = new TreeSet<>();

        for (var step : steps) {
            long arrival = step.learner();
            boolean known = seated.contains(arrival) || line.contains(arrival);
            if (step.approve() && !known) {
                // When
                var approval = seats.approve();

                // Then
                boolean free = seated.size() < places;
                assertThat(approval.state()).isEqualTo(free ? EnrolmentState.ENROLLED : EnrolmentState.WAITING);
                (free ? seated : line).add(arrival);
                seats = approval.seats();
            } else if (!step.approve() && known) {
                seats = leave(seats, arrival, seated, line);
            }
            assertThat(seats.taken()).isEqualTo(seated.size()).isLessThanOrEqualTo(places);
            assertThat(line.isEmpty() || seated.size() == places).isTrue();
        }
    }

    private static Seats leave(Seats seats, long arrival, Set<Long> seated, SortedSet<Long> line) {
        var state = seated.contains(arrival) ? EnrolmentState.ENROLLED : EnrolmentState.WAITING;
        var first = line.isEmpty() ? Optional.<Long>empty() : Optional.of(line.first());
        var leaving = seats.leave(state, first);
        if (state == EnrolmentState.WAITING) {
            line.remove(arrival);
            assertThat(leaving.promoted()).isEmpty();
        } else {
            seated.remove(arrival);
            assertThat(leaving.promoted()).isEqualTo(first);
            first.ifPresent(next -> {
                line.remove(next);
                seated.add(next);
            });
        }
        return leaving.seats();
    }

    @Property(tries = 200)
    void shouldSeatInTheOrderOfArrivalIfApprovedInIt(
            @ForAll @IntRange(min = 1, max = 40) int places, @ForAll @IntRange(min = 0, max = 100) int learners) {
        // When
        var seats = new Seats(places, 0);
        var states = new ArrayDeque<EnrolmentState>();
        for (int i = 0; i < learners; i++) {
            var approval = seats.approve();
            states.add(approval.state());
            seats = approval.seats();
        }

        // Then
        assertThat(states.stream().takeWhile(state -> state == EnrolmentState.ENROLLED))
                .hasSize(Math.min(places, learners));
        assertThat(states.stream().dropWhile(state -> state == EnrolmentState.ENROLLED))
                .hasSize(Math.max(0, learners - places))
                .allMatch(state -> state == EnrolmentState.WAITING);
    }
}
