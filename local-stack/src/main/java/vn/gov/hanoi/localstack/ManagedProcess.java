package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A process of the stack with its log. */
public final class ManagedProcess implements AutoCloseable {
    private static final int TAIL_LINES = 30;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Set<ProcessHandle> STARTING = ConcurrentHashMap.newKeySet();

    private final String part;
    private final ProcessHandle handle;
    private final Path log;

    private ManagedProcess(String part, ProcessHandle handle, Path log) {
        this.part = part;
        this.handle = handle;
        this.log = log;
    }

    /**
     * What to run.
     *
     * @param part name for people
     * @param environment added to that of this process
     * @param log file that takes both outputs
     */
    public record Command(String part, List<String> line, Map<String, String> environment, Path folder, Path log) {
        private static final Path SETSID = Path.of("/usr/bin/setsid");

        /** The same in a session of its own, so that Ctrl-C and the end of the terminal do not reach it. */
        public Command detached() {
            if (!Files.isExecutable(SETSID)) {
                return this;
            }
            var own = new java.util.ArrayList<>(List.of(SETSID.toString()));
            own.addAll(line);
            return new Command(part, own, environment, folder, log);
        }
    }

    /** Starts without waiting for readiness. */
    public static ManagedProcess start(Command command) {
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command.line())
                    .directory(command.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(command.log().toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(command.environment());
            var handle = builder.start().toHandle();
            STARTING.add(handle);
            return new ManagedProcess(command.part(), handle, command.log());
        } catch (IOException e) {
            throw new StartFailed(command.part(), String.valueOf(e.getMessage()), "", command.log());
        }
    }

    /** Waits until the probe answers; on failure the process is ended and {@link StartFailed} tells why. */
    public ManagedProcess awaitReady(BooleanSupplier probe, Duration limit) {
        try {
            return await(probe, limit);
        } finally {
            STARTING.remove(handle);
        }
    }

    /** Ends every process of this JVM that is not ready yet, so that a launcher that is stopped in a start leaves nothing behind. */
    public static void killStarting() {
        STARTING.forEach(ProcessHandle::destroyForcibly);
    }

    private ManagedProcess await(BooleanSupplier probe, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!probe.getAsBoolean()) {
            if (!handle.isAlive()) {
                if (probe.getAsBoolean()) {
                    return this;
                }
                throw new StartFailed(part, "it ended by itself", tail(), log);
            }
            if (System.nanoTime() > end) {
                var tail = tail();
                kill();
                throw new StartFailed(part, "not ready after " + limit.toSeconds() + " s", tail, log);
            }
            sleep();
        }
        return this;
    }

    public static BooleanSupplier tcp(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PROBE.toMillis());
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /** The address answers with a status below 400. */
    public static BooleanSupplier http(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PROBE).GET().build();
        return () -> {
            try (var client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        < 400;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }

    public BooleanSupplier logContains(String text) {
        return () -> readLog().contains(text);
    }

    public long pid() {
        return handle.pid();
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    /** Sends a signal by name, for example {@code STOP}. */
    public void signal(String name) {
        signal(handle.pid(), name);
    }

    static void signal(long pid, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends at once, without a chance to clean up. */
    public void kill() {
        handle.destroyForcibly();
        awaitEnd(handle, Duration.ofSeconds(10));
    }

    /** Asks to end, waits, then kills. */
    public void stop(String signal, Duration patience) {
        end(handle, signal, patience);
    }

    /** The same for a process that an earlier launcher started. */
    public static void end(ProcessHandle process, String signal, Duration patience) {
        if (process.isAlive()) {
            signal(process.pid(), signal);
            if (!awaitEnd(process, patience)) {
                process.destroyForcibly();
                awaitEnd(process, Duration.ofSeconds(10));
            }
        }
    }

    @Override
    public void close() {
        stop("TERM", Duration.ofSeconds(15));
    }

    /** A process of another launcher is no child of ours: its end is seen by asking, not by an exit notice. */
    private static boolean awaitEnd(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of the log. */
    public String tail() {
        var lines = readLog().lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private String readLog() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
