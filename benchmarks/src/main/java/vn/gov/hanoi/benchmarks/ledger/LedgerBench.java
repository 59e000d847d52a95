package vn.gov.hanoi.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Cpu;
import vn.gov.hanoi.benchmarks.Machine;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.benchmarks.ledger.Writers.Answers;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.city.TokenCache;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;

/** B7: postings a second over HTTP, straight at the service, beside pgbench with the equal single statement. The report is a file in benchmarks/results. */
public final class LedgerBench {
    private static final String ORGANISER = "binh.tran";
    private static final int BUDGETS = 64;
    private static final long AMOUNT = 1_000;
    private static final int MOST_WINDOWS = 10;
    private static final int ALIKE = 3;
    private static final double STEADY = 1.05;
    private static final int WARM_UP_SECONDS = 5;
    /** Until the compiler has done what it does for code that runs often. */
    private static final int WARM_UP_POSTINGS = 30_000;

    private static final int MOST_WARM_UPS = 12;
    private static final int LIMITED = 500;
    private static final int MOST_WRITERS = 64;
    private static final List<Integer> WRITERS = List.of(8, 32, MOST_WRITERS);
    private static final int YEAR = 2020;

    private final Path project = Distributions.projectRoot();
    private final Progress progress;
    private final int seconds;
    private final int rounds;
    private final @Nullable Path filled;

    /**
     * @param seconds of each round, ours and the peer's
     * @param filled folder of a suite with the accounts of an earlier run; null to open them in a new one
     */
    public LedgerBench(PrintStream out, int seconds, int rounds, @Nullable Path filled) {
        this.filled = filled;
        this.progress = new Progress(out);
        this.seconds = seconds;
        this.rounds = rounds;
    }

