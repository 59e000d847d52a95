package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.time.TestClock;

/** How long a session lives, and how its tokens are renewed. The clock is moved, nobody waits. */
@QuarkusTest
@WithStage
class SessionLimitTest {
    private static final int PARALLEL = 12;

    @BeforeEach
    void forget() {
        Call.seen();
    }

    @AfterEach
    void backToNow() {
        TestClock.reset();
        Call.stage("/stage/issuer/start");
    }

    @Test
    void shouldRenewOnceForManyRequestsWithOneCookie() throws Exception {
        // Given
        var browser = Browser.loggedIn();
        var old = browser.copy();
        Call.stage("/stage/issuer/calls");
        TestClock.advance(Duration.ofSeconds(245));
        var begin = new CountDownLatch(1);

        // When
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PARALLEL; i++) {
                Callable<Integer> request = () -> {
                    begin.await();
                    return old.copy().get(Call.GUARDED).statusCode();
                };
                answers.add(threads.submit(request));
            }
            begin.countDown();
        }
        var last = browser.get(Call.GUARDED);

        // Then
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(Call.stage("/stage/issuer/calls").toString()).isEqualTo("[\"refresh_token\"]");
        assertThat(last.headers().allValues("Set-Cookie"))
                .as("also a late one gets the new cookie")
                .anySatisfy(line -> assertThat(line).startsWith(Browser.SESSION + "="));
        assertThat(browser.cookie(Browser.SESSION)).isNotEqualTo(old.cookie(Browser.SESSION));
    }

    @Test
    void shouldKeepASessionThatIsUsedAndEndItAtItsAbsoluteLimit() {
        // Given
        var browser = Browser.loggedIn();

        // When
        for (int minutes = 0; minutes < 600; minutes += 20) {
            assertThat(browser.get("/platform/v1/client").statusCode()).isIn(200, 401);
            assertThat(browser.cookie(Browser.SESSION))
                    .as("after %s minutes", minutes)
                    .isNotEmpty();
            TestClock.advance(Duration.ofMinutes(20));
        }
        TestClock.advance(Duration.ofMinutes(1));

        // Then
        Call.assertRefused(browser.get(Call.GUARDED), 401, "auth.session-ended");
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
    }

    @Test
    void shouldEndASessionThatNobodyUses() {
        // Given
        var browser = Browser.loggedIn();
        Call.stage("/stage/issuer/calls");

        // When
        TestClock.advance(Duration.ofMinutes(31));

        // Then
        Call.assertRefused(browser.get(Call.GUARDED), 401, "auth.session-ended");
        assertThat(Call.stage("/stage/issuer/calls"))
                .as("nothing is asked for it")
                .isEmpty();
    }

    @Test
    void shouldUseTheTokenInHandWhileTheIssuerIsAwayAndNoLonger() {
        // Given
        var browser = Browser.loggedIn();
        browser.get(Call.GUARDED);
        Call.seen();
        Call.stage("/stage/issuer/stop");
        TestClock.advance(Duration.ofSeconds(270));

        // When
        var during = browser.get(Call.GUARDED);
        Call.seen();
        TestClock.advance(Duration.ofSeconds(60));
        var after = browser.get(Call.GUARDED);

        // Then
        assertThat(during.statusCode()).as(during.body()).isEqualTo(200);
        Call.assertRefused(after, 503, "gateway.identity-unavailable");
        assertThat(browser.cookie(Browser.SESSION)).as("kept for later").isNotEmpty();
    }

    @Test
    void shouldEndASessionThatTheIssuerDoesNotRenew() {
        // Given
        var browser = Browser.loggedIn();
        var thief = browser.copy();
        TestClock.advance(Duration.ofSeconds(310));
        browser.get(Call.GUARDED);
        Call.seen();
        TestClock.advance(Duration.ofSeconds(310));
        browser.post("/platform/v1/session/logout");

        // When
        var answer = thief.get(Call.GUARDED);

        // Then
        Call.assertRefused(answer, 401, "auth.session-ended");
    }

    @Test
    void A45_loginThatTookTooLong() {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));

        // When
        TestClock.advance(Duration.ofMinutes(11));

        // Then
        var refused = browser.get(answer);
        Call.assertRefused(refused, 400, "auth.login-refused");
        assertThat(Call.json(refused).at("/args/reason").asText()).isEqualTo("too-late");
    }

    @Test
    void shouldSayThatNobodyCanLogInWhileTheIssuerFails() {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));
        Call.stage("/stage/issuer/fault?down=1");

        // When Then
        Call.assertRefused(browser.get(answer), 503, "gateway.identity-unavailable");
    }
}
