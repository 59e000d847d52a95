package vn.gov.hanoi.localstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of a process and its children; pages that several of them share count once (proportional set size). */
final class Memory {
    private Memory() {}

    static long residentMiB(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> kibibytes(each.pid()))
                        .sum()
                / 1024;
    }

    private static long kibibytes(long pid) {
        long proportional = field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : field(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    private static long field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
    }
}
