package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gov.hanoi.benchmarks.Machine;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.benchmarks.gateway.Load.Window;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.launcher.Progress;

/** B1, B2 and B3: the gateway with remembered tokens, with tokens that it never saw, and what it adds to the time of an answer. */
public final class GatewayBench {
    /** What is measured. */
    public enum Part {
        WARM,
        COLD,
        LATENCY
    }

    /**
     * How long.
     *
     * @param rounds there and back again
     * @param seconds of a window; each server has two in a round
     * @param latencyMinutes at each of the three, so it takes three times as long
     * @param pinned generator and origin on the first processor, what is measured on the second
     */
    public record Extent(Set<Part> parts, int rounds, int seconds, int latencyMinutes, boolean pinned) {}

    private static final int WARM_TOKENS = 50;
    /** More in a second than any server answers with a signature to verify. */
    private static final int COLD_A_SECOND = 20_000;

    private static final int MOST_COLD = 320_000;
    private static final int SAMPLES = 4_000;
    private static final Pattern VERIFICATIONS = Pattern.compile("rsa +2048 bits.* ([0-9.]+)\\s*$", Pattern.MULTILINE);

    private final Path project = Distributions.projectRoot();
    private final Progress progress;
    private final Extent extent;

    public GatewayBench(PrintStream out, Extent extent) {
        this.progress = new Progress(out);
        this.extent = extent;
    }

