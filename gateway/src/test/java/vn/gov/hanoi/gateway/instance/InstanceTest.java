package vn.gov.hanoi.gateway.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.instance.Instance.State;

/** Rests a second, opens after three failures for a minute. */
class InstanceTest {
    private final MovingClock clock = new MovingClock();
    private final Instance instance = new Instance(
            URI.create("http://one:8080"),
            new Instance.Patience(Duration.ofSeconds(1), 3, Duration.ofMinutes(1)),
            clock);

    @Test
    void shouldRestAfterAFailureAndBeTriedByOneRequestAtATime() {
        // Given
        instance.missed();

        // When Then
        assertThat(instance.takes(true)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(instance.takes(false))
                .as("it may listen and not be ready yet")
                .isFalse();
        assertThat(instance.takes(true)).isTrue();
        assertThat(instance.takes(true)).as("a second trial at once").isFalse();
        assertThat(instance.state()).isEqualTo(State.AWAY);
        instance.answered(false);
        assertThat(instance.state()).isEqualTo(State.READY);
        assertThat(instance.takes(true)).isTrue();
    }

    @Test
    void shouldOpenAfterFailuresInARowAndCloseByOneAnswer() {
        // Given
        for (int i = 0; i < 3; i++) {
            instance.missed();
        }

        // When Then
        assertThat(instance.state()).isEqualTo(State.OPEN);
        clock.pass(Duration.ofSeconds(59));
        assertThat(instance.takes(true)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(instance.takes(true)).isTrue();
        instance.missed();
        assertThat(instance.state()).as("a failed trial").isEqualTo(State.OPEN);
        clock.pass(Duration.ofSeconds(1));
        assertThat(instance.takes(true)).as("waits as long as before").isFalse();
        instance.answered(false);
        instance.missed();
        assertThat(instance.state()).as("counted anew").isEqualTo(State.AWAY);
    }

    @Test
    void shouldTakeOnlyManyLateAnswersForAFailure() {
        // Given
        instance.late();
        instance.late();

        // When Then
        assertThat(instance.takes(true)).isTrue();
        assertThat(instance.isHopeless()).isFalse();
        instance.late();
        assertThat(instance.takes(true)).isFalse();
        assertThat(instance.isHopeless()).isTrue();
        instance.missed();
        assertThat(instance.isHopeless())
                .as("who refuses at once costs nothing")
                .isFalse();
    }

    @Test
    void shouldForgetLateAnswersAfterATimelyOne() {
        // Given
        instance.late();
        instance.late();

        // When
        instance.answered(false);
        instance.late();

        // Then
        assertThat(instance.state()).isEqualTo(State.READY);
    }

    @Test
    void shouldBeTriedByReadersOnlyWhileItLeaves() {
        // Given
        instance.answered(true);

        // When Then
        assertThat(instance.state()).isEqualTo(State.LEAVING);
        clock.pass(Duration.ofSeconds(2));
        assertThat(instance.takes(false)).isFalse();
        assertThat(instance.takes(true)).isTrue();
        clock.pass(Duration.ofSeconds(12));
        assertThat(instance.takes(false))
                .as("after so long it must be a new process")
                .isTrue();
    }

    /** A clock that stands still until it is moved. */
    static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-29T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
