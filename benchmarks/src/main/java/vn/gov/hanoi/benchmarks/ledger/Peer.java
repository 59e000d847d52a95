package vn.gov.hanoi.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gov.hanoi.benchmarks.Latencies;
import vn.gov.hanoi.benchmarks.ledger.Writers.Answers;

/** pgbench with the equal single statement: limit, sequence, entry, commitment, key and audit entry in one transaction. */
final class Peer {
    private static final String STATEMENT = """
            with account as (
                update accounts set committed_vnd = committed_vnd + 1000, last_seq = last_seq + 1, version = version + 1,
                    last_recorded_at = now()
                where id = '%1$s' and state = 'OPEN' and committed_vnd + spent_vnd + returned_vnd + 1000 <= allocated_vnd
                    and exists (select 1 from units_within(unit_of_code('H26')) w where w.id = unit_id)
                returning id, last_seq, unit_id, uuidv7() as entry),
            added as (insert into ledger_entries (id, account_id, seq, kind, debit, credit, amount_vnd, description, recorded_at,
                    recorded_by, commitment_id)
                select entry, id, last_seq, 'COMMITMENT', 'COMMITTED', 'AVAILABLE', 1000, 'Mua văn phòng phẩm', now(), 'pgbench', entry
                from account),
            promised as (insert into ledger_commitments (id, account_id, committed_vnd, open_vnd, for_class)
                select entry, id, 1000, 1000, false from account),
            claimed as (insert into idempotency_keys (scope_digest, request_digest, status, body, etag, location)
                select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
                    201, '', '"1"', '/training/v1/ledger-entries/' || entry from account),
            audited as (insert into audit_entries (id, at, subject, client, action, resource, resource_id, unit_id, details, trace_id)
                select uuidv7(), now(), 'pgbench', 'pgbench', 'ledger.commit', 'ledger-entries', entry, unit_id,
                    jsonb_build_object('accountId', id, 'seq', last_seq, 'amountVnd', 1000), repeat('0', 32) from account)
            select last_seq from account;
            """;
    private static final Pattern TRANSACTIONS = Pattern.compile("actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final String database;
    private final String password;
    private final Path folder;

    /** @param database connection as pgbench takes it, for example {@code -h 127.0.0.1 -p 5432 -U postgres training} */
    Peer(Path program, String database, String password, Path folder) {
        this.program = program;
        this.database = database;
        this.password = password;
        this.folder = folder;
    }

    /** The newest one that is installed. */
    static Path program() {
        try (var found = Stream.of(Path.of("/usr/lib/postgresql"))
                .filter(Files::isDirectory)
                .flatMap(Peer::versions)) {
            return found.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo)
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "this benchmark needs pgbench in /usr/lib/postgresql/*/bin (package postgresql or postgresql-contrib)"));
        }
    }

    private static Stream<Path> versions(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answers post(List<UUID> accounts, int clients, int seconds) {
        try {
            var log = Files.createTempDirectory(folder, "pgbench-");
            var command = new ArrayList<>(List.of(
                    program.toString(),
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    String.valueOf(clients),
                    "-j",
                    "2",
                    "-T",
                    String.valueOf(seconds),
                    "-l",
                    "--log-prefix=" + log.resolve("times")));
            for (var account : accounts) {
                var script = log.resolve(account + ".sql");
                Files.writeString(script, STATEMENT.formatted(account));
                command.add("-f");
                command.add(script.toString());
            }
            command.addAll(Arrays.asList(database.split(" ")));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            var process = builder.start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench: " + text);
            }
            long posted = Long.parseLong(found(TRANSACTIONS, text));
            double rate = Double.parseDouble(found(RATE, text));
            return new Answers(posted, 0, posted / rate, new Latencies(times(log)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench said: " + text);
        }
        return matcher.group(1);
    }

    /** The third word of each line is microseconds. */
    private static long[] times(Path log) throws IOException {
        try (var files = Files.list(log)) {
            return files.filter(file -> file.getFileName().toString().startsWith("times"))
                    .flatMap(Peer::lines)
                    .mapToLong(line -> Long.parseLong(line.split(" ")[2]) * 1_000)
                    .toArray();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
