package vn.gov.hanoi.training.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.DatabaseFaults;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Lets postings that wait at the same moment go in one statement. Whoever finds nobody writing writes what waits, the own
 * posting and those of others; so a single posting waits for no timer, and many share one commit. No thread of its own.
 *
 * <p>Bounded: more than {@code capacity} waiting, or none taken within {@code patience}, is server.unavailable, and nothing
 * of it is posted. A posting that was taken waits until the database answers, which has its own limits.
 */
final class PostingLane {
    private static final int ATTEMPTS = 3;

    private final Function<List<Order>, List<Verdict>> statement;
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param capacity most postings that wait
     * @param most most postings in a statement
     * @param oneAccount whether all of a statement must be of one account, so that it never waits for a second one
     * @param patienceMillis longest wait to be taken into a statement
     */
    record Limits(int capacity, int most, boolean oneAccount, long patienceMillis) {}

    private static final class Waiting {
        private final Order order;
        private final Condition changed;
        private boolean taken;
        private @Nullable Verdict verdict;
        private @Nullable RuntimeException fault;

        private Waiting(Order order, Condition changed) {
            this.order = order;
            this.changed = changed;
        }

        private boolean isAnswered() {
            return verdict != null || fault != null;
        }
    }

    /** @param statement writes postings in one transaction and says what became of each, in their order */
    PostingLane(Limits limits, Function<List<Order>, List<Verdict>> statement) {
        this.limits = limits;
        this.statement = statement;
    }

    /** What became of the posting, after its commit. Refusal: server.unavailable. */
    Verdict post(Order order) {
        var own = new Waiting(order, lock.newCondition());
        lock.lock();
        try {
            if (queue.size() >= limits.capacity()) {
                throw new Refused(KernelProblem.UNAVAILABLE);
            }
            queue.add(own);
            while (!own.isAnswered()) {
                if (isTaken(own)) {
                    awaitAnswer(own);
                } else {
                    write();
                }
            }
        } finally {
            lock.unlock();
        }
        if (own.fault != null) {
            throw own.fault;
        }
        return java.util.Objects.requireNonNull(own.verdict);
    }

    /** Number of postings that no statement has taken yet. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody took it, or until nobody writes. */
    private boolean isTaken(Waiting own) {
        long left = TimeUnit.MILLISECONDS.toNanos(limits.patienceMillis());
        try {
            while (!own.taken && writing) {
                if (left <= 0) {
                    throw giveUp(own);
                }
                left = own.changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            if (!own.taken) {
                throw giveUp(own);
            }
        }
        return own.taken;
    }

    private static void awaitAnswer(Waiting own) {
        while (!own.isAnswered()) {
            own.changed.awaitUninterruptibly();
        }
    }

    private Refused giveUp(Waiting own) {
        queue.remove(own);
        wakeNext();
        return new Refused(KernelProblem.UNAVAILABLE);
    }

    /** Holds the lock when it begins and ends, not while the database works. */
    private void write() {
        var batch = take();
        writing = true;
        lock.unlock();
        try {
            run(batch, 1);
        } finally {
            lock.lock();
            writing = false;
            batch.forEach(PostingLane::answer);
            wakeNext();
        }
    }

    /** Nobody is left without an answer, also if the statement ended in an error that is none of the database's. */
    private static void answer(Waiting waiting) {
        if (!waiting.isAnswered()) {
            waiting.fault = new IllegalStateException("the statement gave no verdict");
        }
        waiting.changed.signal();
    }

    private void wakeNext() {
        if (!writing && queue.peek() instanceof Waiting next) {
            next.changed.signal();
        }
    }

    private List<Waiting> take() {
        var batch = new ArrayList<Waiting>(Math.min(queue.size(), limits.most()));
        var first = queue.element().order.posting().accountId();
        var each = queue.iterator();
        while (each.hasNext() && batch.size() < limits.most()) {
            var waiting = each.next();
            if (!limits.oneAccount() || waiting.order.posting().accountId().equals(first)) {
                waiting.taken = true;
                batch.add(waiting);
                each.remove();
            }
        }
        return batch;
    }

    /** A fault of many is looked for one by one, unless the database itself is away. */
    private void run(List<Waiting> batch, int attempt) {
        try {
            var verdicts =
                    statement.apply(batch.stream().map(waiting -> waiting.order).toList());
            for (int i = 0; i < verdicts.size(); i++) {
                batch.get(i).verdict = verdicts.get(i);
            }
        } catch (RuntimeException e) {
            if (DatabaseFaults.isRepeatable(e) && attempt < ATTEMPTS) {
                run(batch, attempt + 1);
            } else if (batch.size() == 1 || DatabaseFaults.isUnavailable(e)) {
                batch.forEach(waiting -> waiting.fault = e);
            } else {
                batch.forEach(waiting -> run(List.of(waiting), 1));
            }
        }
    }
}
