package vn.gov.hanoi.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Received;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

@QuarkusTest
@WithFront
class ForwardedHeaderTest {
    private static final String TARGET = "/evaluation/v1/units";
    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        List.of("evaluation", "training", "selection")
                .forEach(service -> Origin.of(service).fresh());
    }

    @Test
    void A31_shouldRemoveWhatConnectionNames() {
        // When
        var received = forwarded(
                "Connection: X-Forwarded-For, Authorization, X-Marker,traceparent",
                "Connection: Second-Marker, Host",
                "X-Marker: 1",
                "Second-Marker: 2",
                "Keep-Alive: timeout=99",
                "Proxy-Authorization: Basic AAAA",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-Late");

        // Then
        for (var gone : List.of(
                "Authorization",
                "X-Marker",
                "Second-Marker",
                "Keep-Alive",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Connection")) {
            assertThat(received.header(gone)).as(gone).isEmpty();
        }
        assertThat(received.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(received.header("traceparent")).hasSize(1);
        assertThat(received.header("Host")).hasSize(1);
    }

    @Test
    void A31_shouldRemoveWhatConnectionNamesFromAnAnswer() {
        // Given
        origin.answers(Answer.raw("HTTP/1.1 200 OK\r\nConnection: X-Marker\r\nX-Marker: 1\r\nKeep-Alive: timeout=5\r\n"
                + "Proxy-Authenticate: Basic\r\nServer: secret/1.0\r\nX-Powered-By: secret\r\nVia: 1.1 inner\r\nSet-Cookie: a=b\r\n"
                + "X-Kept: yes\r\nContent-Length: 2\r\n\r\n{}"));

        // When
        var reply = RawClient.exchange(Requests.get(TARGET));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        for (var gone : List.of(
                "X-Marker", "Keep-Alive", "Proxy-Authenticate", "Server", "X-Powered-By", "Via", "Set-Cookie")) {
            assertThat(reply.header(gone)).as(gone).isEmpty();
        }
        assertThat(reply.header("X-Kept")).containsExactly("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X-Forwarded-User",
                "X-FORWARDED-FOR",
                "Forwarded",
                "forwarded",
                "X-Real-IP",
                "X-Original-URL",
                "X-Original-Host",
                "X-Rewrite-URL",
                "X-User",
                "X-Org-Unit",
                "X-Roles",
                "X-Remote-User",
                "X-Client-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "X-Cluster-Client-Ip",
                "X-HTTP-Method-Override",
                "X-Method-Override",
                "Cookie"
            })
    void A32_shouldDropWhatAServiceMightBelieve(String name) {
        // When
        var received = forwarded(name + ": 6.6.6.6", name + ": evil.example");

        // Then
        assertThat(received.head()).doesNotContain("6.6.6.6", "evil.example");
        assertThat(received.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(received.header("X-Forwarded-Host")).containsExactly("congvu.hanoi.gov.vn");
        assertThat(received.header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(received.header("Forwarded"))
                .containsExactly("for=127.0.0.1;host=\"congvu.hanoi.gov.vn\";proto=https");
    }

    @Test
    void A32_shouldTakeAnUnderscoreForAHyphen() {
        // When
        var received = forwarded("X_Forwarded_For: 6.6.6.6", "X_User: admin");

        // Then
        assertThat(received.head()).doesNotContain("6.6.6.6", "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1:1", "training", "congvu.hanoi.gov.vn:8080", "[::1]:80"})
    void A33_shouldNotLetTheHostChooseAnything(String host) {
        // When
        var reply = RawClient.exchange(
                "GET " + TARGET + " HTTP/1.1\r\nHost: " + host + "\r\n" + Requests.bearer() + "\r\n");

        // Then
        assertThat(reply.status()).isEqualTo(200);
        var received = origin.received().getFirst();
        assertThat(received.header("Host")).containsExactly("127.0.0.1:" + origin.port());
        assertThat(received.header("X-Forwarded-Host")).containsExactly("congvu.hanoi.gov.vn");
        assertThat(Origin.of("training").received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Note: a\rX-User: admin",
                "X-Note: a\u0000X-User: admin",
                "X-Note\r: a",
                "X-No\u0001te: a",
            })
    void A34_brokenHeaderLines(String line) {
        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.send(Requests.get(TARGET, line));
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1")
                .doesNotContain("admin");
        assertThat(origin.received()).isEmpty();
    }

    @Test
    void A34_shouldNotSplitAnAnswerThatReflects() {
        // Given
        origin.answers(Answer.raw("HTTP/1.1 200 OK\r\nLocation: /a\rSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\n{}"));

        // When
        var reply = RawClient.exchange(Requests.get(TARGET));

        // Then
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    private Received forwarded(String... lines) {
        assertThat(RawClient.exchange(Requests.get(TARGET, lines)).status()).isEqualTo(200);
        assertThat(origin.received()).hasSize(1);
        return origin.received().getFirst();
    }
}