    public void run() {
        Packages.require(progress::say);
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var file = project.resolve("benchmarks/results/gateway-" + today + ".md");
        var report = new Report(file, "The gateway beside its peers (B1, B2, B3), " + today);
        report.table("fact | value", facts());
        try {
            var target = Files.createDirectories(project.resolve("benchmarks/target"));
            var folder = Files.createTempDirectory(target, "gateway-");
            var peers = new Peers(project, folder);
            progress.say("building the application of Spring Cloud Gateway");
            peers.buildSpring();
            progress.say("making tokens");
            var signer = new Signer(Peers.issuer());
            signer.writePem(folder.resolve("key.pem"));
            measure(peers, signer, folder, report);
            report.paragraph("Load average after: " + Machine.load() + ".");
            progress.say("report: " + project.relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> facts() {
        var facts = new ArrayList<>(Machine.facts(project));
        facts.add("processor time taken by others of the host | " + stolen());
        facts.add("HAProxy | " + first(Command.of(List.of("haproxy", "-v"))));
        facts.add("nginx | " + first(Command.of(List.of("nginx", "-v"))));
        facts.add("OpenSSL | " + first(Command.of(List.of("openssl", "version"))));
        facts.add("places | "
                + (extent.pinned()
                        ? "generator and origin on processor 0, what is measured on processor 1"
                        : "not pinned"));
        return facts;
    }

    private void measure(Peers peers, Signer signer, Path folder, Report report) throws IOException {
        var warm = signer.write(folder.resolve("warm.txt"), WARM_TOKENS);
        var cold = signer.write(folder.resolve("cold.txt"), coldTokens());
        var few = signer.tokens(WARM_TOKENS);
        var gcLog = folder.resolve("gateway-gc.log");
        int second = extent.pinned() ? 1 : -1;
        if (extent.pinned()) {
            // All that is started from here on is pinned as we are, unless it is said.
            Command.of(List.of(
                            "taskset",
                            "-a",
                            "-c",
                            "-p",
                            "0",
                            Long.toString(ProcessHandle.current().pid())))
                    .text();
        }
        try (var origin = Server.start(peers.origin(signer.keySet()), -1, folder);
                var nginx = Server.start(peers.nginxProxy(), second, folder);
                var haproxy = Server.start(peers.haproxy(folder.resolve("key.pem")), second, folder);
                var spring = Server.start(peers.spring(), second, folder);
                var gateway = Server.start(peers.gateway(gcLog), second, folder)) {
            var peersAndOurs = List.of(nginx, haproxy, spring, gateway);
            origin.awaitAnswer(Peers.PATH, few.getFirst());
            peersAndOurs.forEach(server -> server.awaitAnswer(Peers.PATH, few.getFirst()));
            Probe.refuseForged(List.of(haproxy, spring, gateway), few.getFirst());
            if (extent.parts().contains(Part.WARM)) {
                warm(peersAndOurs, new Load(folder, warm), few, GcLog.of(gcLog), report);
            }
            if (extent.parts().contains(Part.COLD)) {
                cold(List.of(haproxy, gateway), folder, cold, signer, report);
            }
            if (extent.parts().contains(Part.LATENCY)) {
                latency(List.of(origin, nginx, gateway), few, report);
            }
            settings(List.of(origin, nginx, haproxy, spring, gateway), folder, report);
        }
    }

    private int coldTokens() {
        return extent.parts().contains(Part.COLD) ? Math.min(MOST_COLD, COLD_A_SECOND * extent.seconds()) : 1;
    }

    private void warm(List<Server> servers, Load load, List<String> samples, GcLog gc, Report report) {
        var loads = new LinkedHashMap<Server, Load>();
        servers.forEach(server -> loads.put(server, load));
        var turns = new Turns(loads, samples, progress::say);
        var needed = turns.warmUp(extent.seconds());
        double hits = Probe.hits();
        turns.run(extent.rounds(), extent.seconds());
        var gateway = servers.getLast();
        report.section("B1: 50 tokens used again and again");
        windows(turns, servers, report);
        report.table(
                "gateway / peer | requests a second | must | reach | intervals apart | processor time, peer / gateway",
                List.of(
                        ratio(turns, gateway, servers.get(1), 0.8, 1.2),
                        ratio(turns, gateway, servers.get(2), 1.5, 2.5),
                        ratio(turns, gateway, servers.getFirst(), 0, 0.45)));
        report.paragraph(
                "Warm-up windows of 5 s until three were within 3 %%: %s. Answers found in the gateway's memory of tokens: %.0f of %d. %s. "
                                .formatted(
                                        needed,
                                        Probe.hits() - hits,
                                        turns.requests(gateway),
                                        gc.since(turns.requests(gateway)))
                        + turns.compared()
                        + " bodies compared with the origin's by hash, all other answers by status.");
    }

    private void cold(List<Server> servers, Path folder, TokenFile tokens, Signer signer, Report report) {
        var loads = new LinkedHashMap<Server, Load>();
        servers.forEach(server -> loads.put(server, new Load(folder, tokens)));
        // None of them twice within the time for which the gateway remembers one.
        var turns = new Turns(loads, signer.tokens(SAMPLES), progress::say);
        double hits = Probe.hits();
        var needed = turns.warmUp(extent.seconds());
        turns.run(extent.rounds(), extent.seconds());
        var gateway = servers.getLast();
        double found = Probe.hits() - hits;
        report.section("B2: a token that was never seen for every request");
        windows(turns, servers, report);
        report.table(
                "gateway / peer | requests a second | must | reach | intervals apart | processor time, peer / gateway",
                List.of(ratio(turns, gateway, servers.getFirst(), 0.5, 0.85)));
        double verifications = verifications();
        report.paragraph(String.format(
                Locale.ROOT,
                "Warm-up windows: %s. %d tokens made beforehand, used in turn; most requests of a window to the gateway: %d. Found in its memory of tokens: %.0f "
                        + "(the comparison counts only if this is 0). OpenSSL verifies %.0f signatures a second on this processor; the gateway answers %.2f times as many.",
                needed,
                tokens.count(),
                turns.of(gateway).stream().mapToLong(Window::requests).max().orElse(0),
                found,
                verifications,
                Figures.of(turns.of(gateway), Window::rate).median() / verifications));
        if (found > 0) {
            throw new IllegalStateException("tokens that should be new were found in memory: " + found);
        }
    }

    private void latency(List<Server> servers, List<String> tokens, Report report) {
        var delays = new Delays(servers, tokens, progress::say);
        delays.run(extent.latencyMinutes());
        report.section("B3: time of an answer at " + Delays.RATE + " requests a second");
        report.paragraph(
                "Milliseconds from the moment at which a request was due, so waiting for a slow answer counts for all that come after it. "
                        + "Generator and origin share a processor: look at the differences.");
        report.table(
                "server | requests | p50 | p99 | p99.9 | max | added p50 | added p99 | added p99.9", delays.rows());
        var gateway = servers.getLast();
        report.paragraph(String.format(
                Locale.ROOT,
                "Must: p50 <= 0.5, p99 <= 3: %s. Reach: p50 <= 0.25, p99 <= 1.5, p99.9 <= 10: %s.",
                word(delays.added(gateway, 50) <= 0.5 && delays.added(gateway, 99) <= 3),
                word(delays.added(gateway, 50) <= 0.25
                        && delays.added(gateway, 99) <= 1.5
                        && delays.added(gateway, 99.9) <= 10)));
    }

    private static void windows(Turns turns, List<Server> servers, Report report) {
        var rows = new ArrayList<String>();
        for (var server : servers) {
            var of = turns.of(server);
            rows.add(server.name() + " | " + of.size() + " | "
                    + Figures.of(of, Window::rate).text("%.0f") + " | "
                    + Figures.of(of, Window::cpuPerRequest).text("%.1f"));
        }
        report.table("server | windows | requests a second, median (least-greatest) | CPU us a request", rows);
    }

    private static String ratio(Turns turns, Server ours, Server theirs, double must, double reach) {
        var ratio = turns.ratios(ours, theirs);
        var mine = Figures.of(turns.of(ours), Window::rate);
        var other = Figures.of(turns.of(theirs), Window::rate);
        return String.format(
                Locale.ROOT,
                "%s | %s | %s | %.2f: %s | %s | %s",
                theirs.name(),
                ratio.text("%.2f"),
                must == 0 ? "-" : must + ": " + word(ratio.median() >= must),
                reach,
                word(ratio.median() >= reach),
                word(mine.isAbove(other) || other.isAbove(mine)),
                turns.savings(ours, theirs).text("%.2f"));
    }

    private static String word(boolean good) {
        return good ? "yes" : "no";
    }

    private double verifications() {
        var words = new ArrayList<>(extent.pinned() ? List.of("taskset", "-c", "1") : List.<String>of());
        words.addAll(List.of("openssl", "speed", "-seconds", "3", "rsa2048"));
        var found = VERIFICATIONS.matcher(Command.of(words).text());
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    /** Without the places of this machine, which tell nobody anything. */
    private void settings(List<Server> servers, Path folder, Report report) {
        report.section("Settings");
        report.paragraph(
                "Nobody writes an access log, nobody speaks TLS, all keep 64 connections to the origin at most; limits of the gateway are counted, but out of reach. "
                        + "Beyond what the peers check, the gateway checks the path, framing and Host, cleans headers, counts three limits and gives a trace.");
        for (var server : servers) {
            var text = server.settings()
                    .replace(folder.toString(), "FOLDER")
                    .replace(project + "/", "")
                    .replace(System.getProperty("java.home") + "/bin/", "");
            report.paragraph(server.name() + ":\n\n```\n" + text.strip() + "\n```");
        }
    }

    private static String first(Command command) {
        return command.text().lines().findFirst().orElse("unknown");
    }

    /** Hundredths of a second since the start of the system. */
    private static String stolen() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return lines.findFirst().map(line -> line.split(" +")[8]).orElse("unknown") + " hundredths of a second";
        } catch (IOException _) {
            return "unknown";
        }
    }
}
