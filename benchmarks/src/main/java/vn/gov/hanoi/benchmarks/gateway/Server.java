package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.gov.hanoi.benchmarks.Cpu;

/** One process of the comparison, started by us, on one processor, and stopped by us. */
final class Server implements AutoCloseable {
    /** What is started: without a processor it may use all. */
    record Line(String name, int port, List<String> words, Map<String, String> environment, String settings) {}

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int OK = 200;

    private final Line line;
    private final Process process;
    private final Path log;

    private Server(Line line, Process process, Path log) {
        this.line = line;
        this.process = process;
        this.log = log;
    }

    /** @param processor number of the one it is pinned to, or negative */
    static Server start(Line line, int processor, Path folder) {
        var words = new ArrayList<String>();
        if (processor >= 0) {
            words.addAll(List.of("taskset", "-c", Integer.toString(processor)));
        }
        words.addAll(line.words());
        var log = folder.resolve(line.name() + ".log");
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("PATH", System.getenv("PATH") + ":/usr/sbin:/sbin");
            builder.environment().putAll(line.environment());
            var server = new Server(line, builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return line.name();
    }

    String settings() {
        return line.settings();
    }

    int port() {
        return line.port();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + line.port() + path);
    }

    long cpuMicros() {
        return Cpu.micros(process.toHandle());
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the first good answer; a server that ends before is told about with its log. */
    void awaitAnswer(String path, String token) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(2))
                .build();
        var last = "nothing";
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status == OK) {
                        return;
                    }
                    last = "status " + status;
                } catch (IOException e) {
                    last = e.getClass().getSimpleName();
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(line.name() + " does not answer (" + last + "); its log is " + log);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
