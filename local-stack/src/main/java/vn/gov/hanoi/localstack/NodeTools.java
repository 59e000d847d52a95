package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tools of Node in a folder with a {@code package-lock.json}. They are installed once, in exactly those versions. A machine without
 * Node, or that cannot reach a registry, has none: then the caller says so and goes on, unless {@code CONGVU_NODE=required}.
 */
public final class NodeTools {
    private static final long INSTALL_SECONDS = 300;
    private static final long RUN_SECONDS = 600;

    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /** What a tool wrote, both streams together, and how it ended. */
    public record Outcome(int code, String output) {}

    /**
     * Installs what is missing.
     *
     * @return nothing if there is no Node or no way to get the packages; a notice was printed
     */
    public static Optional<NodeTools> in(Path folder) {
        var tools = new NodeTools(folder);
        var trouble = tools.install();
        if (trouble.isEmpty()) {
            return Optional.of(tools);
        }
        if ("required".equals(System.getenv("CONGVU_NODE"))) {
            throw new IllegalStateException("CONGVU_NODE=required, but " + trouble.get());
        }
        System.out.println(
                "SKIPPED, not checked here: " + trouble.get() + " (CONGVU_NODE=required makes this an error)");
        return Optional.empty();
    }

    /** Runs a tool of the folder, for example {@code tsc}. */
    public Outcome run(String tool, String... arguments) {
        return command(RUN_SECONDS, "node_modules/.bin/" + tool, arguments);
    }

    /** Runs a program with node. */
    public Outcome node(Path program, String... arguments) {
        var all = new ArrayList<>(List.of(program.toString()));
        all.addAll(List.of(arguments));
        return command(RUN_SECONDS, "node", all.toArray(String[]::new));
    }

    /** @return why it did not succeed */
    private Optional<String> install() {
        var lock = folder.resolve("package-lock.json");
        var installed = folder.resolve("node_modules/.installed");
        // Two modules of one build may come at once: the first installs, the other waits.
        try (var channel = FileChannel.open(
                        folder.resolve(".install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
                return Optional.empty();
            }
            if (!succeeds("node", "--version") || !succeeds("npm", "--version")) {
                return Optional.of("node and npm are not installed");
            }
            if (!succeeds("npm", "ci", "--offline") && !succeeds("npm", "ci", "--prefer-offline")) {
                return Optional.of("npm could not get the packages of " + folder.getFileName());
            }
            Files.copy(lock, installed);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean succeeds(String program, String... arguments) {
        try {
            return command(INSTALL_SECONDS, program, arguments).code() == 0;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private Outcome command(long seconds, String program, String... arguments) {
        var words = new ArrayList<>(List.of(program));
        words.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("node-", ".out");
            try {
                var process = new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new IOException(program + " did not end within " + seconds + " s");
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
