package vn.gov.hanoi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

@QuarkusTest
@WithFront
class UpstreamTest {
    private static final String UNITS = "/evaluation/v1/units";
    private static final String FINE =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    @Test
    void A38_serviceDownAndUpAgain() {
        // Given
        origin.close();

        // When
        var vietnamese = RawClient.exchange(Requests.get(UNITS));
        var english = RawClient.exchange(Requests.post(UNITS, "{}", "Accept-Language: en"));
        origin.fresh();
        var again = RawClient.exchange(Requests.get(UNITS));

        // Then
        assertProblem(vietnamese, 502, "gateway.upstream-failed");
        assertThat(vietnamese.header("Content-Language")).containsExactly("vi");
        assertThat(vietnamese.body()).contains("\"title\":\"Dịch vụ không trả lời\"");
        assertProblem(english, 502, "gateway.upstream-failed");
        assertThat(english.header("Content-Language")).containsExactly("en");
        assertThat(english.body()).contains("\"title\":\"The service does not answer\"");
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void A38_serviceTooSlow() {
        // Given
        var gate = new CountDownLatch(1);
        origin.answers(Answer.held("", gate, FINE));

        // When
        var reply = RawClient.exchange(Requests.get(UNITS, "Accept-Language: en"));

        // Then
        assertProblem(reply, 504, "gateway.upstream-too-slow");
        assertThat(reply.body()).contains("\"title\":\"The service is too slow\"");
        gate.countDown();
        await("late answer goes to nobody").until(() -> origin.openConnections() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n{}",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
            })
    void A38_answersThatCannotBeTrusted(String answer) {
        // Given
        origin.answers(
                answer.endsWith("\r\n\r\n") || answer.endsWith("{}") ? Answer.raw(answer) : Answer.reset(answer));

        // When
        var reply = RawClient.exchange(Requests.get(UNITS));

        // Then
        assertProblem(reply, 502, "gateway.upstream-failed");
        await("connection not used again").until(() -> origin.openConnections() == 0);
        assertThat(origin.received()).hasSize(1);
    }

    @Test
    void A38_hugeHeadOfAnAnswer() {
        // Given
        origin.answers(
                Answer.raw("HTTP/1.1 200 OK\r\nX-Note: " + "x".repeat(1_000_000) + "\r\nContent-Length: 2\r\n\r\n{}"));

        // When
        var reply = RawClient.exchange(Requests.get(UNITS));

        // Then
        assertProblem(reply, 502, "gateway.upstream-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"hal",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"half"
            })
    void A38_answerBrokenOff(String answer) {
        // Given
        origin.answers(Answer.closing(answer));

        // When
        try (var client = RawClient.connect()) {
            client.send(Requests.get(UNITS));

            // Then
            assertThatThrownBy(client::read).isInstanceOf(UncheckedIOException.class);
            assertThat(client.isClosed()).isTrue();
        }
        await("connection not used again").until(() -> origin.openConnections() == 0);
    }

    @Test
    void A38_answerThatStopsInItsMiddle() {
        // Given
        var gate = new CountDownLatch(1);
        origin.answers(Answer.held("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half", gate, ""));

        // When
        try (var client = RawClient.connect()) {
            client.send(Requests.get(UNITS));

            // Then
            assertThatThrownBy(client::read).hasRootCauseInstanceOf(EOFException.class);
        }
        gate.countDown();
        await("connection not used again").until(() -> origin.openConnections() == 0);
    }

    @Test
    void A38_resetWhileTheBodyIsSent() {
        // Given
        origin.answers(Answer.resetBeforeBody());

        // When
        var reply = RawClient.exchange(Requests.post("/evaluation/v1/imports", "x".repeat(131_072)));

        // Then
        assertProblem(reply, 502, "gateway.upstream-failed");
    }

    /** What a service sends unasked must never become the answer of the next caller. */
    @Test
    void A30_answerNobodyAskedFor() {
        // Given
        origin.answers((request, socket) -> {
            var mine = "{\"for\":\"" + request.target() + "\"}";
            Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: " + mine.length() + "\r\n\r\n" + mine
                            + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncanary")
                    .complete(request, socket);
        });

        // When Then
        for (int round = 0; round < 50; round++) {
            var target = UNITS + "/" + round;
            var reply = RawClient.exchange(Requests.get(target));
            assertThat(reply.body()).doesNotContain("canary");
            assertThat(reply.body()).containsAnyOf("\"" + target + "\"", "gateway.upstream-failed");
        }
    }

    @Test
    void A38_interimAnswers() {
        // Given
        origin.answers(
                Answer.raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + FINE));

        // When
        var reply = RawClient.exchange(Requests.get(UNITS));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{}");
    }

    @Test
    void A38_shouldNotReadAheadOfTheClientInAnEndlessAnswer() {
        // Given
        origin.answers(Answer.endless());

        // When
        try (var client = RawClient.connect()) {
            client.send(Requests.get(UNITS));
            assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
            client.abort();
        }

        // Then
        await("service released").until(() -> origin.openConnections() == 0);
    }

    static void assertProblem(RawClient.Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
        assertThat(reply.header("Cache-Control")).containsExactly("no-store");
        assertThat(reply.header("Trace-Id")).hasSize(1);
        assertThat(reply.body())
                .contains(
                        "\"code\":\"" + code + "\"",
                        "\"status\":" + status,
                        "\"source\":\"gateway\"",
                        "\"retryable\":true")
                .contains("\"traceId\":\"" + reply.header("Trace-Id").getFirst() + "\"");
    }
}
