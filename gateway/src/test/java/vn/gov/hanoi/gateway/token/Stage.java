package vn.gov.hanoi.gateway.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * What stands around the gateway in these tests: one recording server that plays the three services and an attacker's host, and an issuer.
 * The tests talk to it by HTTP, because it lives in another class loader.
 */
public class Stage implements QuarkusTestResourceLifecycleManager {
    static final String URL = "congvu.test.stage";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Map<String, Object>> seen = new ArrayList<>();
    /** Last segment of a path, and how the service answers there: a status, a text, or {@code never}. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private boolean issuerAway;
    private Issuer issuer;
    private HttpServer server;

    @Override
    public void init(Map<String, String> arguments) {
        issuerAway = "away".equals(arguments.get("issuer"));
    }

    @Override
    public Map<String, String> start() {
        try {
            issuer = new Issuer();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::service);
        server.createContext("/stage/answer", exchange -> {
            var parts = exchange.getRequestURI().getQuery().split("=", 2);
            answers.put(parts[0], parts[1]);
            send(exchange, 200, Map.of());
        });
        server.createContext("/stage/usual", exchange -> {
            answers.clear();
            send(exchange, 200, Map.of());
        });
        server.createContext("/stage/seen", exchange -> send(exchange, 200, drain()));
        server.createContext("/stage/issuer/stop", exchange -> {
            issuer.stop();
            send(exchange, 200, Map.of());
        });
        server.createContext("/stage/issuer/start", exchange -> {
            issuer.start();
            send(exchange, 200, Map.of());
        });
        server.createContext("/stage/issuer/roll-keys", exchange -> {
            issuer.rollKeys();
            send(exchange, 200, Map.of());
        });
        server.createContext(
                "/stage/issuer/fault",
                exchange -> send(
                        exchange,
                        200,
                        issuer.codeFlow().fault(exchange.getRequestURI().getQuery())));
        server.createContext(
                "/stage/issuer/calls",
                exchange -> send(exchange, 200, issuer.codeFlow().calls()));
        server.createContext("/stage/issuer/key-fetches", exchange -> send(exchange, 200, issuer.keyFetches()));
        if (issuerAway) {
            issuer.stop();
        }
        server.start();
        var origin = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(URL, origin);
        return configuration(origin);
    }

    private Map<String, String> configuration(String origin) {
        var config = new HashMap<String, String>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("quarkus.oidc.token.issuer", issuer.url());
        config.put("congvu.gateway.public-url", "https://congvu.hanoi.gov.vn");
        config.put("congvu.session.keys", "one=" + "A".repeat(43) + "=, two=" + "B".repeat(42) + "A=");
        config.put("congvu.session.client-secret", CodeFlow.SECRET);
        for (var service : List.of("evaluation", "training", "selection")) {
            config.put("congvu.gateway." + service + "-url", origin);
        }
        // One person of the tests asks more than thousands do.
        for (var limit : List.of("user-read", "user-write", "client-read", "client-write", "org-read", "org-write")) {
            config.put("congvu.limits." + limit, "1000000");
        }
        config.put("congvu.limits.tools", "tool-of-limits");
        config.put("congvu.limits.tool-factor", "2");
        config.put("congvu.dossier.part-deadline", "3s");
        config.put("congvu.dossier.part-limit", "100000");
        config.put("congvu.dossier.signing-key", System.getProperty(Issuer.PRIVATE_KEY));
        config.put("congvu.spa.directory", SpaPagesTest.folder().toString());
        config.put("quarkus.log.file.enabled", "true");
        config.put("quarkus.log.file.path", "target/gateway-test.log");
        return config;
    }

    private void service(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/v1/openapi")) {
            contract(exchange, path.split("/", -1)[1]);
            return;
        }
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        synchronized (seen) {
            seen.add(Map.of(
                    "target",
                    exchange.getRequestURI().toString(),
                    "method",
                    exchange.getRequestMethod(),
                    "headers",
                    headers,
                    "body",
                    body));
        }
        if (path.endsWith("/careless")) {
            careless(exchange);
        }
        if (path.endsWith("/styled")) {
            exchange.getResponseHeaders().set("Content-Security-Policy", AnswerHeaderTest.STYLED);
        }
        var special = answers.get(path.substring(path.lastIndexOf('/') + 1));
        if (special != null) {
            special(exchange, special);
            return;
        }
        send(exchange, path.endsWith("/missing") ? 404 : 200, Map.of("items", List.of()));
    }

    private void special(HttpExchange exchange, String answer) throws IOException {
        if (answer.equals("never")) {
            while (answers.containsValue("never")) {
                LockSupport.parkNanos(10_000_000);
            }
            exchange.close();
        } else if (answer.equals("huge")) {
            send(exchange, 200, Map.of("x", "a".repeat(200_000)));
        } else if (answer.matches("[1-5]\\d\\d")) {
            send(exchange, Integer.parseInt(answer), Map.of("code", "area.refused-" + answer));
        } else {
            send(exchange, 200, new RawValue(answer));
        }
    }

    /** A service that forgot everything a browser must be told. */
    private static void careless(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "public, max-age=600");
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Credentials", "true");
        headers.set("X-Frame-Options", "ALLOWALL");
        headers.set("Content-Security-Policy", "default-src *");
        headers.set("Server", "origin/1.0");
    }

    private static void contract(HttpExchange exchange, String service) throws IOException {
        try (var in = Stage.class.getResourceAsStream("/contracts/" + service + ".json")) {
            send(exchange, 200, JSON.readTree(in));
        }
    }

    private List<Map<String, Object>> drain() {
        synchronized (seen) {
            var all = List.copyOf(seen);
            seen.clear();
            return all;
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
        issuer.stop();
    }
}
