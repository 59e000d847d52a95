package vn.gov.hanoi.kernel.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.oidc.common.OidcRequestContextProperties;
import io.quarkus.oidc.common.OidcResponseFilter.OidcResponseFilterContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** What is remembered of verified tokens, and when it ends. */
class TokenMemoryTest {
    private static final Instant START = Instant.parse("2026-11-29T08:00:00Z");
    private static final String TOKEN = "aaaa.bbbb.cccc";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovedClock clock = new MovedClock();
    private final TokenMemory memory = new TokenMemory(3, Duration.ofSeconds(60), clock, meters);

    @Test
    void shouldFindWhoATokenIsOfWithItsRoles() {
        // Given
        keep(TOKEN, "giang", 300);

        // When
        var found = memory.find(TOKEN);
        var other = memory.find("other");

        // Then
        assertThat(found).isNotNull();
        assertThat(found.getPrincipal().getName()).isEqualTo("giang");
        assertThat(found.getRoles()).containsExactly("training-organiser");
        assertThat(found.isAnonymous()).isFalse();
        assertThat(other).isNull();
        assertThat(count("hit")).isEqualTo(1);
        assertThat(count("miss")).isEqualTo(1);
    }

    @Test
    void shouldKeepNothingOfTheRequestThatWasVerified() {
        // Given
        var request = QuarkusSecurityIdentity.builder(identity("giang", 300))
                .addAttribute("io.vertx.ext.web.RoutingContext", new Object())
                .build();

        // When
        memory.keep(TOKEN, request, memory.keySet());

        // Then
        assertThat(memory.find(TOKEN).getAttributes()).isEmpty();
    }

    @Test
    void A16_shouldNotFindATokenThatDiffersAnywhere() {
        // Given
        keep(TOKEN, "giang", 300);

        // When Then
        for (int place = 0; place < TOKEN.length(); place++) {
            var changed = TOKEN.substring(0, place) + 'X' + TOKEN.substring(place + 1);
            assertThat(memory.find(changed)).as(changed).isNull();
        }
        assertThat(memory.find(TOKEN + "c")).isNull();
        assertThat(memory.find(TOKEN.substring(0, 13))).isNull();
        assertThat(memory.find("")).isNull();
    }

    @Test
    void A7_shouldEndWithTheToken() {
        // Given
        keep(TOKEN, "giang", 30);

        // When Then
        clock.ahead = Duration.ofMillis(29_999);
        assertThat(memory.find(TOKEN)).isNotNull();
        clock.ahead = Duration.ofSeconds(30);
        assertThat(memory.find(TOKEN)).isNull();
        assertThat(memory.size()).isZero();
    }

    @Test
    void shouldVerifyAgainAfterTheTimeOfARecheck() {
        // Given
        keep(TOKEN, "giang", 3_000);

        // When Then
        clock.ahead = Duration.ofSeconds(59);
        assertThat(memory.find(TOKEN)).isNotNull();
        clock.ahead = Duration.ofSeconds(60);
        assertThat(memory.find(TOKEN)).isNull();
    }

    @Test
    void A12_shouldForgetAllWhenTheIssuersKeysChangeAlsoWhatIsBeingVerified() {
        // Given
        var keys = new KeyWatch(memory, noTenants());
        fetched(keys, 200, "{\"keys\":[1]}");
        keep(TOKEN, "giang", 300);
        long before = memory.keySet();

        // When
        fetched(keys, 200, "{\"keys\":[1]}");
        fetched(keys, 500, "no keys today");
        var unchanged = memory.find(TOKEN);
        fetched(keys, 200, "{\"keys\":[2]}");
        memory.keep("late", identity("giang", 300), before);

        // Then
        assertThat(unchanged).isNotNull();
        assertThat(memory.find(TOKEN)).isNull();
        assertThat(memory.find("late")).isNull();
    }

    @Test
    void shouldStayInItsBoundsAndKeepWhatIsUsed() {
        // Given
        keep("one", "giang", 300);
        keep("two", "giang", 300);
        keep("three", "giang", 300);
        memory.find("one");

        // When
        keep("four", "giang", 300);

        // Then
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.find("two")).isNull();
        assertThat(memory.find("one")).isNotNull();
    }

    @Test
    void shouldRememberNobodyAndNothingIfItIsSwitchedOff() {
        // Given
        var off = new TokenMemory(0, Duration.ofSeconds(60), clock, new SimpleMeterRegistry());

        // When
        off.keep(TOKEN, identity("giang", 300), off.keySet());
        memory.keep(
                "nobody", QuarkusSecurityIdentity.builder().setAnonymous(true).build(), memory.keySet());
        memory.keep("expired", identity("giang", -1), memory.keySet());

        // Then
        assertThat(off.find(TOKEN)).isNull();
        assertThat(memory.find("nobody")).isNull();
        assertThat(memory.find("expired")).isNull();
    }

    @Test
    void shouldNeverGiveOnePersonForAnotherUnderManyThreads() throws Exception {
        // Given
        var begin = new CountDownLatch(1);
        Callable<Integer> asking = () -> {
            begin.await();
            int wrong = 0;
            for (int i = 0; i < 20_000; i++) {
                var who = "person-" + (i * 7 + Thread.currentThread().threadId()) % 5;
                var found = memory.find(who);
                if (found == null) {
                    keep(who, who, 300);
                } else if (!found.getPrincipal().getName().equals(who)) {
                    wrong++;
                }
                if (i % 1_000 == 0) {
                    memory.forgetAll();
                }
            }
            return wrong;
        };

        // When
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(asking));
            }
            begin.countDown();
        }

        // Then
        for (var answer : answers) {
            assertThat(answer.get()).isZero();
        }
        assertThat(memory.size()).isLessThanOrEqualTo(3);
    }

    private void keep(String token, String subject, long seconds) {
        memory.keep(token, identity(subject, seconds), memory.keySet());
    }

    private static SecurityIdentity identity(String subject, long seconds) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setExpirationTime(NumericDate.fromSeconds(START.getEpochSecond() + seconds));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRoles(Set.of("training-organiser"))
                .build();
    }

    private static void fetched(KeyWatch keys, int status, String body) {
        keys.filter(new OidcResponseFilterContext(
                        new OidcRequestContextProperties(Map.of()),
                        status,
                        MultiMap.caseInsensitiveMultiMap(),
                        Buffer.buffer(body)))
                .await()
                .indefinitely();
    }

    /** Only what the library told is looked at. */
    private static <T> Instance<T> noTenants() {
        return null;
    }

    private double count(String outcome) {
        return meters.counter("token_memory_lookups_total", "outcome", outcome).count();
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
