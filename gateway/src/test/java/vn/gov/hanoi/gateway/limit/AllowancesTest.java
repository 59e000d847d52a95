package vn.gov.hanoi.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.gateway.limit.Allowances.Bucket;

/** Buckets with a clock that the test moves. */
class AllowancesTest {
    private static final Bucket USER = new Bucket("user", "user:an", 3);
    private static final Bucket ORG = new Bucket("org", "org:H26.23", 5);

    private final MovedClock clock = new MovedClock();
    private final Allowances allowances = new Allowances(clock, Duration.ofSeconds(60), 100);

    @Test
    void shouldAllowTheQuotaAndSayWhenThereIsMore() {
        // When
        var verdicts = List.of(take(USER), take(USER), take(USER), take(USER));

        // Then
        assertThat(verdicts).extracting(Allowances.Verdict::passes).containsExactly(true, true, true, false);
        assertThat(verdicts).extracting(Allowances.Verdict::remaining).containsExactly(2L, 1L, 0L, 0L);
        assertThat(verdicts.getLast().waitMicros()).isEqualTo(20_000_000);
        assertThat(verdicts.getLast().fullMicros()).isEqualTo(60_000_000);
    }

    @Test
    void shouldFillUpEvenly() {
        // Given
        for (int i = 0; i < 3; i++) {
            take(USER);
        }

        // When Then
        clock.advance(19_999);
        assertThat(take(USER).passes()).isFalse();
        clock.advance(1);
        assertThat(take(USER).passes()).isTrue();
        assertThat(take(USER).passes()).isFalse();
        clock.advance(3_600_000);
        assertThat(take(USER).remaining()).as("never more than the quota").isEqualTo(2);
    }

    @Test
    void shouldGoOnWhenTheClockIsSetBack() {
        // Given
        clock.advance(3_600_000);
        take(USER);

        // When
        clock.advance(-3_600_000);

        // Then
        assertThat(take(USER).passes()).isTrue();
    }

    @Test
    void A58_shouldTakeFromAllBucketsOrFromNone() {
        // Given
        for (int i = 0; i < 20; i++) {
            take(USER, ORG);
        }

        // When
        var neighbour = take(new Bucket("user", "user:binh", 3), ORG);

        // Then
        assertThat(neighbour.passes())
                .as("refused requests of one took nothing from the organisation")
                .isTrue();
        assertThat(neighbour.remaining()).isEqualTo(1);
    }

    @Test
    void A58_shouldLeaveOtherOrganisationsAlone() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            take(new Bucket("user", "user:" + i, 3), ORG);
        }

        // When
        var same = take(new Bucket("user", "user:late", 3), ORG);
        var other = take(new Bucket("user", "user:other", 3), new Bucket("org", "org:H26.24", 5));

        // Then
        assertThat(same.passes()).isFalse();
        assertThat(same.bucket().scope()).isEqualTo("org");
        assertThat(other.passes()).isTrue();
    }

    @Test
    void shouldStayInItsBounds() {
        // When
        for (int i = 0; i < 1_000; i++) {
            take(new Bucket("user", "user:" + i, 3));
        }

        // Then
        assertThat(allowances.size()).isEqualTo(100);
    }

    @Property(tries = 200)
    void shouldNeverAllowMoreThanTheQuotaAndWhatFilledUp(
            @ForAll @IntRange(min = 1, max = 500) int quota, @ForAll List<@IntRange(max = 5_000) Integer> pauses) {
        // Given
        var own = new MovedClock();
        var fresh = new Allowances(own, Duration.ofSeconds(60), 10);
        var bucket = new Bucket("user", "user:x", quota);
        long passed = 0;
        long elapsed = 0;

        // When
        for (int pause : pauses) {
            own.advance(pause);
            elapsed += pause;
            passed += fresh.take(List.of(bucket)).passes() ? 1 : 0;
        }

        // Then
        assertThat(passed).isLessThanOrEqualTo(quota + elapsed * quota / 59_000 + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/evaluation/v1/units,limit=1,READ",
        "HEAD,/evaluation/v1/units,,READ",
        "GET,/evaluation/v1/exports/7,,READ",
        "GET,/selection/v1/vacancies,limit=1&q=pho,HEAVY",
        "GET,/selection/v1/vacancies,qq=pho,READ",
        "POST,/training/v1/plans,,WRITE",
        "DELETE,/training/v1/plans/1,,WRITE",
        "POST,/evaluation/v1/evaluations/bulk,,HEAVY",
        "POST,/evaluation/v1/imports,,HEAVY",
        "POST,/selection/v1/exports,,HEAVY",
        "GET,/platform/v1/officers/1/dossier,asOf=2026-01-01,HEAVY"
    })
    void shouldKnowWhatIsCostly(String method, String path, String query, OperationClass expected) {
        // When Then
        assertThat(OperationClass.of(HttpMethod.valueOf(method), path, query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"H26.23.4.5,H26.23", "H26.23,H26.23", "H26,H26", "'',client x"})
    void shouldCountAnAgencyWithAllBelowIt(String unit, String organisation) {
        // When Then
        assertThat(RateLimit.organisation(unit, "x")).isEqualTo(organisation);
    }

    private Allowances.Verdict take(Bucket... buckets) {
        return allowances.take(List.of(buckets));
    }

    private static final class MovedClock extends Clock {
        private long millis = 1_000_000;

        void advance(long by) {
            millis += by;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
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
