package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that runs to its end. */
record Command(List<String> words, Map<String, String> environment) {
    private record Ended(int code, String text) {}

    static Command of(List<String> words) {
        return new Command(words, Map.of());
    }

    Command with(Map<String, String> more) {
        return new Command(words, more);
    }

    boolean succeeds() {
        return run().code() == 0;
    }

    /** All that it wrote; any code but 0 ends the benchmark. */
    String text() {
        var ended = run();
        if (ended.code() != 0) {
            throw new IllegalStateException(
                    String.join(" ", words) + " ended with " + ended.code() + ":\n" + ended.text());
        }
        return ended.text();
    }

    private Ended run() {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().put("PATH", System.getenv("PATH") + ":/usr/sbin:/sbin");
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