    public void run() {
        System.setProperty("congvu.second-compiler", "true");
        var program = Peer.program();
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var file = project.resolve("benchmarks/results/ledger-" + today + ".md");
        var report = new Report(file, "Postings to the ledger (B7), " + today);
        report.table("fact | value", Machine.facts(project));
        report.paragraph(
                "Ours are commitments over HTTP straight at training-service with a warm token, each under a key of its own; an answer leaves after "
                        + "the commit. The peer is " + program.getFileName()
                        + " with one prepared statement that writes the same rows: sums with the limit, entry, commitment, "
                        + "key, audit entry. Both use the same database, one after the other; the client of ours shares the cores, as pgbench does. "
                        + "The service is compiled as in the containers. Durable writes are on.");
        try {
            var folder = Files.createDirectories(project.resolve("benchmarks/target"));
            var home = filled == null ? Files.createTempDirectory(folder, "suite-") : filled;
            var suite = new Suite(home, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            if (filled == null) {
                suite.start();
            } else {
                List.of("postgres", "kafka", "keycloak", "training").forEach(suite::start);
            }
            measure(suite, program, home, report);
            report.paragraph("Load average after: " + Machine.load() + ".");
            progress.say("report: " + project.relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(Suite suite, Path program, Path home, Report report) {
        var tokens = new TokenCache(suite::token);
        var budgets = new Budgets(
                new Api(suite.gateway(), tokens, "an.nguyen"),
                new Api(suite.service("training"), tokens, ORGANISER),
                home.resolve("units.csv"));
        var accounts = filled == null ? budgets.open(YEAR, BUDGETS + 1, AMOUNT * LIMITED) : budgets.accounts();
        var hot = accounts.subList(BUDGETS, BUDGETS + 1);
        var many = accounts.subList(0, BUDGETS);
        var limited = accounts.subList(BUDGETS + 1, BUDGETS + 2);
        var address = suite.jdbcUrl("training")
                .replaceAll("jdbc:postgresql://([^:]+):(\\d+)/(.*)", "-h $1 -p $2 -U postgres $3");
        var peer = new Peer(program, address, suite.databasePassword("postgres"), home);
        var books = new Checks(suite);

        progress.say("warming up");
        warmUp(suite, tokens, many);
        var rows = new ArrayList<String>();
        for (var each : List.of(new Target("64 budgets", many), new Target("one hot budget", hot))) {
            for (int count : WRITERS) {
                untilSteady(suite, tokens, each, count);
                for (int round = 1; round <= rounds; round++) {
                    rows.add(compare(suite, tokens, peer, each, count, round));
                    progress.say(rows.getLast());
                }
            }
        }
        report.section("Postings a second");
        report.table(
                "accounts | writers | round | ours /s | pgbench /s | ours / pgbench | ours p50 ms | ours p99 ms | pgbench p50 ms | pgbench p99 ms | "
                        + "service CPU us a posting | database CPU us, ours | database CPU us, pgbench",
                rows);

        var last = writers(suite, tokens, limited).post(MOST_WRITERS, 3, AMOUNT);
        report.section("Checks afterwards");
        report.table(
                "check | found | expected",
                List.of(
                        "postings into a budget for " + LIMITED + " | " + last.posted() + " | " + LIMITED,
                        "postings refused there | " + last.refused() + " | above 0",
                        "accounts whose sums are not those of their entries | " + books.wrongSums() + " | 0",
                        "gaps in the order of accounts | " + books.gaps() + " | 0",
                        "accounts that promised more than they have | " + books.overspent() + " | 0",
                        "keys less entries of callers and peer | " + books.keysLessEntries() + " | 0"));
        report.paragraph("Entries in all: " + books.entries() + ".");
    }

    private static void warmUp(Suite suite, TokenCache tokens, List<UUID> accounts) {
        long posted = 0;
        for (int i = 0; i < MOST_WARM_UPS && posted < WARM_UP_POSTINGS; i++) {
            posted += writers(suite, tokens, accounts)
                    .post(MOST_WRITERS, WARM_UP_SECONDS, AMOUNT)
                    .posted();
        }
    }

    /** Few writers make smaller batches than many, which is other code: they too begin only when three windows in a row are alike. */
    private void untilSteady(Suite suite, TokenCache tokens, Target target, int writers) {
        var rates = new ArrayList<Double>();
        for (int i = 0; i < MOST_WINDOWS && !isSteady(rates); i++) {
            rates.add(writers(suite, tokens, target.accounts())
                    .post(writers, WARM_UP_SECONDS, AMOUNT)
                    .rate());
        }
        progress.say("warm after " + rates.size() + " windows of " + WARM_UP_SECONDS + " s");
    }

    private static boolean isSteady(List<Double> rates) {
        if (rates.size() < ALIKE) {
            return false;
        }
        var last = rates.subList(rates.size() - ALIKE, rates.size());
        return Collections.max(last) <= Collections.min(last) * STEADY;
    }

    private record Target(String name, List<UUID> accounts) {}

    private String compare(Suite suite, TokenCache tokens, Peer peer, Target target, int writers, int round) {
        Supplier<Timed> our = () ->
                timed(suite, () -> writers(suite, tokens, target.accounts()).post(writers, seconds, AMOUNT));
        Supplier<Timed> their = () -> timed(suite, () -> peer.post(target.accounts(), writers, seconds));
        // Whoever comes second finds fuller tables and another load, so they take turns.
        boolean oursFirst = round % 2 == 1;
        var first = (oursFirst ? our : their).get();
        var second = (oursFirst ? their : our).get();
        var ours = oursFirst ? first : second;
        var theirs = oursFirst ? second : first;
        return String.format(
                Locale.ROOT,
                "%s | %d | %d | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %d | %d | %d",
                target.name(),
                writers,
                round,
                ours.answers().rate(),
                theirs.answers().rate(),
                ours.answers().rate() / theirs.answers().rate(),
                ours.answers().latencies().millis(50),
                ours.answers().latencies().millis(99),
                theirs.answers().latencies().millis(50),
                theirs.answers().latencies().millis(99),
                ours.service() / Math.max(1, ours.answers().posted()),
                ours.database() / Math.max(1, ours.answers().posted()),
                theirs.database() / Math.max(1, theirs.answers().posted()));
    }

    private record Timed(Answers answers, long service, long database) {}

    private static Timed timed(Suite suite, Supplier<Answers> work) {
        long service = cpu(suite, "training");
        long database = cpu(suite, "postgres");
        var answers = work.get();
        return new Timed(answers, cpu(suite, "training") - service, cpu(suite, "postgres") - database);
    }

    private static long cpu(Suite suite, String part) {
        return suite.process(part).map(Cpu::micros).orElse(0L);
    }

    private static Writers writers(Suite suite, TokenCache tokens, List<UUID> accounts) {
        return new Writers(suite.service("training"), tokens.token(ORGANISER), accounts);
    }
}
