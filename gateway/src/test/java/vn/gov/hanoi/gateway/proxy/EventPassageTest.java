package vn.gov.hanoi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Front;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** The feed of events, which is silent for long, on its way through the gateway. */
@QuarkusTest
@WithFront
class EventPassageTest {
    private static final String EVENTS = "/evaluation/v1/events";
    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final Origin origin = Origin.of("evaluation");
    private final List<RawClient> clients = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    @AfterEach
    void leave() {
        gate.countDown();
        clients.forEach(RawClient::close);
    }

    private RawClient open(String... headers) {
        var client = RawClient.connect().send(Requests.get(EVENTS + "?waitSeconds=30", headers));
        clients.add(client);
        return client;
    }

    @Test
    void shouldPassEachEventOnAtOnce() {
        // Given
        origin.answers(Answer.held(STREAM + "9\r\nid: 1\r\n\r\n\r\n", gate, "0\r\n\r\n"));

        // When
        var client = open("Accept: text/event-stream", "Last-Event-ID: place");

        // Then
        await("first event while the stream is open").until(client::hasAnswer);
        assertThat(gate.getCount()).isOne();
        assertThat(origin.received().getFirst().header("Last-Event-ID")).containsExactly("place");
        gate.countDown();
        var reply = client.read();
        assertThat(reply.header("Content-Type")).containsExactly("text/event-stream");
        assertThat(reply.body()).isEqualTo("id: 1\r\n\r\n");
    }

    /** The deadline of other requests is two seconds here. */
    @Test
    void shouldWaitForEventsLongerThanForOtherAnswers() {
        // Given
        origin.answers(Answer.held("", gate, FINE));

        // When
        var client = open();

        // Then
        await("more than the deadline of others")
                .during(Duration.ofMillis(2_500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> !client.hasAnswer());
        gate.countDown();
        assertThat(client.read().status()).isEqualTo(200);
    }

    @Test
    void shouldLeaveTheConnectionsOfOthersFree() {
        // Given
        origin.answers(Answer.held("", gate, FINE));
        int waiting = Front.POOL + Front.QUEUE + 1;
        IntStream.range(0, waiting).forEach(_ -> open());
        await("all wait at the service").until(() -> origin.received().size() == waiting);
        origin.answers(Answer.json(200, "{}"));

        // When
        var other = RawClient.exchange(Requests.get("/evaluation/v1/units"));

        // Then
        assertThat(other.status()).isEqualTo(200);
        clients.forEach(RawClient::abort);
        await("who left is given up").until(() -> origin.inProgress() == 0);
    }
}
