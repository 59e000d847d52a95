package vn.gov.hanoi.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** What is remembered of verified tokens, and when it ends. */
class TokenCacheTest {
    private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");
    private static final String TOKEN = "aaaa.bbbb.cccc";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovedClock clock = new MovedClock();
    private final TokenCache cache = cache(3, TokenCache::digest);

    @Test
    void shouldFindATokenAndCountHits() {
        // Given
        keep(TOKEN, "giang", 300);

        // When
        var found = cache.find(TOKEN);
        cache.find("other");

        // Then
        assertThat(found).isPresent();
        assertThat(count("hit")).isEqualTo(1);
        assertThat(count("miss")).isEqualTo(1);
    }

    @Test
    void A16_changedTokenAlwaysMisses() {
        // Given
        keep(TOKEN, "giang", 300);

        // When Then
        for (int place = 0; place < TOKEN.length(); place++) {
            var changed = TOKEN.substring(0, place) + 'X' + TOKEN.substring(place + 1);
            assertThat(cache.find(changed)).as(changed).isEmpty();
        }
        assertThat(cache.find(TOKEN + "c")).isEmpty();
        assertThat(cache.find(TOKEN.substring(0, 13))).isEmpty();
    }

    @Test
    void A16_shouldBeTakenInIfOnlyAPartOfTheTokenWereTheKey() {
        // Given
        var weak = cache(3, token -> token.substring(0, token.lastIndexOf('.')));
        weak.keep(TOKEN, caller("giang", 300), weak.generation());

        // When Then
        assertThat(weak.find("aaaa.bbbb.forged"))
                .as("this is what the whole token prevents")
                .isPresent();
    }

    @Test
    void shouldEndWithTheToken() {
        // Given
        keep(TOKEN, "giang", 30);

        // When
        clock.ahead = Duration.ofSeconds(30);

        // Then
        assertThat(cache.find(TOKEN)).isEmpty();
        assertThat(cache.size()).isZero();
    }

    @Test
    void shouldAskAgainAfterTheTimeOfARecheck() {
        // Given
        keep(TOKEN, "giang", 3_000);

        // When Then
        clock.ahead = Duration.ofSeconds(59);
        assertThat(cache.find(TOKEN)).isPresent();
        clock.ahead = Duration.ofSeconds(60);
        assertThat(cache.find(TOKEN)).isEmpty();
    }

    @Test
    void shouldForgetAllWhenTheKeysChangeAlsoWhatIsBeingVerified() {
        // Given
        keep(TOKEN, "giang", 300);
        long before = cache.generation();

        // When
        cache.forgetAll();
        cache.keep("late", caller("giang", 300), before);

        // Then
        assertThat(cache.find(TOKEN)).isEmpty();
        assertThat(cache.find("late")).isEmpty();
    }

    @Test
    void shouldForgetASubjectOrASession() {
        // Given
        keep("one", "giang", 300);
        keep("two", "an", 300);
        keep("three", "binh", 300);

        // When
        cache.forget("giang", null);
        cache.forget(null, "sid-an");

        // Then
        assertThat(List.of("one", "two", "three"))
                .filteredOn(token -> cache.find(token).isPresent())
                .containsExactly("three");
    }

    @Test
    void shouldStayInItsBoundsAndKeepWhatIsUsed() {
        // Given
        keep("one", "giang", 300);
        keep("two", "giang", 300);
        keep("three", "giang", 300);
        cache.find("one");

        // When
        keep("four", "giang", 300);

        // Then
        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.find("two")).isEmpty();
        assertThat(cache.find("one")).isPresent();
    }

    private TokenCache cache(int size, UnaryOperator<String> key) {
        return new TokenCache(size, Duration.ofSeconds(60), clock, meters, key);
    }

    private void keep(String token, String subject, long seconds) {
        cache.keep(token, caller(subject, seconds), cache.generation());
    }

    private static Caller caller(String subject, long seconds) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setStringClaim("sid", "sid-" + subject);
        claims.setExpirationTime(NumericDate.fromSeconds(START.getEpochSecond() + seconds));
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .build();
        return Caller.of(identity).orElseThrow();
    }

    private double count(String outcome) {
        return meters.counter("gateway_token_cache_lookups_total", "outcome", outcome)
                .count();
    }

    private static final class MovedClock extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return START.plus(ahead);
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
