package vn.gov.hanoi.benchmarks.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vn.gov.hanoi.benchmarks.gateway.Load.Window;

/** Servers under the same load, one after the other there and back again, so that whatever changes with time meets all of them alike. */
final class Turns {
    private static final int WARM_UP_SECONDS = 5;
    private static final int LEAST_WARM_UPS = 4;
    private static final int MOST_WARM_UPS = 16;
    private static final int STEADY = 3;
    private static final double TOLERANCE = 0.03;

    private final Map<Server, Load> loads;
    private final List<String> samples;
    private final Consumer<String> say;
    private final Map<Server, List<Window>> windows = new LinkedHashMap<>();
    private final AtomicInteger nextSample = new AtomicInteger();
    private long compared;

    /**
     * @param loads of each server in the order of a turn; the gateway last
     * @param samples tokens for those bodies that are compared
     */
    Turns(Map<Server, Load> loads, List<String> samples, Consumer<String> say) {
        this.loads = loads;
        this.samples = samples;
        this.say = say;
        loads.keySet().forEach(server -> windows.put(server, new ArrayList<>()));
    }

    /** Until three windows one after the other differ by three per cent at most; how many each server needed. */
    String warmUp(int seconds) {
        var needed = new ArrayList<String>();
        loads.forEach((server, load) -> {
            var rates = new ArrayList<Double>();
            while (rates.size() < LEAST_WARM_UPS || (rates.size() < MOST_WARM_UPS && !isSteady(rates))) {
                rates.add(load.run(server, Math.min(WARM_UP_SECONDS, seconds)).rate());
            }
            needed.add(server.name() + " " + rates.size() + (isSteady(rates) ? "" : " (not steady)"));
            say.accept("warmed up %s: %.0f requests a second".formatted(server.name(), rates.getLast()));
        });
        return String.join(", ", needed);
    }

    private static boolean isSteady(List<Double> rates) {
        var last = rates.subList(Math.max(0, rates.size() - STEADY), rates.size());
        double least = last.stream().mapToDouble(rate -> rate).min().orElse(0);
        double greatest = last.stream().mapToDouble(rate -> rate).max().orElse(0);
        return last.size() == STEADY && greatest <= least * (1 + TOLERANCE);
    }

    void run(int rounds, int seconds) {
        var there = new ArrayList<>(loads.keySet());
        for (int round = 1; round <= rounds; round++) {
            there.forEach(server -> measure(server, seconds));
            there.reversed().forEach(server -> measure(server, seconds));
            for (var server : there) {
                var of = of(server);
                say.accept("round %d %-8s %6.0f %6.0f requests a second, %5.1f %5.1f us a request"
                        .formatted(
                                round,
                                server.name(),
                                of.get(of.size() - 2).rate(),
                                of.getLast().rate(),
                                of.get(of.size() - 2).cpuPerRequest(),
                                of.getLast().cpuPerRequest()));
            }
        }
    }

    private void measure(Server server, int seconds) {
        try (var beside = new Samples(server, samples, nextSample)) {
            of(server).add(Objects.requireNonNull(loads.get(server)).run(server, seconds));
            compared += beside.end();
            if (of(server).getLast().requests() == 0) {
                throw new IllegalStateException(
                        server.name() + " answered nothing in a window; the machine is too busy to measure");
            }
        }
    }

    List<Window> of(Server server) {
        return Objects.requireNonNull(windows.get(server));
    }

    long requests(Server server) {
        return of(server).stream().mapToLong(Window::requests).sum();
    }

    long compared() {
        return compared;
    }

    /** What the gateway did for each request of the other one, for each round of four windows. */
    Figures ratios(Server ours, Server theirs) {
        var mine = of(ours);
        var others = of(theirs);
        var ratios = new double[mine.size() / 2];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (mine.get(2 * i).rate() + mine.get(2 * i + 1).rate())
                    / (others.get(2 * i).rate() + others.get(2 * i + 1).rate());
        }
        return Figures.of(ratios);
    }

    /** The same of processor time: above 1 if the gateway needs less. */
    Figures savings(Server ours, Server theirs) {
        var mine = of(ours);
        var others = of(theirs);
        var ratios = new double[mine.size() / 2];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (others.get(2 * i).cpuPerRequest()
                            + others.get(2 * i + 1).cpuPerRequest())
                    / (mine.get(2 * i).cpuPerRequest() + mine.get(2 * i + 1).cpuPerRequest());
        }
        return Figures.of(ratios);
    }
}
