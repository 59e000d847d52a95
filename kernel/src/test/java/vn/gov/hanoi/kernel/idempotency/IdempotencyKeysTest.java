package vn.gov.hanoi.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.testing.KernelDatabase;
import vn.gov.hanoi.kernel.time.HanoiClock;

class IdempotencyKeysTest {
    private static final String SECRET = "{\"fullName\":\"Nguyễn Thị Bình\"}";
    private static final int MANY = 20;

    private final byte[] scope = random();
    private final byte[] request = random();
    private final Sealer sealer = sealer(0);

    @Test
    void shouldGiveTheStoredAnswerAgainByteForByte() throws SQLException {
        // Given
        var answer = answer(201, "\"1\"", "/evaluation/v1/units/x");
        store(answer);

        // When
        try (var again = KernelDatabase.begin()) {
            var stored = keys(again).claim(scope, request).orElseThrow();

            // Then
            assertThat(stored).usingRecursiveComparison().isEqualTo(answer);
        }
    }

    @Test
    void shouldGiveAnAnswerWithoutTagAndPlace() throws SQLException {
        // Given
        store(answer(202, null, null));

        // When
        try (var again = KernelDatabase.begin()) {
            var stored = keys(again).claim(scope, request).orElseThrow();

            // Then
            assertThat(stored.etag()).isNull();
            assertThat(stored.location()).isNull();
        }
    }

    @Test
    void shouldRefuseTheKeyForAnotherRequest() throws SQLException {
        // Given
        store(answer(200, "\"1\"", null));

        // Then
        try (var other = KernelDatabase.begin()) {
            assertThat(refusal(() -> keys(other).claim(scope, random()))).isEqualTo(KernelProblem.KEY_PAYLOAD_DIFFERS);
        }
    }

    @Test
    void shouldRunAgainAfterARollback() throws SQLException {
        // Given
        try (var failed = KernelDatabase.begin()) {
            keys(failed).claim(scope, request);
            keys(failed).store(scope, request, answer(200, null, null));
        }

        // When
        try (var again = KernelDatabase.begin()) {
            var stored = keys(again).claim(scope, request);

            // Then
            assertThat(stored).isEmpty();
        }
    }

    @Test
    void shouldSayThatTheSameRequestIsStillRunning() throws SQLException {
        // Given
        try (var running = KernelDatabase.begin();
                var second = KernelDatabase.begin()) {
            keys(running).claim(scope, request);

            // Then
            assertThat(refusal(() -> keys(second).claim(scope, request))).isEqualTo(KernelProblem.KEY_IN_PROGRESS);
            assertThat(KernelProblem.KEY_IN_PROGRESS.retryable()).isTrue();
            assertThat(keys(second).claim(random(), request)).isEmpty();
        }
    }

    @Test
    void F21_shouldLetOneOfManyParallelRequestsAct() throws Exception {
        // Given
        var start = new CyclicBarrier(MANY);
        Callable<String> call = () -> {
            start.await();
            try (var transaction = KernelDatabase.begin()) {
                var keys = keys(transaction);
                if (keys.claim(scope, request).isPresent()) {
                    return "replayed";
                }
                keys.store(scope, request, answer(201, null, null));
                transaction.commit();
                return "acted";
            } catch (Refused refused) {
                return refused.getMessage();
            }
        };

        // When
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(MANY, call))) {
                outcomes.add(done.get());
            }
        }

        // Then
        assertThat(outcomes).containsOnlyOnce("acted");
        assertThat(outcomes).isSubsetOf("acted", "replayed", KernelProblem.KEY_IN_PROGRESS.code());
    }

    @Test
    void shouldKeepTheAnswerUnreadableInTheDatabase() throws SQLException {
        // Given
        store(answer(200, null, null));

        // When
        var body = stored("body");

        // Then
        assertThat(new String(body, StandardCharsets.UTF_8))
                .doesNotContain("Nguyễn")
                .doesNotContain("fullName");
    }

    @Test
    void shouldNotShowAnAnswerThatWasMovedToAnotherKey() throws SQLException {
        // Given
        store(answer(200, null, null));
        byte[] thief = random();
        execute(
                "insert into idempotency_keys select ?, request_digest, status, body from idempotency_keys"
                        + " where scope_digest = ?",
                thief,
                scope);

        // Then
        try (var reading = KernelDatabase.begin()) {
            assertThatThrownBy(() -> keys(reading).claim(thief, request)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldForgetAfterTheRetentionOnly() throws SQLException {
        // Given
        store(answer(200, null, null));
        execute("update idempotency_keys set created_at = '2020-01-01 00:00Z' where scope_digest = ?", scope);
        var dayBefore = Clock.fixed(Instant.parse("2020-02-14T00:00:00Z"), HanoiClock.ZONE);
        var dayAfter = Clock.fixed(Instant.parse("2020-02-16T00:00:00Z"), HanoiClock.ZONE);

        // When
        new KeyRetention(KernelDatabase.open(), dayBefore, 45).forget();
        var kept = count();
        new KeyRetention(KernelDatabase.open(), dayAfter, 45).forget();

        // Then
        assertThat(kept).isEqualTo(1);
        assertThat(count()).isZero();
    }

    private void store(IdempotencyKeys.Stored answer) throws SQLException {
        try (var first = KernelDatabase.begin()) {
            assertThat(keys(first).claim(scope, request)).isEqualTo(Optional.empty());
            keys(first).store(scope, request, answer);
            first.commit();
        }
    }

    private IdempotencyKeys keys(KernelDatabase.Transaction transaction) {
        return new IdempotencyKeys(transaction.source(), sealer);
    }

    private static IdempotencyKeys.Stored answer(int status, String etag, String location) {
        return new IdempotencyKeys.Stored(status, SECRET.getBytes(StandardCharsets.UTF_8), etag, location);
    }

    private static ProblemCode refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusals().getFirst().code();
    }

    private byte[] stored(String column) throws SQLException {
        var sql = "select " + column + " from idempotency_keys where scope_digest = ?";
        try (var connection = KernelDatabase.open().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, scope);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private int count() throws SQLException {
        try (var connection = KernelDatabase.open().getConnection();
                var statement = connection.prepareStatement("select 1 from idempotency_keys where scope_digest = ?")) {
            statement.setBytes(1, scope);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? 1 : 0;
            }
        }
    }

    private static void execute(String sql, byte[]... args) throws SQLException {
        try (var connection = KernelDatabase.open().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setBytes(i + 1, args[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Sealer sealer(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return new Sealer(Base64.getEncoder().encodeToString(key));
    }
}
