package vn.gov.hanoi.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.support.RawClient;

/** On a server of its own: the test class loaders of Quarkus hide the extension from Netty. */
class HeadDeadlineTest {
    private static final Duration FAR_PAST_THE_LIMIT = Duration.ofSeconds(15);
    private static final Duration DRIP = Duration.ofMillis(50);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void start() {
        System.setProperty("congvu.gateway.head-timeout", "1s");
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(false))
                .requestHandler(request ->
                        request.body().onSuccess(body -> request.response().end("" + body.length())))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        System.clearProperty("congvu.gateway.head-timeout");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void A36_slowHead() {
        // Given
        try (var client = client().send("GET / HTTP/1.1\r\nX-Drip: ")) {
            // When Then
            awaitCut(client);
        }
    }

    @Test
    void A36_slowSecondHead() {
        // Given
        try (var client = client()) {
            assertThat(client.send(REQUEST).read().status()).isEqualTo(200);
            client.send("GET / HTTP/1.1\r\nX-Drip: ");

            // When Then
            awaitCut(client);
        }
    }

    @Test
    void A36_silentConnections() {
        // Given
        var clients = Stream.generate(HeadDeadlineTest::client).limit(5_000).toList();

        // When
        int status;
        try (var other = client()) {
            status = other.send(REQUEST).read().status();
        }

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(clients).allMatch(RawClient::isClosed);
        clients.forEach(RawClient::close);
    }

    @Test
    void shouldNotCloseAConnectionBetweenItsRequests() {
        // Given
        try (var client = client()) {
            // When Then
            for (int round = 0; round < 6; round++) {
                assertThat(client.send(REQUEST).read().status()).isEqualTo(200);
                await("pause").pollDelay(Duration.ofMillis(300)).until(() -> true);
            }
        }
    }

    @Test
    void shouldLeaveTheTimeOfBodiesToOthers() {
        // Given
        try (var client = client().send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\n\r\n")) {
            // When
            for (int sent = 0; sent < 30; sent++) {
                client.send("x");
                await("pause").pollDelay(DRIP).until(() -> true);
            }

            // Then
            assertThat(client.read().body()).isEqualTo("30");
        }
    }

    private static RawClient client() {
        return RawClient.connect(server.actualPort());
    }

    private static void awaitCut(RawClient client) {
        await("cut").atMost(FAR_PAST_THE_LIMIT).pollInterval(DRIP).until(() -> !client.trySend("x"));
    }
}
