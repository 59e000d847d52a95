package vn.gov.hanoi.benchmarks.scores;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Machine;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.city.City2020;
import vn.gov.hanoi.localstack.city.OfficerColumns;
import vn.gov.hanoi.localstack.city.OfficerRows;
import vn.gov.hanoi.localstack.city.TokenCache;
import vn.gov.hanoi.localstack.city.UnitRows;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;

/** B4 to B6: opens months of the whole City, imports their scores, publishes them, rolls up the year, and measures plain SQL beside it. The report is a file in benchmarks/results. */
public final class ScoreBench {
    private static final String KEEPER = "an.nguyen";
    private static final String APPROVER = "khanh.bui";
    private static final String OPERATOR = "hai.vu";
    private static final String RULE_SET = "HN-M-2022";
    private static final long SEED = 2020;
    private static final int FLOOR_ROUNDS = 3;
    private static final int QUIET_SECONDS = 15;
    /** Without bonus and deduction the points are the sum of the marks; entries tell the document. */
    private static final String WRONG = """
            select count(*) from sheets s left join sheet_entries e on e.sheet_id = s.id
            where s.period_from = ?::date and s.superseded_at is null and (s.state <> 'DECIDED' or e.details #>> '{decision,number}' <> s.decision_number
                or e.sheet_id is null or s.outcome = 'RATED' and s.points <> (select sum(m) from unnest(s.marks) m))""";

    private final Path project = Distributions.projectRoot();
    private final Progress progress;
    private final int officers;
    private final int rounds;
    private final @Nullable Path filled;
    private final Stage stage;

    /** What is measured first; each stage goes on from what the one before left. */
    public enum Stage {
        SCORES,
        CLOSINGS,
        YEAR
    }

    /**
     * @param rounds months, 1 to 5
     * @param filled folder of a suite with a directory of an earlier run; null to fill a new one
     * @param stage to begin with
     */
    public ScoreBench(PrintStream out, int officers, int rounds, @Nullable Path filled, Stage stage) {
        this.progress = new Progress(out);
        this.officers = officers;
        this.rounds = rounds;
        this.filled = filled;
        this.stage = stage;
    }

