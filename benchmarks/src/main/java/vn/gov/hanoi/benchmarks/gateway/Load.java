package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** wrk in a closed loop of 32 connections. Every request has the next token of a file; the requests are put together beforehand. */
final class Load {
    /**
     * What one run found.
     *
     * @param requests answered with 200
     * @param seconds that it took
     * @param cpuMicros of the server's process for all of them
     */
    record Window(long requests, double seconds, long cpuMicros) {
        double rate() {
            return requests / seconds;
        }

        double cpuPerRequest() {
            return (double) cpuMicros / requests;
        }
    }

    private static final int CONNECTIONS = 32;
    private static final Pattern DONE = Pattern.compile("(\\d+) requests in ([0-9.]+)(ms|s|m),");
    private static final List<String> BAD = List.of("Non-2xx", "Socket errors");

    /** Reads on in the file of tokens, and from its beginning again when it is at the end. */
    private static final String SCRIPT = """
            local length = tonumber(os.getenv("BENCH_LENGTH"))
            local file = assert(io.open(os.getenv("BENCH_TOKENS"), "rb"))
            local count = file:seek("end") / length
            file:seek("set", tonumber(os.getenv("BENCH_FIRST")) % count * length)
            local head = "GET " .. os.getenv("BENCH_PATH") .. " HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nAccept: application/json\\r\\nAuthorization: Bearer "
            request = function()
                local token = file:read(length)
                if token == nil then
                    file:seek("set", 0)
                    token = file:read(length)
                end
                return head .. token .. "\\r\\n\\r\\n"
            end
            """;

    private final Path script;
    private final TokenFile tokens;
    private long sent;

    Load(Path folder, TokenFile tokens) {
        this.tokens = tokens;
        try {
            this.script = Files.writeString(folder.resolve("wrk.lua"), SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Window run(Server server, int seconds) {
        long before = server.cpuMicros();
        var text = Command.of(List.of(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "-s",
                        script.toString(),
                        server.at(Peers.PATH).toString()))
                .with(Map.of(
                        "BENCH_LENGTH", Integer.toString(tokens.length()),
                        "BENCH_TOKENS", tokens.file().toString(),
                        "BENCH_PATH", Peers.PATH,
                        "BENCH_FIRST", Long.toString(sent)))
                .text();
        long cpu = server.cpuMicros() - before;
        var done = DONE.matcher(text);
        if (BAD.stream().anyMatch(text::contains) || !done.find()) {
            throw new IllegalStateException("answers of " + server.name() + " were not all good:\n" + text);
        }
        var window = new Window(Long.parseLong(done.group(1)), seconds(done.group(2), done.group(3)), cpu);
        // More may be on their way when it ends, and it tries one before it begins.
        sent += window.requests() + 2 * CONNECTIONS;
        return window;
    }

    private static double seconds(String number, String unit) {
        double value = Double.parseDouble(number);
        return switch (unit) {
            case "ms" -> value / 1000;
            case "m" -> value * 60;
            default -> value;
        };
    }
}
