package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** How postings find together; the statement is given by the test, the lane is the real one. */
class PostingLaneTest {
    private static final Caller CALLER = new Caller("person-1", "test", "person-1", "H26", Set.of());
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Order>> statements = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        held.countDown();
        threads.close();
    }

    @Test
    void shouldWriteASinglePostingAtOnceAndByTheThreadThatAsks() {
        // Given
        var writers = new CopyOnWriteArrayList<Thread>();
        var lane = lane(limits(10, 10, false, 60_000), orders -> {
            writers.add(Thread.currentThread());
            return posted(orders);
        });

        // When
        var verdict = lane.post(order(ONE));

        // Then
        assertThat(verdict.isPosted()).isTrue();
        assertThat(writers).containsExactly(Thread.currentThread());
    }

    @Test
    void shouldWriteTogetherWhatWaitsMeanwhileInItsOrderAndUpToTheLimit() {
        // Given
        var lane = lane(limits(100, 4, false, 60_000), this::holdFirst);
        var answers = new ArrayList<CompletableFuture<Verdict>>();
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 7; i++) {
            var order = order(i % 2 == 0 ? ONE : OTHER);
            orders.add(order);
            answers.add(later(lane, order, i));
        }

        // When
        held.countDown();
        answers.forEach(CompletableFuture::join);

        // Then
        assertThat(statements).containsExactly(orders.subList(0, 1), orders.subList(1, 5), orders.subList(5, 7));
        for (int i = 0; i < 7; i++) {
            assertThat(answers.get(i).join().entryId())
                    .isEqualTo(orders.get(i).posting().id());
        }
    }

    @Test
    void shouldWriteOneAccountAtATimeWhereItIsToldTo() {
        // Given
        var lane = lane(limits(100, 10, true, 60_000), this::holdFirst);
        var answers = new ArrayList<CompletableFuture<Verdict>>();
        for (int i = 0; i < 5; i++) {
            answers.add(later(lane, order(i % 2 == 0 ? ONE : OTHER), i));
        }

        // When
        held.countDown();
        answers.forEach(CompletableFuture::join);

        // Then
        assertThat(statements)
                .extracting(statement -> statement.stream()
                        .map(order -> order.posting().accountId())
                        .distinct()
                        .toList())
                .containsExactly(List.of(ONE), List.of(OTHER), List.of(ONE));
    }

    @Test
    void shouldFindTheOneThatFailsAndPostItsNeighbours() {
        // Given
        var bad = order(OTHER);
        var lane = lane(limits(100, 10, false, 60_000), orders -> {
            if (orders.contains(bad)) {
                throw new IllegalStateException("poison");
            }
            return holdFirst(orders);
        });
        var first = later(lane, order(ONE), 0);
        var good = List.of(later(lane, order(ONE), 1), later(lane, order(OTHER), 2));
        var failed = later(lane, bad, 3);

        // When
        held.countDown();
        first.join();

        // Then
        assertThat(good)
                .allSatisfy(answer -> assertThat(answer.join().isPosted()).isTrue());
        assertThat(failed)
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("poison");
    }

    @Test
    void shouldTellEachOfAStatementThatTheDatabaseIsAwayAndRepeatADeadlock() {
        // Given
        var tries = new AtomicInteger();
        var lane = lane(limits(100, 10, false, 60_000), orders -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException(new java.sql.SQLException("deadlock", "40P01"));
                case 3 -> throw new IllegalStateException(new java.sql.SQLException("gone", "08006"));
                default -> {
                    return posted(orders);
                }
            }
        });

        // When
        var repeated = lane.post(order(ONE));
        var away = CompletableFuture.supplyAsync(() -> lane.post(order(ONE)), threads);

        // Then
        assertThat(repeated.isPosted()).isTrue();
        assertThat(away)
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("gone");
        assertThat(lane.post(order(ONE)).isPosted()).isTrue();
    }

    @Test
    void shouldLeaveNobodyWithoutAnAnswer() {
        // Given
        var first = new AtomicInteger();
        var lane = lane(limits(100, 10, false, 60_000), orders -> {
            if (first.incrementAndGet() == 1) {
                throw new StackOverflowError("none of the database's");
            }
            return posted(orders);
        });

        // When
        var failed = CompletableFuture.supplyAsync(() -> lane.post(order(ONE)), threads);

        // Then
        assertThat(failed).failsWithin(java.time.Duration.ofSeconds(10));
        assertThat(lane.post(order(ONE)).isPosted()).isTrue();
    }

    @Test
    void shouldRefuseWhoComesWhenTooManyWait() {
        // Given
        var lane = lane(limits(2, 10, false, 60_000), this::holdFirst);
        var admitted = List.of(later(lane, order(ONE), 0), later(lane, order(ONE), 1), later(lane, order(ONE), 2));

        // When
        var tooMany = CompletableFuture.supplyAsync(() -> lane.post(order(ONE)), threads);

        // Then
        requireUnavailable(tooMany);
        held.countDown();
        assertThat(admitted)
                .allSatisfy(answer -> assertThat(answer.join().isPosted()).isTrue());
    }

    @Test
    void shouldPostNothingOfWhoWaitsTooLong() {
        // Given
        var lane = lane(limits(2, 10, false, 50), this::holdFirst);
        var first = later(lane, order(ONE), 0);
        var patient = order(ONE);

        // When
        var late = CompletableFuture.supplyAsync(() -> lane.post(patient), threads);

        // Then
        requireUnavailable(late);
        held.countDown();
        assertThat(first.join().isPosted()).isTrue();
        assertThat(lane.post(order(ONE)).isPosted()).isTrue();
        assertThat(statements.stream().flatMap(List::stream)).doesNotContain(patient);
    }

    private static void requireUnavailable(CompletableFuture<Verdict> answer) {
        assertThat(answer.handle((_, thrown) -> thrown).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(503));
    }

    /** Begins the posting and waits until it is written or queued, so that the order is known. */
    private CompletableFuture<Verdict> later(PostingLane lane, Order order, int before) {
        var answer = CompletableFuture.supplyAsync(() -> lane.post(order), threads);
        await("it waits").until(() -> before == 0 ? !statements.isEmpty() : lane.waiting() == before);
        return answer;
    }

    private PostingLane lane(PostingLane.Limits limits, Function<List<Order>, List<Verdict>> statement) {
        return new PostingLane(limits, orders -> {
            var verdicts = statement.apply(orders);
            if (!statements.contains(orders)) {
                statements.add(List.copyOf(orders));
            }
            return verdicts;
        });
    }

    private List<Verdict> holdFirst(List<Order> orders) {
        if (statements.isEmpty()) {
            statements.add(List.copyOf(orders));
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return posted(orders);
    }

    private static PostingLane.Limits limits(int capacity, int most, boolean oneAccount, long patience) {
        return new PostingLane.Limits(capacity, most, oneAccount, patience);
    }

    private static List<Verdict> posted(List<Order> orders) {
        return orders.stream()
                .map(order -> new Verdict(
                        Verdict.Outcome.POSTED, order.posting().id(), 1L, null, null, null, null, null, null, null))
                .toList();
    }

    private static Order order(UUID account) {
        return Order.ofRoom(Posting.of(account, EntryKind.COMMITMENT, new Money(1), "Thử"), CALLER);
    }
}
