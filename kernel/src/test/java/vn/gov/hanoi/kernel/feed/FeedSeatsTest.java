package vn.gov.hanoi.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.feed.FeedSeats.Kind;
import vn.gov.hanoi.kernel.problem.Refused;

class FeedSeatsTest {
    private final FeedSeats seats = new FeedSeats(new Small(), new SimpleMeterRegistry());

    @Test
    void shouldRefuseOneCallerBeyondTheOwnShareAndAllBeyondTheWhole() {
        // Given
        var taken = new ArrayList<Runnable>();
        taken.add(seats.take(Kind.STREAM, "a"));
        taken.add(seats.take(Kind.WAITING, "a"));

        // When Then
        assertRefused(Kind.STREAM, "a", 429, "events.too-many-open");
        taken.add(seats.take(Kind.STREAM, "b"));
        taken.add(seats.take(Kind.STREAM, "c"));
        assertRefused(Kind.STREAM, "d", 503, "events.busy");
        taken.add(seats.take(Kind.WAITING, "d"));
        assertRefused(Kind.WAITING, "e", 503, "events.busy");

        // When
        taken.forEach(Runnable::run);
        taken.forEach(Runnable::run);

        // Then
        assertThat(seats.count(Kind.STREAM)).isZero();
        assertThat(seats.count(Kind.WAITING)).isZero();
        seats.take(Kind.STREAM, "a").run();
    }

    private void assertRefused(Kind kind, String caller, int status, String code) {
        assertThatThrownBy(() -> seats.take(kind, caller))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(status))
                .hasMessage(code);
    }

    private record Small() implements FeedConfig {
        @Override
        public Duration retention() {
            return Duration.ofDays(400);
        }

        @Override
        public int purgePortion() {
            return 1;
        }

        @Override
        public int scan() {
            return 1;
        }

        @Override
        public Duration look() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(1);
        }

        @Override
        public int waiters() {
            return 2;
        }

        @Override
        public int streams() {
            return 3;
        }

        @Override
        public int perCaller() {
            return 2;
        }
    }
}
