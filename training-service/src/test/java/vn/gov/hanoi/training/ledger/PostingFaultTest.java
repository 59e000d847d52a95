package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.TestPlan;

/** Postings while others hold the account, or the time is over; and what a posting costs. */
@QuarkusTest
@WithStack
class PostingFaultTest {
    private static final Caller CALLER = new Caller("person-1", "test-client", "person-1", "H26", Set.of());

    private final Ledger ledger;

    PostingFaultTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void shouldTakeOneRoundTripForAPosting() {
        // Given
        var books = Books.fresh();
        books.commit(1);
        var trips = new RoundTrips();

        // When
        Response posted;
        try (trips) {
            posted = books.post(books.body("COMMITMENT", 5L));
        }

        // Then
        posted.then().statusCode(201);
        assertThat(trips.counted()).isEqualTo(1);
    }

    @Test
    void shouldLetOtherAccountsPassWhileOneIsHeldAndPostWhenItIsFree() throws SQLException {
        // Given
        var held = Books.fresh();
        var free = Books.of(TestPlan.roomy(), "C");
        CompletableFuture<Response> waiting;
        try (var holder = hold(held)) {
            waiting = CompletableFuture.supplyAsync(() -> held.post(held.body("COMMITMENT", 5L)));
            await("it waits").until(() -> Database.count("select count(*) from pg_locks where not granted") > 0);

            // When
            var passed = free.post(free.body("COMMITMENT", 5L));

            // Then
            passed.then().statusCode(201);
            assertThat(waiting).isNotDone();
            holder.rollback();
        }
        waiting.join().then().statusCode(201).body(at("seq", equalTo(2)));
    }

    @Test
    void shouldGiveUpAnAccountThatStaysHeldKeepNothingAndTakeTheSameKeyLater() throws SQLException {
        // Given
        var books = Books.fresh();
        var key = Api.key();
        var body = books.body("COMMITMENT", 5L);
        Response refused;

        // When
        try (var holder = hold(books)) {
            refused = Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.ENTRIES);
            holder.rollback();
        }

        // Then
        refused.then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body(at("code", equalTo("server.unavailable")))
                .body(at("retryable", equalTo(true)));
        assertThat(books.read().getLong("lastSeq")).isEqualTo(1);
        Callers.city()
                .header("Idempotency-Key", key)
                .body(body)
                .post(TestPlan.ENTRIES)
                .then()
                .statusCode(201)
                .body(at("seq", equalTo(2)));
    }

    @Test
    void shouldRollBackTheWholeWhenATransactionTakesTooLong() {
        // Given
        var books = Books.fresh();

        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().timeout(1).run(() -> {
                    ledger.commit(books.id(), new Money(5), null, "Thử", CALLER);
                    await("the time is over")
                            .pollInSameThread()
                            .until(() -> QuarkusTransaction.getStatus() != jakarta.transaction.Status.STATUS_ACTIVE);
                    ledger.commit(books.id(), new Money(6), null, "Thử", CALLER);
                }))
                .isInstanceOf(RuntimeException.class);

        // Then
        assertThat(books.read().getLong("lastSeq")).isEqualTo(1);
        assertThat(books.read().getLong("committedVnd")).isZero();
        assertThat(Database.count("select count(*) from ledger_commitments where account_id = ?", books.id()))
                .isZero();
        books.commit(7);
        assertThat(books.read().getLong("committedVnd")).isEqualTo(7);
    }

    private static Connection hold(Books books) throws SQLException {
        var connection = Database.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select 1 from accounts where id = ? for update")) {
            statement.setObject(1, books.id());
            statement.execute();
        }
        return connection;
    }

    /** Counts what the driver sends on threads that answer requests: each Sync is one round trip. */
    private static final class RoundTrips extends Handler implements AutoCloseable {
        private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        private final AtomicInteger syncs = new AtomicInteger();
        private final Level before = DRIVER.getLevel();

        RoundTrips() {
            setLevel(Level.ALL);
            DRIVER.setUseParentHandlers(false);
            DRIVER.setLevel(Level.FINEST);
            DRIVER.addHandler(this);
        }

        int counted() {
            return syncs.get();
        }

        @Override
        public void publish(LogRecord said) {
            if (said.getMessage().contains("FE=> Sync")
                    && Thread.currentThread().getName().startsWith("executor-thread")) {
                syncs.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            DRIVER.removeHandler(this);
            DRIVER.setLevel(before);
            DRIVER.setUseParentHandlers(true);
        }
    }
}
