package vn.gov.hanoi.selection.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.appointment.Succession.Fate;
import vn.gov.hanoi.selection.appointment.Succession.Turn;

/** Who may be proposed, and how many terms somebody has had. */
class SuccessionTest {
    @Property(tries = 10_000)
    void shouldOfferAPostAsOneWouldByHand(
            @ForAll long seed,
            @ForAll @IntRange(max = 6) int many,
            @ForAll @IntRange(min = 1, max = 3) int places,
            @ForAll boolean nextRanked) {
        // Given
        var random = new Random(seed);
        var turns = new ArrayList<Turn>();
        int rank = 1;
        for (int i = 0; i < many; i++) {
            rank += i > 0 && random.nextInt(4) > 0 ? 1 : 0;
            turns.add(new Turn(new UUID(0, i), rank, Fate.values()[random.nextInt(3)]));
        }
        Collections.shuffle(turns, random);

        // When
        var succession = new Succession(turns, places, nextRanked);

        // Then
        var expected = byHand(turns, places, nextRanked);
        for (var turn : turns) {
            assertThat(succession.refusals(turn.applicationId()).isEmpty())
                    .as(turns + " " + turn)
                    .isEqualTo(expected.contains(turn.applicationId()));
        }
        assertThat(succession.goesOn()).isEqualTo(!expected.isEmpty());
        assertThat(succession.refusals(UUID.randomUUID())).isNotEmpty();
    }

    /** Calls rank after rank, as many as there are places; each who is called and gone costs a place unless others may follow. */
    private static HashSet<UUID> byHand(List<Turn> turns, int places, boolean nextRanked) {
        int left = places
                - (int) turns.stream().filter(turn -> turn.fate() == Fate.OPEN).count();
        for (int rank = 1; rank <= 10 && left > 0; rank++) {
            var free = new HashSet<UUID>();
            int gone = 0;
            for (var turn : turns) {
                if (turn.rank() == rank && turn.fate() == Fate.FREE) {
                    free.add(turn.applicationId());
                }
                gone += turn.rank() == rank && turn.fate() == Fate.GONE ? 1 : 0;
            }
            if (!free.isEmpty()) {
                return free;
            }
            left -= nextRanked ? 0 : gone;
        }
        return new HashSet<>();
    }

    @Test
    void shouldCountATermThatHasBegun() {
        var since = LocalDate.of(2020, 2, 29);

        assertThat(DecideAppointment.terms(since, since, 60)).isZero();
        assertThat(DecideAppointment.terms(since, since.plusDays(1), 60)).isEqualTo(1);
        assertThat(DecideAppointment.terms(since, LocalDate.of(2025, 2, 28), 60))
                .isEqualTo(1);
        assertThat(DecideAppointment.terms(since, LocalDate.of(2025, 3, 1), 60)).isEqualTo(2);
        assertThat(DecideAppointment.terms(since, LocalDate.of(2030, 3, 1), 60)).isEqualTo(3);
    }
}
