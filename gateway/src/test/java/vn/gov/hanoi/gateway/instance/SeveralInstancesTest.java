package vn.gov.hanoi.gateway.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Front;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** Two instances of training-service on bare sockets, of which one goes, comes back, breaks off or is slow. */
@QuarkusTest
@WithFront
class SeveralInstancesTest {
    /** In a row, as the tests' gateway is set. */
    private static final int FAILURES = Front.POOL;

    private static final String PLANS = "/training/v1/plans";
    private static final String LEAVING =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    private final Origin one = Origin.of("training");
    private final Origin two = Origin.of("training-2");

    @BeforeEach
    void bothReady() {
        one.fresh();
        two.fresh();
        await("both are asked").until(() -> {
            one.fresh();
            two.fresh();
            read();
            read();
            return one.received().size() == 1 && two.received().size() == 1;
        });
        one.fresh();
        two.fresh();
    }

    @Test
    void shouldAskInstancesInTurn() {
        // When
        for (int i = 0; i < 10; i++) {
            assertThat(read().status()).isEqualTo(200);
        }

        // Then
        assertThat(one.received()).hasSize(5);
        assertThat(two.received()).hasSize(5);
    }

    @Test
    void F1_shouldSendEveryRequestToTheOtherWhenNoConnectionCanBeMade() {
        // Given
        one.close();

        // When
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 10; i++) {
            statuses.add(write().status());
            statuses.add(read().status());
        }

        // Then
        assertThat(statuses).containsOnly(200);
        assertThat(two.received()).hasSize(20).allSatisfy(request -> assertThat(request.bodyLength())
                .isEqualTo(request.method().equals("POST") ? 7 : 0));
        assertThat(states()).contains("\"training 127.0.0.1:" + one.port() + "\": \"AWAY\"");
    }

    @Test
    void F7_shouldRepeatReadersOnlyWhenAConnectionBreaks() {
        // Given
        one.answers(Answer.reset(""));
        two.answers(Answer.reset(""));

        // When
        var written = write();
        int onceWritten = one.received().size() + two.received().size();
        await("tried again").until(() -> write().status() == 502 && bothReadyAgain());
        one.fresh().answers(Answer.reset(""));
        two.fresh();
        var read = List.of(read().status(), read().status());

        // Then
        assertThat(written.status()).isEqualTo(502);
        assertThat(onceWritten).isEqualTo(1);
        assertThat(read).containsOnly(200);
        assertThat(one.received()).hasSizeLessThanOrEqualTo(1);
    }

    private boolean bothReadyAgain() {
        bothReady();
        return true;
    }

    @Test
    void F19_shouldSendNothingNewToAnInstanceThatLeaves() {
        // Given
        one.answers(Answer.closing(LEAVING));
        assertThat(List.of(read().status(), read().status())).containsOnly(200);
        int known = one.received().size();

        // When
        for (int i = 0; i < 8; i++) {
            assertThat(write().status()).isEqualTo(200);
        }

        // Then
        assertThat(known).isEqualTo(1);
        assertThat(one.received()).hasSize(1);
        assertThat(two.received()).hasSize(9);
    }

    @Test
    void F17_shouldAskTheOtherIfOneListensButCannotServeYet() {
        // Given
        one.answers(Answer.json(503, "{}"));

        // When
        var read = List.of(read().status(), read().status());
        int asked = one.received().size();
        var written = List.of(write().status(), write().status());

        // Then
        assertThat(read).containsOnly(200);
        assertThat(asked).isEqualTo(1);
        assertThat(written).containsOnly(200);
    }

    @Test
    void F19_shouldStillAskALeavingInstanceIfThereIsNoOther() {
        // Given
        one.answers(Answer.closing(LEAVING));
        read();
        read();
        two.close();

        // When
        var answers = List.of(write().status(), write().status());

        // Then
        assertThat(answers).containsOnly(200);
    }

    @Test
    void F15_shouldOpenTheCircuitOfSlowInstancesAndCloseItByOneTrial() {
        // Given
        var gate = new CountDownLatch(1);
        one.answers(Answer.held("", gate, ""));
        two.answers(Answer.held("", gate, ""));

        // When
        List<Integer> slow;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 2 * FAILURES)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> read().status(), threads))
                    .toList();
            slow = asked.stream().map(CompletableFuture::join).toList();
        }
        var refused = RawClient.exchange(Requests.get(PLANS, "Accept-Language: en"));

        // Then
        assertThat(slow).containsOnly(504);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).hasSize(1);
        assertThat(refused.body())
                .contains("\"code\":\"gateway.circuit-open\"", "\"title\":\"The service is too slow at the moment\"");
        assertThat(states()).contains("OPEN");
        gate.countDown();
        one.fresh();
        two.fresh();
        await("closed again").until(() -> read().status() == 200);
    }

    private static RawClient.Reply read() {
        return RawClient.exchange(Requests.get(PLANS));
    }

    private static RawClient.Reply write() {
        return RawClient.exchange(Requests.post(PLANS, "{\"a\":1}"));
    }

    /** What the readiness check tells operators. */
    private String states() {
        var request = HttpRequest.newBuilder(readiness).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
