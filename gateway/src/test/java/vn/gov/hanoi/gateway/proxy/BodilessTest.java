package vn.gov.hanoi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** Lengths that a client believes, and requests that must not be mixed up. */
@QuarkusTest
@WithFront
class BodilessTest {
    private static final List<String> SERVICES = List.of("evaluation", "training", "selection");

    @BeforeEach
    void forget() {
        SERVICES.forEach(service -> Origin.of(service).fresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/evaluation/v1/units%",
                "/training/v1/courses",
                "/evaluation/v1/units?access_token=x"
            })
    void shouldTellTheLengthOfEachProblem(String target) {
        // Given
        Origin.of("training").close();

        // When
        var reply = RawClient.exchange(Requests.get(target));

        // Then
        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        assertThat(reply.header("Content-Length"))
                .containsExactly(Integer.toString(reply.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(reply.header("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/training/v1/courses", "/evaluation/v1/units", "/platform/v1/portal"})
    void shouldAnswerHeadWithoutABody(String target) {
        // Given
        Origin.of("training").close();
        Origin.of("evaluation").answers(Answer.json(200, "{\"a\":\"long enough\"}"));

        // When
        try (var client = RawClient.connect()) {
            client.send(Requests.head("HEAD", target) + "\r\n" + Requests.get("/selection/v1/vacancies"));
            client.read("HEAD");

            // Then
            var next = client.read();
            assertThat(next.status()).isEqualTo(200);
            assertThat(next.body()).isEqualTo("{}");
        }
    }

    @Test
    void shouldKeepTheLengthThatAServiceTellsForHead() {
        // Given
        Origin.of("evaluation").answers(Answer.json(200, "x".repeat(1234)));

        // When
        try (var client = RawClient.connect()) {
            var reply = client.send(Requests.head("HEAD", "/evaluation/v1/units") + "\r\n")
                    .read("HEAD");

            // Then
            assertThat(reply.header("Content-Length")).containsExactly("1234");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\nContent-Length: 99\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n",
            })
    void shouldPassOnAnswersWithoutABody(String answer) {
        // Given
        Origin.of("evaluation").answers(Answer.raw(answer));

        // When
        try (var client = RawClient.connect()) {
            client.send(Requests.get("/evaluation/v1/units") + Requests.get("/selection/v1/vacancies"));
            var first = client.read();

            // Then
            assertThat(first.header("Transfer-Encoding")).isEmpty();
            assertThat(answer).startsWith("HTTP/1.1 " + first.status());
            assertThat(client.read().body()).isEqualTo("{}");
        }
    }

    /** The way in which a request finds its exchange must not depend on what else runs. */
    @Test
    void shouldMixUpNoTwoRequests() {
        // Given
        SERVICES.forEach(service -> Origin.of(service)
                .answers((request, socket) -> Answer.json(200, service + " " + request.target() + " " + request.body())
                        .complete(request, socket)));

        // When
        var answers =
                IntStream.range(0, 4)
                        .mapToObj(client -> CompletableFuture.supplyAsync(() -> talk(client)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        // Then
        assertThat(answers).hasSize(4).allSatisfy(talk -> assertThat(talk).hasSize(100));
    }

    private static List<String> talk(int client) {
        try (var connection = RawClient.connect()) {
            return IntStream.range(0, 100)
                    .mapToObj(round -> {
                        var service = SERVICES.get((client + round) % SERVICES.size());
                        var target = "/" + service + "/v1/things/" + client + "-" + round;
                        var body = "{\"n\":" + round + "}";
                        var answer = connection
                                .send(Requests.post(target, body))
                                .read()
                                .body();
                        assertThat(answer).isEqualTo(service + " " + target + " " + body);
                        return answer;
                    })
                    .toList();
        }
    }
}
