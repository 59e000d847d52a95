package vn.gov.hanoi.benchmarks.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Machine;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.city.DirectoryReader;
import vn.gov.hanoi.localstack.city.OfficerColumns;
import vn.gov.hanoi.localstack.city.TokenCache;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;
import vn.gov.hanoi.localstack.reform.Reform2025;

/** Starts a suite of its own, fills it, measures, and stops it. The report is a file in benchmarks/results. */
public final class DirectoryBench {
    private static final String EDITOR = "an.nguyen";
    private static final String APPROVER = "khanh.bui";
    private static final List<List<String>> READERS = List.of(
            List.of("root", "giang.do", "H26"),
            List.of("mid", "dung.pham", "H26.23"),
            List.of("leaf", "khanh.hoang", "H26.23.13"));

    /** Consumers still apply the last group. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Path project = Distributions.projectRoot();
    private final Progress progress;
    private final int officers;
    private final int requests;
    private final @Nullable Path filled;

    /**
     * @param officers how many people the City has, to 161,000
     * @param requests calls a reader makes, half of them from a cursor and half with a filter
     * @param filled folder of a suite that an earlier run filled, to measure all but imports; null to fill a new one
     */
    public DirectoryBench(PrintStream out, int officers, int requests, @Nullable Path filled) {
        this.progress = new Progress(out);
        this.officers = officers;
        this.requests = requests;
        this.filled = filled;
    }

    public void run() {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var file = project.resolve("benchmarks/results/directory-" + today + ".md");
        var report = new Report(file, "Directory at full size, " + today);
        report.table("fact | value", Machine.facts(project));
        report.paragraph(
                "Rules of measuring: the service, PostgreSQL, Kafka, Keycloak and the client share the cores, so nothing is pinned (R1) and "
                        + "latencies are of a closed loop of one connection, not of a constant arrival rate (R5). Durable writes are on (R11). Every body is "
                        + "compared with an oracle (R7). The physical limit beside the lists is the same SQL without scope (R8).");
        try {
            var folder = Files.createDirectories(project.resolve("benchmarks/target"));
            var home = filled == null ? Files.createTempDirectory(folder, "suite-") : filled;
            var suite = new Suite(home, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.start();
            measure(suite, home, report);
            report.paragraph("Load average after: " + Machine.load() + ".");
            progress.say("report: " + project.relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own statement failed", e);
        }
    }

    private void measure(Suite suite, Path home, Report report) throws SQLException {
        var tokens = new TokenCache(suite::token);
        var gateway = new Api(suite.gateway(), tokens, EDITOR);
        if (filled == null) {
            new Imports(gateway, home, report, progress::say).run(officers, OfficerColumns.REQUIRED);
        }
        try (var connection = connect(suite)) {
            awaitTold(connection, report);
            try (var statement = connection.createStatement()) {
                report.paragraph("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ".");
                statement.execute("vacuum analyze");
            }
            var people = People.read(connection);
            var readers = readers(connection);
            lists(suite, tokens, people, readers, report);
            new Subtrees(connection, people, report, progress::say).run(readers, requests);
            var reform = Reform2025.read();
            var directory = new DirectoryReader(
                    suite.gateway(), tokens, EDITOR, reform.day().minusDays(1));
            new Reform(gateway, new Api(suite.gateway(), tokens, APPROVER), connection, report, progress::say)
                    .run(reform, directory);
        }
    }

    /** Lists are measured when the other services have what the imports told; until then all share the processors. */
    private void awaitTold(Connection connection, Report report) throws SQLException {
        progress.say("waiting until the relay has told everything");
        long began = System.nanoTime();
        try (var pending = connection.prepareStatement("select count(*) from outbox_events")) {
            for (long left = Long.MAX_VALUE; left > 0; ) {
                pause(Duration.ofSeconds(1));
                try (var row = pending.executeQuery()) {
                    row.next();
                    left = row.getLong(1);
                }
            }
        }
        pause(SETTLING);
        report.paragraph("The last event of the imports was told %d s after they had ended."
                .formatted(Duration.ofNanos(System.nanoTime() - began)
                        .minus(SETTLING)
                        .toSeconds()));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was stopped", e);
        }
    }

    private void lists(Suite suite, TokenCache tokens, People people, List<Reader> readers, Report report) {
        var process = suite.process("evaluation").orElseThrow();
        var rows = new ArrayList<String>();
        for (var reader : readers) {
            progress.say("lists for " + reader.level());
            var lists = new Lists(new Api(suite.service("evaluation"), tokens, reader.user()), reader, people);
            var before = process.info().totalCpuDuration().orElseThrow();
            var times = lists.measure(requests);
            var cpu = process.info().totalCpuDuration().orElseThrow().minus(before);
            rows.add(times.row(reader, lists.visible()) + " | " + cpu.toMillis());
        }
        report.section("Lists of 50 officers inside the service (B11)");
        report.paragraph(
                "Milliseconds at the client, directly at the port of evaluation-service, one kept connection; first from a random cursor, then "
                        + "the first page of a random category; at most " + requests / 2
                        + " calls each and half a minute. The processor time of the service includes the walk that "
                        + "collects the cursors and the warm-up.");
        report.table(
                "reader | sees | pages | p50 | p95 | p99 | max | filtered | p50 | p95 | p99 | max | service CPU ms",
                rows);
    }

    private static Connection connect(Suite suite) throws SQLException {
        return DriverManager.getConnection(
                suite.jdbcUrl("evaluation"), "evaluation_owner", suite.databasePassword("evaluation_owner"));
    }

    private static List<Reader> readers(Connection connection) throws SQLException {
        var readers = new ArrayList<Reader>();
        try (var statement = connection.prepareStatement("select unit_of_code(?)")) {
            for (var reader : READERS) {
                statement.setString(1, reader.get(2));
                try (var row = statement.executeQuery()) {
                    row.next();
                    readers.add(new Reader(reader.get(0), reader.get(1), reader.get(2), row.getObject(1, UUID.class)));
                }
            }
        }
        return readers;
    }
}
