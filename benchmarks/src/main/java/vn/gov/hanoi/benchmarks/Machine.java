package vn.gov.hanoi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Facts about the machine and the program that a figure needs beside it. */
public final class Machine {
    private Machine() {}

    /** Rows of a table of two columns. */
    public static List<String> facts(Path project) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                "git | " + git(project, "rev-parse", "--short=12", "HEAD")
                        + (git(project, "status", "--porcelain").isEmpty() ? "" : " with changes not committed"),
                "cores | " + system.getAvailableProcessors(),
                "load average before | " + load(),
                "processor | " + line(Path.of("/proc/cpuinfo"), "model name"),
                "memory | " + line(Path.of("/proc/meminfo"), "MemTotal"),
                "system | " + system.getName() + " " + system.getVersion(),
                "Java | " + Runtime.version());
    }

    /** Processes that ran or wanted to, on average of the last minute. */
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String line(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String git(Path project, String... arguments) {
        var command = new java.util.ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
