package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** HTTP/2 is off, so that none of its attacks has a door: neither by knowledge of the client, nor by an upgrade, nor towards services. */
@QuarkusTest
@WithFront
class Http2Test {
    private static final String UNITS = "/evaluation/v1/units";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String SETTINGS = frame(0, 4, 0, 0, "");
    /** GET / by the static table. */
    private static final String HEADERS = "\u0082\u0084\u0086";

    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    @Test
    void A37_clientThatWouldLikeHttp2() throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            // When
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RawClient.port() + UNITS))
                            .header("Authorization", Requests.bearer().strip().substring("Authorization: ".length()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(origin.received()).singleElement().satisfies(request -> {
                assertThat(request.requestLine()).endsWith(" HTTP/1.1");
                assertThat(request.header("Upgrade")).isEmpty();
                assertThat(request.header("HTTP2-Settings")).isEmpty();
            });
        }
    }

    /** Each begins as an HTTP/2 client does; none is spoken to in HTTP/2, and each is cut. */
    @ParameterizedTest
    @ValueSource(strings = {"settings", "rapid-reset", "continuation", "ping", "window"})
    void A37_floods(String kind) {
        // Given
        var flood = new StringBuilder(PREFACE).append(SETTINGS);
        for (int round = 0; round < 2_000; round++) {
            int stream = 2 * round + 1;
            flood.append(
                    switch (kind) {
                        case "settings" -> SETTINGS;
                        case "rapid-reset" ->
                            frame(HEADERS.length(), 1, 5, stream, HEADERS) + frame(4, 3, 0, stream, "\0\0\0\b");
                        case "continuation" -> round == 0 ? frame(3, 1, 0, 1, HEADERS) : frame(3, 9, 0, 1, HEADERS);
                        case "ping" -> frame(8, 6, 0, 0, "\0".repeat(8));
                        default -> frame(4, 8, 0, 0, "\0\0\0\1");
                    });
        }

        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend(flood.toString());
            answers = client.readToEnd();
        }

        // Then
        // Words, not frames: the preface is read as a request of a version that is not spoken here.
        assertThat(answers).matches("(?s)|HTTP/[12]\\.[01] (400|505) ((?!HTTP/).)*");
        assertThat(origin.received()).isEmpty();
    }

    private static String frame(int length, int type, int flags, int stream, String payload) {
        return "" + (char) (length >> 16) + (char) (length >> 8 & 0xff) + (char) (length & 0xff) + (char) type
                + (char) flags + (char) (stream >> 24 & 0x7f) + (char) (stream >> 16 & 0xff)
                + (char) (stream >> 8 & 0xff) + (char) (stream & 0xff) + payload;
    }
}
