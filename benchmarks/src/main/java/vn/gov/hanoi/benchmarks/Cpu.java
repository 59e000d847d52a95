package vn.gov.hanoi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, in microseconds, as the system counts it: in hundredths of a second. */
public final class Cpu {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private Cpu() {}

    /** Of the process and of all it started, also of those that ended. */
    public static long micros(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> ticks(each.pid()))
                        .sum()
                * MICROS_PER_TICK;
    }

    private static long ticks(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in brackets may hold spaces.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException _) {
            return 0;
        }
    }
}
