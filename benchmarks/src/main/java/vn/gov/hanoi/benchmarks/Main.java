package vn.gov.hanoi.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.benchmarks.directory.DirectoryBench;
import vn.gov.hanoi.benchmarks.gateway.GatewayBench;
import vn.gov.hanoi.benchmarks.gateway.GatewayBench.Extent;
import vn.gov.hanoi.benchmarks.gateway.GatewayBench.Part;
import vn.gov.hanoi.benchmarks.ledger.LedgerBench;
import vn.gov.hanoi.benchmarks.rolling.RollingBench;
import vn.gov.hanoi.benchmarks.scores.ScoreBench;
import vn.gov.hanoi.benchmarks.scores.ScoreBench.Stage;

/**
 * {@code ./congvu bench directory [--officers N] [--requests N] [--filled FOLDER]} or {@code ./congvu bench scores [--officers N] [--rounds N]
 * [--filled FOLDER] [--stage SCORES|CLOSINGS|YEAR]} or {@code ./congvu bench ledger [--seconds N] [--rounds N] [--filled FOLDER]} or {@code ./congvu bench gateway
 * [--rounds N] [--seconds N] [--latency-minutes N] [--parts WARM,COLD,LATENCY] [--unpinned]}
 * or {@code ./congvu bench rolling [--requests N] [--rate N]}, which ends with code 1 if a request failed.
 */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        var words = List.of(arguments);
        try {
            var folder = value(words, "--filled");
            var filled = folder == null ? null : Path.of(folder);
            if (!words.isEmpty() && words.getFirst().equals("scores")) {
                var stage = value(words, "--stage");
                new ScoreBench(
                                out,
                                number(words, "--officers", 161_000),
                                number(words, "--rounds", 3),
                                filled,
                                stage == null ? Stage.SCORES : Stage.valueOf(stage))
                        .run();
                return;
            }
            if (!words.isEmpty() && words.getFirst().equals("ledger")) {
                new LedgerBench(out, number(words, "--seconds", 8), number(words, "--rounds", 3), filled).run();
                return;
            }
            if (!words.isEmpty() && words.getFirst().equals("gateway")) {
                new GatewayBench(out, extent(words)).run();
                return;
            }
            if (!words.isEmpty() && words.getFirst().equals("rolling")) {
                boolean sound =
                        new RollingBench(out, number(words, "--requests", 100_000), number(words, "--rate", 250)).run();
                System.exit(sound ? 0 : FAILED);
            }
            if (words.isEmpty() || !words.getFirst().equals("directory")) {
                throw new IllegalArgumentException("benchmarks: directory, scores, ledger, gateway, rolling");
            }
            new DirectoryBench(out, number(words, "--officers", 161_000), number(words, "--requests", 2_000), filled)
                    .run();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(MISUSED);
        }
    }

    private static Extent extent(List<String> words) {
        var parts = value(words, "--parts");
        return new Extent(
                parts == null
                        ? EnumSet.allOf(Part.class)
                        : Arrays.stream(parts.split(",")).map(Part::valueOf).collect(Collectors.toSet()),
                number(words, "--rounds", 5),
                number(words, "--seconds", 15),
                number(words, "--latency-minutes", 10),
                !words.contains("--unpinned"));
    }

    private static int number(List<String> words, String name, int otherwise) {
        var value = value(words, name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(name + " takes a number");
        }
        return Integer.parseInt(value);
    }

    /** The word after a name; null if the name is absent. */
    private static @Nullable String value(List<String> words, String name) {
        var place = words.indexOf(name);
        if (place < 0) {
            return null;
        }
        if (place + 1 == words.size()) {
            throw new IllegalArgumentException(name + " takes a value");
        }
        return words.get(place + 1);
    }
}
