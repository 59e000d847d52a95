package vn.gov.hanoi.benchmarks.rolling;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Latencies;
import vn.gov.hanoi.benchmarks.Machine;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.city.CityLoader;
import vn.gov.hanoi.localstack.city.TokenCache;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;
import vn.gov.hanoi.localstack.load.Balancer;
import vn.gov.hanoi.localstack.load.Load;
import vn.gov.hanoi.localstack.load.Load.Outcome;

/** Two instances of each service and of the gateway; each is stopped and started again in turn, under a constant load, until enough was asked. */
public final class RollingBench {
    private static final List<String> PARTS = List.of("evaluation", "training", "selection", "gateway");
    private static final int REPLICAS = 2;
    private static final int OFFICERS = 1_500;
    private static final int LINES = 16;
    /** Of the requests come before the first restart. */
    private static final int STEADY_SHARE = 6;

    private final Progress progress;
    private final int requests;
    private final int perSecond;

    public RollingBench(PrintStream out, int requests, int perSecond) {
        this.progress = new Progress(out);
        this.requests = requests;
        this.perSecond = perSecond;
    }

    /** @return whether no request failed and nothing was written twice or not at all */
    public boolean run() {
        var project = Distributions.projectRoot();
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var file = project.resolve("benchmarks/results/rolling-" + today + ".md");
        var report = new Report(file, "Rolling restart under load (F19), " + today);
        report.table("fact | value", Machine.facts(project));
        report.paragraph(
                "Two instances of each service and of the gateway on one machine, " + perSecond
                        + " requests a second at a constant rate, by a balancer that looks at the readiness of the gateways and asks another one only if no "
                        + "connection can be made. Nothing is repeated by the client. Times count from the moment a request was due.");
        try {
            var folder = Files.createDirectories(project.resolve("benchmarks/target"));
            var suite = new Suite(Files.createTempDirectory(folder, "suite-"), progress, REPLICAS, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.start();
            for (var part : PARTS) {
                suite.start(part, REPLICAS);
            }
            new CityLoader(suite.gateway(), suite::token, progress::say).load(OFFICERS);
            boolean sound = measure(suite, report);
            report.paragraph("Load average after: " + Machine.load() + ".");
            progress.say("report: " + project.relativize(file));
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean measure(Suite suite, Report report) {
        var tokens = new TokenCache(suite::token);
        var mix = new Mix(new Api(suite.gateway(), tokens, "an.nguyen"), new Api(suite.gateway(), tokens, "binh.tran"));
        var servers = IntStream.rangeClosed(1, REPLICAS)
                .mapToObj(replica -> new Balancer.Server(suite.gateway(replica), suite.readiness("gateway", replica)))
                .toList();
        List<Outcome> outcomes;
        int restarts = 0;
        try (var balancer = new Balancer(servers);
                var load = new Load(balancer, tokens::token, mix::request, perSecond, LINES)) {
            await(load, requests / STEADY_SHARE);
            while (load.done() < requests) {
                for (var part : PARTS) {
                    restarts += load.during(part, () -> replace(suite, part));
                }
                progress.say(load.done() + " requests, " + restarts + " restarts");
            }
            outcomes = load.stop();
        }
        return write(suite, mix, outcomes, restarts, report);
    }

    /** @return restarts */
    private static int replace(Suite suite, String part) {
        for (int replica = 1; replica <= REPLICAS; replica++) {
            suite.stop(part, replica);
            suite.start(part, replica);
        }
        return REPLICAS;
    }

    private static void await(Load load, int done) {
        while (load.done() < done) {
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private boolean write(Suite suite, Mix mix, List<Outcome> outcomes, int restarts, Report report) {
        var failed =
                outcomes.stream().filter(outcome -> !outcome.fault().isEmpty()).toList();
        report.section("Requests");
        report.paragraph(String.format(
                Locale.ROOT, "**%,d requests, %d restarts, %d failed.**", outcomes.size(), restarts, failed.size()));
        var rows = new ArrayList<String>();
        rows.add(row(
                "steady",
                outcomes.stream().filter(each -> each.phase().isEmpty()).toList()));
        for (var part : PARTS) {
            rows.add(row(
                    part + " is replaced",
                    outcomes.stream().filter(each -> each.phase().equals(part)).toList()));
        }
        report.table("phase | requests | failed | p50 ms | p95 ms | p99 ms | longest ms", rows);
        if (!failed.isEmpty()) {
            report.table(
                    "failed request | phase | what",
                    failed.stream()
                            .limit(50)
                            .map(each -> each.number() + " | " + each.phase() + " | " + each.fault())
                            .toList());
        }
        var books = List.of(
                new Books("unit", "evaluation", "select count(distinct unit_id) from unit_states where name = ?"),
                new Books("posting", "training", "select count(*) from ledger_entries where description = ?"));
        report.section("What was written, counted in the databases");
        report.table(
                "kind | acknowledged | recorded",
                books.stream()
                        .map(each -> each.kind() + " | " + acknowledged(outcomes, each) + " | "
                                + each.count(suite, mix.mark()))
                        .toList());
        return failed.isEmpty()
                && books.stream().allMatch(each -> acknowledged(outcomes, each) == each.count(suite, mix.mark()));
    }

    private static long acknowledged(List<Outcome> outcomes, Books books) {
        return outcomes.stream()
                .filter(each -> each.kind().equals(books.kind()) && each.fault().isEmpty())
                .count();
    }

    private static String row(String name, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return name + " | 0 | 0 | | | |";
        }
        var latencies =
                new Latencies(outcomes.stream().mapToLong(Outcome::nanos).toArray());
        long failed = outcomes.stream().filter(each -> !each.fault().isEmpty()).count();
        return name + " | " + outcomes.size() + " | " + failed + " | " + latencies.cells();
    }

    /** @param sql counts what carries the mark of the run */
    private record Books(String kind, String database, String sql) {
        long count(Suite suite, String mark) {
            try (var connection = DriverManager.getConnection(
                            suite.jdbcUrl(database), "postgres", suite.databasePassword("postgres"));
                    var query = connection.prepareStatement(sql)) {
                query.setString(1, mark);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
