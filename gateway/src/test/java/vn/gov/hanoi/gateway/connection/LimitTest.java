package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.gateway.support.Front;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

@QuarkusTest
@WithFront
class LimitTest {
    private static final String UNITS = "/evaluation/v1/units";
    private static final String CHUNK = "400\r\n" + "x".repeat(0x400) + "\r\n";
    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    @Test
    void A35_longTarget() {
        // When
        var answers = refused(Requests.get(UNITS + "?q=" + "x".repeat(65_536)));

        // Then
        assertThat(answers).startsWith("HTTP/1.0 414");
    }

    @Test
    void A35_longHeader() {
        // When
        var answers = refused(Requests.get(UNITS, "X-Note: " + "x".repeat(65_536)));

        // Then
        assertThat(answers).startsWith("HTTP/1.1 431");
    }

    @Test
    void A35_manyHeaders() {
        // Given
        var lines = new String[200];
        java.util.Arrays.setAll(lines, at -> "X-Note-" + at + ": " + "x".repeat(100));

        // When
        var answers = refused(Requests.get(UNITS, lines));

        // Then
        assertThat(answers).startsWith("HTTP/1.1 431");
    }

    @ParameterizedTest
    @CsvSource({
        "/evaluation/v1/units," + Front.BODY_LIMIT,
        "/evaluation/v1/imports," + Front.IMPORT_LIMIT,
        "/evaluation/v1/imports/7," + Front.BODY_LIMIT,
        "/evaluation/v1/papers/7/script," + Front.IMPORT_LIMIT,
        "/evaluation/v1/papers/7/scripts," + Front.BODY_LIMIT,
        "/evaluation/v1/papers," + Front.BODY_LIMIT
    })
    void A35_shouldTakeABodyOfTheLimitButNoByteMore(String target, int limit) {
        // Given
        var fitting = "x".repeat(limit);

        // When
        var accepted = RawClient.exchange(Requests.post(target, fitting));
        var answers = refusedLater(Requests.post(target, fitting + "x"));

        // Then
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(answers)
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"gateway.body-too-large\"", "\"args\":{\"limitBytes\":" + limit + "}");
        assertThat(origin.received()).singleElement().satisfies(request -> assertThat(request.bodyLength())
                .isEqualTo(limit));
    }

    @ParameterizedTest
    @CsvSource({"/evaluation/v1/units," + Front.BODY_LIMIT, "/evaluation/v1/imports," + Front.IMPORT_LIMIT})
    void A35_chunkedBodyWithoutEnd(String target, int limit) {
        // Given
        var head = Requests.head("POST", target, "Transfer-Encoding: chunked") + "\r\n";

        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.send(head);
            for (int sent = 0; sent <= 2 * limit && client.trySend(CHUNK); sent += 0x400) {
                // Goes on until it is cut or has sent twice what is allowed.
            }
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers)
                .startsWith("HTTP/1.1 413")
                .containsOnlyOnce("HTTP/1.1")
                .contains("\"code\":\"gateway.body-too-large\"");
        assertThat(origin.received()).allSatisfy(request -> {
            assertThat(request.isComplete()).isFalse();
            assertThat(request.bodyLength()).isLessThanOrEqualTo(limit);
        });
    }

    @Test
    void A35_shouldTakeAChunkedBodyOfTheLimit() {
        // Given
        var request = Requests.head("POST", UNITS, "Transfer-Encoding: chunked") + "\r\n"
                + CHUNK.repeat(Front.BODY_LIMIT / 0x400) + "0\r\n\r\n";

        // When
        var reply = RawClient.exchange(request);

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(origin.received()).singleElement().satisfies(received -> {
            assertThat(received.isComplete()).isTrue();
            assertThat(received.bodyLength()).isEqualTo(Front.BODY_LIMIT);
        });
    }

    @Test
    void A35_shouldNotUnpackABody() {
        // Given
        var packed = "\u001f\u008b\b\u0000\u0000\u0000\u0000\u0000\u0000\u0003";

        // When
        var reply = RawClient.exchange(Requests.post(UNITS, packed, "Content-Encoding: gzip"));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(origin.received()).singleElement().satisfies(request -> assertThat(request.body())
                .isEqualTo(packed));
    }

    @Test
    void shouldCloseAfterARefusalThatLeavesABodyUnread() {
        // Given
        var head = "POST " + UNITS + " HTTP/1.1\r\n" + Requests.HOST + "Content-Length: 60000\r\n\r\n";

        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.send(head + "x");
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers).startsWith("HTTP/1.1 401").containsIgnoringCase("\r\nconnection: close\r\n");
    }

    private String refused(String request) {
        var answers = refusedLater(request);
        assertThat(origin.received()).isEmpty();
        return answers;
    }

    /** Reads until the gateway closes, so that a connection kept open is a failure. */
    private static String refusedLater(String request) {
        try (var client = RawClient.connect()) {
            client.trySend(request);
            return client.readToEnd();
        }
    }
}
