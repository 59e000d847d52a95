package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.support.Requests.HOST;
import static vn.gov.hanoi.gateway.support.Requests.bearer;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Answer;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

/** Every request that could be read as two, followed by one that a careless server would take from its body. */
@QuarkusTest
@WithFront
class SmugglingTest {
    private static final String SMUGGLED = "GET /evaluation/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    /** Nothing, or one single answer that refuses. */
    private static final Pattern REFUSED_OR_CUT =
            Pattern.compile("|HTTP/\\d\\.\\d (4\\d\\d|505) ((?!HTTP/\\d\\.\\d \\d).)*", Pattern.DOTALL);

    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
    }

    /** The text takes the place between the bearer token and the end of the message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // CL.TE, TE.CL and their spellings
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\ntransfer-encoding: CHUNKED\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                // lengths
                "Content-Length: 0\r\nContent-Length: 53\r\n\r\n",
                "Content-Length: 0, 53\r\n\r\n",
                "Content-Length: 0,0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +5\r\n\r\nabcde",
                "Content-Length: 0x5\r\n\r\nabcde",
                "Content-Length: 5a\r\n\r\nabcde",
                "Content-Length: 5 0\r\n\r\nabcde",
                "Content-Length:\r\n\r\nabcde",
                "Content-Length: 99999999999999999999\r\n\r\nabcde",
                "Content-Length : 5\r\n\r\nabcde",
                // lines
                "X: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "X: a\u0000b\r\n\r\n",
                "No colon here\r\n\r\n",
                ": no name\r\n\r\n",
                "X Y: name with a space\r\n\r\n",
                // chunks
                "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n+3\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n100000003\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3;a=\nx\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n",
                // hosts
                "Host: evil.example\r\n\r\n",
            })
    void A30_shouldRefuseWhatCanBeReadInTwoWays(String rest) {
        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend("POST /evaluation/v1/units HTTP/1.1\r\n" + HOST + bearer() + rest);
            client.trySend(SMUGGLED);
            answers = client.readToEnd();
        }

        // Then
        assertThat(origin.received()).noneMatch(request -> request.isComplete());
        assertThat(origin.received()).noneMatch(request -> request.toString().contains("smuggled"));
        assertThat(answers).matches(REFUSED_OR_CUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /evaluation/v1/units HTTP/1.0\r\nHost: congvu.hanoi.gov.vn\r\nConnection: keep-alive\r\n\r\n",
                "GET /evaluation/v1/units\r\n\r\n",
                "GET /evaluation/v1/units HTTP/2.0\r\nHost: congvu.hanoi.gov.vn\r\n\r\n",
                "GET /evaluation/v1/units HTTP/1.1 HTTP/1.1\r\nHost: congvu.hanoi.gov.vn\r\n\r\n",
                "GET /evaluation/v1/units HTTP/1.1\r\n\r\n",
                "GET /evaluation/v1/units HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /evaluation/v1/units HTTP/1.1\r\nHost: a@evil.example\r\n\r\n",
                "GET /evaluation/v1/units HTTP/1.1\r\nHost:\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            })
    void A30_shouldRefuseOtherVersionsAndHosts(String request) {
        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend(request + "\r\n\r\n" + SMUGGLED);
            answers = client.readToEnd();
        }

        // Then
        assertThat(origin.received()).isEmpty();
        assertThat(answers).matches(REFUSED_OR_CUT);
    }

    @Test
    void A30_shouldForwardChunksAsOneRequestWithoutExtensionsAndTrailers() {
        // Given
        var request =
                Requests.head("POST", "/evaluation/v1/units", "Transfer-Encoding: chunked", "Trailer: Authorization")
                        + "\r\n3;name=\"value\"\r\nabc\r\n02\r\nde\r\n0\r\nAuthorization: Bearer other\r\nX-User: admin\r\n\r\n";

        // When
        var reply = RawClient.exchange(request);

        // Then
        assertThat(reply.status()).isEqualTo(200);
        var only = origin.received().getFirst();
        assertThat(origin.received()).hasSize(1);
        assertThat(only.body()).isEqualTo("abcde");
        assertThat(only.toString()).doesNotContain("name=", "Bearer other", "X-User");
        assertThat(only.header("Authorization")).hasSize(1);
    }

    @Test
    void A30_shouldJoinAFoldedLine() {
        // When
        var reply = RawClient.exchange(
                Requests.get("/evaluation/v1/units", "X-Note: a", " Transfer-Encoding: chunked", "\tX-User: admin"));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(origin.received()).singleElement().satisfies(request -> {
            assertThat(request.header("X-Note")).containsExactly("a Transfer-Encoding: chunked X-User: admin");
            assertThat(request.header("Transfer-Encoding")).isEmpty();
            assertThat(request.header("X-User")).isEmpty();
        });
    }

    @Test
    void A30_shouldNotTakeABodyForARequest() {
        // Given
        var request = Requests.post("/evaluation/v1/units", SMUGGLED);

        // When
        var reply = RawClient.exchange(request);

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(origin.received()).hasSize(1);
        assertThat(origin.received().getFirst().body()).isEqualTo(SMUGGLED);
    }

    @Test
    void A30_shouldAnswerPipelinedRequestsInOrder() {
        // Given
        origin.answers((request, socket) -> Answer.json(200, request.target()).complete(request, socket));
        var targets = IntStream.range(0, 20)
                .mapToObj(at -> "/evaluation/v1/units/" + at)
                .toList();
        var all = new StringBuilder();
        targets.forEach(target -> all.append(Requests.post(target, "{}")));

        // When
        List<String> bodies;
        try (var client = RawClient.connect()) {
            client.send(all.toString());
            bodies = targets.stream().map(target -> client.read().body()).toList();
        }

        // Then
        assertThat(bodies).isEqualTo(targets);
        assertThat(origin.received()).extracting(request -> request.target()).isEqualTo(targets);
    }

    @Test
    void A30_shouldServeNothingAfterARefusedBody() {
        // Given
        var large =
                Requests.head("POST", "/evaluation/v1/units", "Content-Length: 70000") + "\r\n" + "x".repeat(70_000);

        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend(large + Requests.get("/evaluation/v1/units"));
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers)
                .startsWith("HTTP/1.1 413")
                .containsOnlyOnce("HTTP/1.1")
                .containsIgnoringCase("connection: close");
        assertThat(origin.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
                "Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n",
            })
    void A30_shouldOpenNoTunnel(String upgrade) {
        // Given
        origin.answers(
                Answer.raw("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"));

        // When
        var reply = RawClient.exchange("GET /evaluation/v1/units HTTP/1.1\r\n" + HOST + bearer() + upgrade + "\r\n");

        // Then
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("Upgrade")).isEmpty();
        assertThat(origin.received()).allSatisfy(request -> {
            assertThat(request.header("Upgrade")).isEmpty();
            assertThat(request.header("HTTP2-Settings")).isEmpty();
            assertThat(request.header("Connection")).doesNotContain("Upgrade");
        });
    }

    @Test
    void A30_shouldAskForTheBodyOnlyAfterTheToken() {
        // Given
        var head = "POST /evaluation/v1/units HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 2\r\n";

        // When
        String refused;
        int admitted;
        try (var stranger = RawClient.connect();
                var client = RawClient.connect()) {
            refused = stranger.send(head + "\r\n").readToEnd();
            client.send(head + bearer() + "\r\n");
            assertThat(client.line()).isEqualTo("HTTP/1.1 100 Continue");
            client.line();
            admitted = client.send("{}").read().status();
        }

        // Then
        assertThat(refused).startsWith("HTTP/1.1 401").doesNotContain("100 Continue");
        assertThat(admitted).isEqualTo(200);
        assertThat(origin.received()).singleElement().satisfies(request -> assertThat(request.body())
                .isEqualTo("{}"));
    }
}
