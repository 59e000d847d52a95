package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks beside the load, some twenty times a second, and compares the hash of each body with that of the origin's. A wrong one ends the benchmark. */
final class Samples implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final String EXPECTED = sha256(Peers.BODY.getBytes(StandardCharsets.UTF_8));

    private final Server server;
    private final List<String> tokens;
    private final AtomicInteger next;
    private final Thread thread;
    private volatile boolean ending;
    private volatile long compared;
    private volatile String wrong = "";

    /**
     * @param tokens used in turn
     * @param next place of the token whose turn it is, for all windows together
     */
    Samples(Server server, List<String> tokens, AtomicInteger next) {
        this.next = next;
        this.server = server;
        this.tokens = tokens;
        this.thread = Thread.ofPlatform().name("samples").start(this::run);
    }

    private void run() {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; !ending && wrong.isEmpty(); i++) {
                var request = HttpRequest.newBuilder(server.at(Peers.PATH))
                        .header("Authorization", "Bearer " + tokens.get(next.getAndIncrement() % tokens.size()))
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200 && sha256(answer.body()).equals(EXPECTED)) {
                    compared = i + 1L;
                } else {
                    wrong = "status " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            wrong = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the asking; how many bodies were compared. */
    long end() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(server.name() + " gave another answer than the origin: " + wrong);
        }
        return compared;
    }

    @Override
    public void close() {
        ending = true;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
