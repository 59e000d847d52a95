package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.withToken;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.security.KeyWatch;
import vn.gov.hanoi.gateway.time.TestClock;

/** Remembered tokens over the wire: hits, expiry, withdrawn keys. */
@QuarkusTest
@WithStage
class TokenMemoryTest {
    @Inject
    MeterRegistry meters;

    @Inject
    KeyWatch keys;

    @AfterEach
    void backToNow() {
        TestClock.reset();
    }

    @Test
    void shouldVerifyATokenOnce() {
        // Given
        var token = Token.usual().claim("jti", "remembered").signed();
        withToken(token);
        double hits = count("hit");
        double misses = count("miss");

        // When
        for (int i = 0; i < 5; i++) {
            assertThat(withToken(token).statusCode()).isEqualTo(200);
        }

        // Then
        assertThat(count("hit") - hits).isEqualTo(5);
        assertThat(count("miss") - misses).isZero();
    }

    @Test
    void shouldRememberNoFailure() {
        // Given
        var forged = Token.usual().signedByStranger();
        double hits = count("hit");

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(withToken(forged).statusCode()).isEqualTo(401);
        }

        // Then
        assertThat(count("hit") - hits).isZero();
    }

    @Test
    void A7_rememberedTokenEndsAtItsTime() {
        // Given
        var token = Token.usual().claim("jti", "short").time("exp", 60).signed();
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        Call.seen();

        // When
        TestClock.advance(Duration.ofSeconds(71));

        // Then
        Call.assertUnauthenticated(withToken(token));
    }

    @Test
    void A12_withdrawnKeyEndsWhatItSigned() throws Exception {
        // Given
        var old = Token.usual().claim("jti", "old-key").signed();
        assertThat(withToken(old).statusCode()).isEqualTo(200);
        Call.stage("/stage/issuer/roll-keys");
        var fresh = Token.usual().claim("jti", "new-key").signed();
        Call.seen();

        // When
        var fetched = new java.util.concurrent.CountDownLatch(1);
        keys.refresh(fetched::countDown);
        assertThat(fetched.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();

        // Then
        Call.assertUnauthenticated(withToken(old));
        assertThat(withToken(fresh).statusCode()).isEqualTo(200);
    }

    private double count(String outcome) {
        return meters.counter("gateway_token_cache_lookups_total", "outcome", outcome)
                .count();
    }
}