    public void run() {
        System.setProperty("congvu.second-compiler", "true");
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var file = project.resolve("benchmarks/results/scores-" + today + ".md");
        var report = new Report(file, "Months and a year of the City (B4 to B6), " + today);
        report.table("fact | value", Machine.facts(project));
        report.paragraph(
                "Ours are seconds from the first byte sent through the gateway until the operation has ended: reading, sealing, validation, "
                        + "scoring with explanation, sheets, entries, audit and commits of 2,000 rows each. The floors are single statements in one "
                        + "transaction of the same database, without foreign keys and triggers: INSERT writes the finished sheets and entries, UPDATE "
                        + "changes opened sheets and inserts the entries, as ours does. The services are compiled as in the containers, so the first month "
                        + "bears what the compiler takes. Durable writes are on (R11); all share the cores (R1).");
        try {
            var folder = Files.createDirectories(project.resolve("benchmarks/target"));
            var home = filled == null ? Files.createTempDirectory(folder, "suite-") : filled;
            var suite = new Suite(home, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.start();
            var tokens = new TokenCache(suite::token);
            var api = new Api(suite.gateway(), tokens, KEEPER);
            if (filled == null) {
                fill(api, home);
            }
            makeOfficial(new Api(suite.gateway(), tokens, APPROVER));
            try (var connection = connect(suite)) {
                measure(api, new Api(suite.gateway(), tokens, OPERATOR), connection, home, report);
            }
            report.paragraph("Load average after: " + Machine.load() + ".");
            progress.say("report: " + project.relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own statement failed", e);
        }
    }

    /** Only an official rule set gives results that may be published; the check itself is the City's. */
    private static void makeOfficial(Api approver) {
        for (var each :
                approver.get("/evaluation/v1/rule-sets?code=" + RULE_SET).path("items")) {
            if (each.path("status").asText().equals("PILOT")) {
                var path = "/evaluation/v1/rule-sets/" + each.path("id").asText();
                approver.actJson(path + "/actions/make-official", approver.etag(path), """
                        {"decision":{"number":"01/BM","signedOn":"2025-01-02","issuer":"Đo hiệu năng"},"data":{"checkedBy":"Đo hiệu năng"}}""");
            }
        }
    }

    private static Connection connect(Suite suite) throws SQLException {
        return DriverManager.getConnection(suite.jdbcUrl("evaluation"), "postgres", suite.databasePassword("postgres"));
    }

    private void fill(Api api, Path home) {
        var city = City2020.read();
        imported(api, "UNITS", written(home.resolve("units.csv"), out -> write(out, new UnitRows(city).csv())));
        imported(api, "OFFICERS", written(home.resolve("officers.csv"), out -> new OfficerRows(city, SEED)
                .write(officers, OfficerColumns.REQUIRED, out)));
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path file, Consumer<Writer> content) {
        try (var out = Files.newBufferedWriter(file)) {
            content.accept(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param accepting seconds until the file was durable and answered */
    private record Imported(double accepting, double seconds, JsonNode counts) {}

    private Imported imported(Api api, String kind, Path file) {
        long began = System.nanoTime();
        var accepted = Api.json(api.upload(kind, "PARTIAL", file).body());
        double accepting = (System.nanoTime() - began) / 1e9;
        var operation = api.follow(accepted.path("id").asText(), _ -> {});
        double seconds = (System.nanoTime() - began) / 1e9;
        var counts = api.get(operation.path("resultHref").asText()).path("counts");
        progress.say(String.format(Locale.ROOT, "%s: %s in %.1f s", kind, counts, seconds));
        return new Imported(accepting, seconds, counts);
    }

    private void measure(Api api, Api operator, Connection connection, Path home, Report report) throws SQLException {
        if (stage.compareTo(Stage.CLOSINGS) < 0) {
            scores(api, connection, home, report);
        }
        if (stage.compareTo(Stage.YEAR) < 0) {
            closings(api, connection, report);
        }
        var published = Months.in(connection, "PUBLISHED");
        if (!published.isEmpty()) {
            years(api, operator, connection, published.getLast(), report);
        }
    }

    private void scores(Api api, Connection connection, Path home, Report report) throws SQLException {
        var rows = new ArrayList<String>();
        for (var month : Months.fresh(connection, rounds)) {
            open(api, connection, month);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze sheets");
                statement.execute("checkpoint");
            }
            var file = home.resolve("scores-" + month + ".csv");
            int people = ScoreFile.write(connection, month, file);
            progress.say("importing " + people + " scores of " + month);
            long wal = Months.number(connection, "select pg_current_wal_lsn() - '0/0'::pg_lsn");
            var ours = imported(api, "EVALUATION_SCORES", file);
            wal = Months.number(connection, "select pg_current_wal_lsn() - '0/0'::pg_lsn") - wal;
            var again = imported(api, "EVALUATION_SCORES", file);
            var floor = new Floor(connection, month);
            var inserting = median(floor.inserting(FLOOR_ROUNDS));
            var changing = median(floor.changing(FLOOR_ROUNDS));
            rows.add(String.format(
                    Locale.ROOT,
                    "%s | %d | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %d | %d",
                    month,
                    people,
                    ours.counts().path("created").asInt(),
                    again.counts().path("unchanged").asInt(),
                    ours.seconds(),
                    ours.accepting(),
                    again.seconds(),
                    inserting,
                    changing,
                    ours.seconds() / inserting,
                    ours.seconds() / changing,
                    wal / Math.max(1, people),
                    Months.number(connection, WRONG, month + "-01")));
            progress.say(rows.getLast());
        }
        report.section("Seconds beside plain SQL");
        report.table(
                "month | sheets | decided | unchanged | ours | of it accepting | again | INSERT floor | UPDATE floor | ours / INSERT | ours / UPDATE | WAL "
                        + "bytes a sheet | wrong by SQL",
                rows);
    }

    private void closings(Api api, Connection connection, Report report) throws SQLException {
        var rows = new ArrayList<String>();
        for (var month : Months.in(connection, "OPEN")) {
            settle(connection);
            progress.say("closing " + month);
            var closed = new Closings(api, connection, month).publish();
            rows.add(month + " | " + closed.row());
            progress.say("closed: " + rows.getLast());
        }
        report.section("The month closed (B5)");
        report.paragraph(
                "Four keepers publish all units through the gateway, fifty units a request: cap per unit and rule set, all results of a request at once, one "
                        + "event for each, audit. "
                        + "The floor is the same by plain statements in one transaction.");
        report.table("month | units | results | ours | SQL floor | ours / floor | wrong by SQL", rows);
    }

    private void years(Api api, Api operator, Connection connection, String month, Report report) throws SQLException {
        var years = new Years(api, connection, month.substring(0, 4));
        progress.say("completing the year");
        years.fill(month);
        settle(connection);
        var standings = new Standings(operator, connection, month.substring(0, 4));
        progress.say("rolling up the year");
        var counted = new ArrayList<String>();
        counted.add(standings.counted());
        progress.say("rolled up: " + counted.getLast());
        var rows = new ArrayList<String>();
        progress.say("opening the year");
        rows.add(years.first().row("all"));
        progress.say("opened: " + rows.getLast());
        counted.add(standings.corrected());
        progress.say("corrected: " + counted.getLast());
        rows.add(years.again().row("after corrections"));
        progress.say("opened again: " + rows.getLast());
        report.section("The year rolled up (B6)");
        report.paragraph(
                "All months of a year into one row per person, counted by grade and added up: the operator's act through the gateway, from an empty table, beside "
                        + "the same by one statement into an empty table of the same columns and constraints; median of two in the order ours, floor, floor, ours. Then one month in "
                        + "a hundred is corrected by plain statements: what keeps the rows right is the time that PostgreSQL gives for the triggers inside "
                        + "them, beside one statement that brings the other table to the same state. Wrong are rows that differ from counting "
                        + "all months again.");
        report.table("what | months | people | ours | SQL floor | ours / floor | wrong by SQL", counted);
        report.section("The year opened with its suggestions");
        report.paragraph("More than the roll-up: two keepers open the year of all units through the "
                + "gateway, twenty units a request: people, months counted and added, careers, suggestions by the rules with their explanation, audit; then once "
                + "more after one month in a hundred was corrected. The floor counts and adds the same months into the same columns by one "
                + "statement, the second time for the people of corrected months only.");
        report.table("what | sheets | people | ours | SQL floor | ours / floor | wrong by SQL", rows);
    }

    /** Waits until what was done before has been told and taken up by the other services, so that only what is measured runs. */
    private void settle(Connection connection) throws SQLException {
        progress.say("waiting until the relay has told everything");
        int quiet = 0;
        while (quiet < QUIET_SECONDS) {
            quiet = Months.number(connection, "select count(*) from outbox_events") == 0 ? quiet + 1 : 0;
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void open(Api api, Connection connection, String month) throws SQLException {
        var agencies = Months.agencies(connection, month);
        progress.say("opening " + month + " for " + agencies.size() + " agencies");
        agencies.forEach(agency -> api.postJson(
                "/evaluation/v1/closings", "{\"period\":\"" + month + "\",\"unitId\":\"" + agency + "\"}"));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
}
