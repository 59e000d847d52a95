package vn.gov.hanoi.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Front;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** Each kind of refusal protects a browser as an answer does. */
@QuarkusTest
@WithFront
class RefusalHeaderTest {
    private static final String UNITS = "/evaluation/v1/units";

    @ParameterizedTest
    @CsvSource({
        "400,path",
        "400,framing",
        "401,token",
        "404,route",
        "405,method",
        "413,length",
        "413,chunks",
        "502,away",
        "504,slow",
        "505,version"
    })
    void A44_everyRefusalProtectsBrowsers(int status, String kind) {
        // Given
        var origin = Origin.of("evaluation").fresh();
        if (kind.equals("away")) {
            origin.close();
        }
        if (kind.equals("slow")) {
            origin.answers(Answer.raw(""));
        }

        // When
        var reply = RawClient.exchange(request(kind));

        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(reply.header("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(reply.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(reply.header("Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
        assertThat(reply.header("Cache-Control")).containsExactly("no-store");
        assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
        assertThat(reply.header("Trace-Id")).hasSize(1);
    }

    /** The server itself refuses what never became a request: there is nothing to be framed, sniffed or kept. */
    @Test
    void A44_refusalsBeforeThereIsARequestAreEmpty() {
        for (var request : List.of(
                Requests.get(UNITS + "?q=" + "x".repeat(65_536)), Requests.get(UNITS, "X: " + "x".repeat(65_536)))) {
            try (var client = RawClient.connect()) {
                client.trySend(request);
                assertThat(client.readToEnd()).matches("(?s)HTTP/1\\.[01] 4[13][14] .*\r\n\r\n");
            }
        }
    }

    private static String request(String kind) {
        return switch (kind) {
            case "path" -> Requests.get("/evaluation/v1/../x");
            case "framing" -> Requests.head("POST", UNITS, "Transfer-Encoding: gzip, chunked") + "\r\n0\r\n\r\n";
            case "token" -> "GET " + UNITS + " HTTP/1.1\r\n" + Requests.HOST + "\r\n";
            case "route" -> Requests.get("/nowhere");
            case "method" -> Requests.head("TRACE", UNITS) + "\r\n";
            case "length" -> Requests.head("POST", UNITS, "Content-Length: " + (Front.BODY_LIMIT + 1)) + "\r\n";
            case "chunks" -> {
                var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
                yield Requests.head("POST", UNITS, "Transfer-Encoding: chunked") + "\r\n" + chunk + chunk + "0\r\n\r\n";
            }
            case "version" -> Requests.get(UNITS).replace("HTTP/1.1", "HTTP/1.0");
            default -> Requests.get(UNITS);
        };
    }
}
