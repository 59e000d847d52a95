package vn.gov.hanoi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Front;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** More requests than connections, and clients that do not wait for their answers. */
@QuarkusTest
@WithFront
class OverloadTest {
    private static final String UNITS = "/evaluation/v1/units";
    /** Its deadline is a minute, so that only the client's leaving can set a connection free in time. */
    private static final String PATIENT = "/evaluation/v1/imports";

    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    /** At each stage; a long run takes {@code -Dcongvu.test.aborts=10000}. */
    private static final int ABORTS = Integer.getInteger("congvu.test.aborts", 200);

    private final Origin origin = Origin.of("evaluation");
    private final List<RawClient> clients = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void forget() {
        origin.fresh();
        Origin.of("training").fresh();
    }

    @AfterEach
    void leave() {
        gate.countDown();
        clients.forEach(RawClient::close);
    }

    @Test
    void A38_fullQueue() {
        // Given
        origin.answers(Answer.held("", gate, FINE));
        IntStream.range(0, Front.POOL).forEach(client -> send());
        await("pool in use").until(() -> origin.received().size() == Front.POOL);
        IntStream.range(0, 4 * Front.QUEUE).forEach(client -> send());

        // When
        await("queue full")
                .until(() -> clients.stream().filter(RawClient::hasAnswer).count() == 3 * Front.QUEUE);
        var elsewhere = RawClient.exchange(Requests.get("/training/v1/courses"));
        gate.countDown();
        var replies = clients.stream().map(RawClient::read).toList();

        // Then
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(Front.POOL + Front.QUEUE);
        assertThat(replies).filteredOn(reply -> reply.status() != 200).allSatisfy(reply -> {
            UpstreamTest.assertProblem(reply, 503, "gateway.busy");
            assertThat(reply.header("Retry-After")).containsExactly("1");
        });
        assertThat(origin.received()).hasSize(Front.POOL + Front.QUEUE);
    }

    @Test
    void A38_shouldLetNobodyWaitLongerThanTheDeadline() {
        // Given
        origin.answers(Answer.held("", gate, FINE));

        // When
        IntStream.range(0, Front.POOL + Front.QUEUE).forEach(client -> send());
        var replies = clients.stream().map(RawClient::read).toList();

        // Then
        assertThat(replies).allSatisfy(reply -> UpstreamTest.assertProblem(reply, 504, "gateway.upstream-too-slow"));
        assertThat(origin.received()).hasSizeLessThanOrEqualTo(Front.POOL + Front.QUEUE);
        assertPoolIsWhole();
    }

    /** Nobody asked these clients for their bodies yet, so it is not they who are slow. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void A38_shouldNotBlameTheClientForItsTimeInTheQueue(String method) {
        // Given
        origin.answers(Answer.held("", gate, FINE));
        IntStream.range(0, Front.POOL).forEach(client -> send(PATIENT));
        await("pool in use").until(() -> origin.received().size() == Front.POOL);

        // When
        var reply = RawClient.exchange(method.equals("GET") ? Requests.get(UNITS) : Requests.post(UNITS, "{}"));

        // Then
        UpstreamTest.assertProblem(reply, 504, "gateway.upstream-too-slow");
        assertThat(origin.received()).hasSize(Front.POOL);
        gate.countDown();
        assertPoolIsWhole();
    }

    /** When a client leaves. */
    enum Stage {
        IN_HEAD,
        BEFORE_BODY,
        IN_BODY,
        IN_CHUNK,
        WAITING,
        IN_ANSWER
    }

    @ParameterizedTest
    @EnumSource
    void A38_clientsThatLeave(Stage stage) {
        // Given
        origin.answers(stage == Stage.IN_ANSWER ? Answer.endless() : Answer.held("", gate, FINE));
        var request = request(stage);

        // When
        for (int round = 0; round < ABORTS; round++) {
            try (var client = RawClient.connect()) {
                client.send(request);
                if (stage == Stage.IN_ANSWER) {
                    client.line();
                }
                client.abort();
            }
        }

        // Then
        await("requests of those who left are given up").until(() -> origin.inProgress() == 0);
        assertPoolIsWhole();
    }

    @Test
    void A38_clientsThatLeaveTheQueue() {
        // Given
        origin.answers(Answer.held("", gate, FINE));
        IntStream.range(0, Front.POOL).forEach(client -> send());
        await("pool in use").until(() -> origin.received().size() == Front.POOL);
        IntStream.range(0, Front.QUEUE).forEach(client -> send("/evaluation/v1/left"));

        // When
        clients.subList(Front.POOL, Front.POOL + Front.QUEUE).forEach(RawClient::abort);
        var after = RawClient.exchange(Requests.get("/training/v1/courses"));
        gate.countDown();

        // Then
        assertThat(after.status()).isEqualTo(200);
        assertThat(clients.subList(0, Front.POOL))
                .allMatch(client -> client.read().status() == 200);
        assertPoolIsWhole();
        assertThat(origin.received()).noneMatch(request -> request.target().endsWith("/left"));
    }

    /** Every connection of the pool can be had at once, so that none was lost. */
    private void assertPoolIsWhole() {
        await("whole pool in use").pollInterval(Duration.ofMillis(300)).until(this::isPoolWhole);
    }

    private boolean isPoolWhole() {
        var next = new CountDownLatch(1);
        var together = new CountDownLatch(Front.POOL);
        origin.answers((request, socket) -> {
            together.countDown();
            Answer.held("", next, FINE).complete(request, socket);
        });
        var all = IntStream.range(0, Front.POOL)
                .mapToObj(client -> RawClient.connect().send(Requests.get("/evaluation/v1/probe")))
                .toList();
        try {
            return together.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            next.countDown();
            all.forEach(RawClient::read);
            all.forEach(RawClient::close);
        }
    }

    private static String request(Stage stage) {
        return switch (stage) {
            case IN_HEAD -> Requests.head("GET", PATIENT) + "X-Half";
            case BEFORE_BODY -> Requests.head("POST", PATIENT, "Content-Length: 9000") + "\r\n";
            case IN_BODY -> Requests.head("POST", PATIENT, "Content-Length: 9000") + "\r\n" + "x".repeat(5000);
            case IN_CHUNK -> Requests.head("POST", PATIENT, "Transfer-Encoding: chunked") + "\r\n1000\r\nxx";
            case WAITING, IN_ANSWER -> Requests.get(PATIENT);
        };
    }

    private void send() {
        send(UNITS);
    }

    private void send(String target) {
        clients.add(RawClient.connect().send(Requests.get(target)));
    }
}
