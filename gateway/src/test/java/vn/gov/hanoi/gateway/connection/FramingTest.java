package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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

/** What is allowed but seldom: it must come out as one request for one request, and the next caller gets the own answer. */
@QuarkusTest
@WithFront
class FramingTest {
    private static final String UNITS = "/evaluation/v1/units";
    private static final String SMUGGLED = "GET /evaluation/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Origin origin = Origin.of("evaluation");

    @BeforeEach
    void forget() {
        origin.fresh();
        origin.answers((request, socket) -> Answer.json(200, request.target()).complete(request, socket));
    }

    /** CL.0: a method that seldom has a body has one; who forgets it takes it for the next request. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH", "POST"})
    void A30_bodyWhereSomeExpectNone(String method) {
        // Given
        var attack = Requests.head(method, UNITS, "Content-Length: " + SMUGGLED.length()) + "\r\n" + SMUGGLED;

        // When
        String own;
        int attacked;
        try (var attacker = RawClient.connect();
                var other = RawClient.connect()) {
            attacked = attacker.send(attack).read().status();
            own = other.send(Requests.get(UNITS + "/mine")).read().body();
        }

        // Then
        assertThat(attacked).isEqualTo(200);
        assertThat(own).isEqualTo(UNITS + "/mine");
        assertThat(origin.received()).hasSize(2);
        assertThat(origin.received().getFirst().body()).isEqualTo(SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /evaluation/v1/units HTTP/1.1\nHost: x\n\n",
                "POST /evaluation/v1/units HTTP/1.1\r\nHost: x\nContent-Length: 4\r\n\r\nabcd",
                "POST /evaluation/v1/units HTTP/1.1\r\nHost: x\r\nX: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /evaluation/v1/units HTTP/1.1\r\nHost: x\r\nX: a\r\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void A30_lineEndsOfOthers(String request) {
        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend(request.replace("Host: x", "Host: x\r\nConnection: close"));
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers).matches("(?s)HTTP/1\\.[01] 4((?!HTTP/).)*");
        assertThat(origin.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200-ok", "100-continue, x", "", "100-Continue"})
    void A30_expectations(String expect) {
        // When
        var answers = "";
        try (var client = RawClient.connect()) {
            client.send(Requests.head(
                            "POST",
                            UNITS,
                            "Expect: " + expect,
                            "Connection: close",
                            "Content-Length: " + SMUGGLED.length())
                    + "\r\n" + SMUGGLED);
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers.replaceFirst("HTTP/1.1 100 Continue\r\n\r\n", "")).containsOnlyOnce("HTTP/1.1");
        assertThat(origin.received()).hasSizeLessThanOrEqualTo(1).allSatisfy(request -> {
            assertThat(request.header("Expect")).isEmpty();
            assertThat(request.body()).isEqualTo(SMUGGLED);
        });
    }

    /** What one request of a connection may do says nothing of the next. */
    @Test
    void A30_pipelinedPairsOfDifferentRights() {
        // Given
        var stranger = "GET " + UNITS + "/stranger HTTP/1.1\r\n" + Requests.HOST + "\r\n";
        var pairs = IntStream.range(0, 20)
                .mapToObj(at -> Requests.get(UNITS + "/" + at) + stranger)
                .toList();

        // When
        List<Integer> statuses;
        try (var client = RawClient.connect()) {
            client.send(String.join("", pairs));
            statuses = IntStream.range(0, 40)
                    .mapToObj(at -> client.read().status())
                    .toList();
        }

        // Then
        assertThat(statuses)
                .isEqualTo(IntStream.range(0, 20)
                        .boxed()
                        .flatMap(at -> List.of(200, 401).stream())
                        .toList());
        assertThat(origin.received()).hasSize(20).noneMatch(request -> request.target()
                .endsWith("/stranger"));
    }

    @Test
    void A30_nothingBehindAClosingRequest() {
        // When
        String answers;
        try (var client = RawClient.connect()) {
            client.trySend(Requests.get(UNITS + "/last", "Connection: close") + Requests.get(UNITS + "/behind"));
            answers = client.readToEnd();
        }

        // Then
        assertThat(answers).containsOnlyOnce("HTTP/1.1");
        assertThat(origin.received()).extracting(request -> request.target()).contains(UNITS + "/last");
    }
}
