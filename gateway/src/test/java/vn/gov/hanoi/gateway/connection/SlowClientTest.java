package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** The limits are two seconds here; the idle timeout of the server is far longer, and begins anew with every byte. */
@QuarkusTest
@WithFront
class SlowClientTest {
    private static final String UNITS = "/evaluation/v1/units";
    private static final Duration FAR_PAST_THE_LIMIT = Duration.ofSeconds(15);
    private static final Duration DRIP = Duration.ofMillis(100);
    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    @Test
    void A36_slowBody() {
        // Given
        try (var client = RawClient.connect()) {
            client.send(Requests.head("POST", UNITS, "Content-Length: 60000") + "\r\n");

            // When
            await("cut")
                    .atMost(FAR_PAST_THE_LIMIT)
                    .pollInterval(DRIP)
                    .until(() -> client.hasAnswer() || !client.trySend("x"));
            var answers = client.readToEnd();

            // Then
            assertThat(answers)
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"gateway.body-too-slow\"", "\"retryable\":true")
                    .containsIgnoringCase("\r\nconnection: close\r\n");
        }
        assertThat(origin.received()).noneMatch(request -> request.isComplete());
        await("connection to the service closed").until(() -> origin.openConnections() == 0);
    }

    @Test
    void A36_slowBodyBehindARefusal() {
        try (var client = RawClient.connect()) {
            // Given
            client.send("POST " + UNITS + " HTTP/1.1\r\n" + Requests.HOST + "Content-Length: 60000\r\n\r\n");

            // When Then
            awaitCut(client);
        }
    }

    @Test
    void A36_clientThatDoesNotRead() {
        // Given
        origin.answers(Answer.endless());

        try (var client = RawClient.connect()) {
            // When
            client.send(Requests.get(UNITS));

            // Then
            await("request arrives").until(() -> origin.openConnections() == 1);
            await("service released").atMost(FAR_PAST_THE_LIMIT).until(() -> origin.openConnections() == 0);
        }
    }

    private static void awaitCut(RawClient client) {
        await("cut").atMost(FAR_PAST_THE_LIMIT).pollInterval(DRIP).until(() -> !client.trySend("x"));
    }
}
