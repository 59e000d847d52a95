package vn.gov.hanoi.benchmarks.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** B3: what a server on the way adds to an answer at a constant rate. */
final class Delays {
    static final int RATE = 2_000;
    private static final int SLICE = 20;
    private static final int WARM_UP_SECONDS = 5;
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);

    private final ConstantRate calls;
    private final Map<Server, Histogram> times = new LinkedHashMap<>();
    private final Server direct;
    private final Consumer<String> say;

    /** @param servers the origin first, asked without anybody in between */
    Delays(List<Server> servers, List<String> tokens, Consumer<String> say) {
        this.calls = new ConstantRate(RATE, tokens);
        this.direct = servers.getFirst();
        this.say = say;
        servers.forEach(server -> times.put(server, ConstantRate.histogram()));
    }

    /** @param minutes at each server, in slices there and back again */
    void run(int minutes) {
        times.keySet().forEach(server -> calls.run(server, WARM_UP_SECONDS, ConstantRate.histogram()));
        var there = new ArrayList<>(times.keySet());
        int cycles = Math.max(1, minutes * 60 / (2 * SLICE));
        for (int cycle = 1; cycle <= cycles; cycle++) {
            there.forEach(server -> calls.run(server, SLICE, of(server)));
            there.reversed().forEach(server -> calls.run(server, SLICE, of(server)));
            say.accept("latency, cycle " + cycle + " of " + cycles);
        }
    }

    List<String> rows() {
        var rows = new ArrayList<String>();
        times.forEach((server, found) -> {
            var row = new StringBuilder(server.name()).append(" | ").append(found.getTotalCount());
            PERCENTILES.forEach(percent -> row.append(cell(millis(found, percent))));
            row.append(cell(found.getMaxValue() / NANOS_PER_MILLI));
            PERCENTILES.forEach(percent -> row.append(server.equals(direct) ? " | -" : cell(added(server, percent))));
            rows.add(row.toString());
        });
        return rows;
    }

    /** Milliseconds that this server adds at a percentile. */
    double added(Server server, double percent) {
        return millis(of(server), percent) - millis(of(direct), percent);
    }

    private Histogram of(Server server) {
        return Objects.requireNonNull(times.get(server));
    }

    private static double millis(Histogram found, double percent) {
        return found.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }

    private static String cell(double value) {
        return String.format(Locale.ROOT, " | %.3f", value);
    }
}
