package vn.gov.hanoi.localstack.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The far end of the wire as a suite that refuses, delays or repeats on command. Each route gives its answers in the order they were told and keeps
 * giving the last one; an untold route answers 404.
 */
final class FaultySuite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Reply>> routes = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    FaultySuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Tells the answers of a route, such as "GET /training/v1/plans". */
    FaultySuite on(String route, Reply... replies) {
        routes.put(route, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    List<Call> calls(String route) {
        return calls.stream().filter(call -> call.route().equals(route)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        var content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                route,
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("If-Match"),
                content));
        var replies =
                routes.getOrDefault(route, new ArrayDeque<>(List.of(new Reply(404, "{\"code\":\"test.untold\"}"))));
        var reply = replies.size() > 1 ? replies.remove() : replies.element();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Reply(int status, String body, Map<String, String> headers) {
        Reply(int status, String body) {
            this(status, body, Map.of());
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value));
        }
    }

    record Call(
            String route,
            @Nullable String authorization,
            @Nullable String key,
            @Nullable String ifMatch,
            String content) {}
}
