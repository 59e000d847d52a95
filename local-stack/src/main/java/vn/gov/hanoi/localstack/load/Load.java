package vn.gov.hanoi.localstack.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Requests at a constant rate, until it is stopped. A request that is sent late counts from the moment it was due. */
public final class Load implements AutoCloseable {
    /**
     * What came of one request.
     *
     * @param number counted from 0
     * @param dueNanos since the load began
     * @param nanos from the moment it was due to the end of the answer
     * @param fault empty if all was well
     */
    public record Outcome(long number, String kind, String phase, long dueNanos, long nanos, String fault) {}

    private final Balancer balancer;
    private final UnaryOperator<String> tokens;
    private final LongFunction<Request> requests;
    private final long intervalNanos;
    private final long began = System.nanoTime();
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Thread> workers = new ArrayList<>();
    private volatile String phase = "";
    private volatile boolean running = true;

    /**
     * Begins at once.
     *
     * @param tokens a valid token of a user; asked for each request
     * @param requests the request of a number, counted from 0
     * @param perSecond requests a second
     * @param lines connections that may be busy at once
     */
    public Load(
            Balancer balancer, UnaryOperator<String> tokens, LongFunction<Request> requests, int perSecond, int lines) {
        this.balancer = balancer;
        this.tokens = tokens;
        this.requests = requests;
        this.intervalNanos = 1_000_000_000L / perSecond;
        for (int i = 0; i < lines; i++) {
            workers.add(Thread.ofPlatform().daemon().name("load-" + i).start(this::work));
        }
    }

    /** Runs something in a phase of its own name; what was due before or after has another one. */
    public <T> T during(String name, Supplier<T> work) {
        phase = name;
        try {
            return work.get();
        } finally {
            phase = "";
        }
    }

    /** Requests that have an outcome. */
    public int done() {
        return outcomes.size();
    }

    /** Ends the load and tells all outcomes. */
    public List<Outcome> stop() {
        close();
        return List.copyOf(outcomes);
    }

    private void work() {
        var lines = new HashMap<Balancer.Server, Line>();
        while (running) {
            long number = numbers.getAndIncrement();
            long due = began + number * intervalNanos;
            for (long wait = due - System.nanoTime(); wait > 0 && running; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (running) {
                var name = phase;
                var request = requests.apply(number);
                var fault = attempt(request, lines);
                outcomes.add(new Outcome(number, request.kind(), name, due - began, System.nanoTime() - due, fault));
            }
        }
        lines.values().forEach(Load::hangUp);
    }

    /** A fault of the load itself counts too: without it a load that broke down would look like one without failures. */
    private String attempt(Request request, Map<Balancer.Server, Line> lines) {
        try {
            return send(request, lines);
        } catch (RuntimeException e) {
            return request.kind() + " not sent: " + e;
        }
    }

    /** @return what went wrong; empty if nothing */
    private String send(Request request, Map<Balancer.Server, Line> lines) {
        lines.entrySet().removeIf(known -> {
            boolean over = known.getValue().isEnded() || !balancer.isReady(known.getKey());
            if (over) {
                hangUp(known.getValue());
            }
            return over;
        });
        var token = tokens.apply(request.user());
        var fault = "no gateway can be reached";
        for (int attempt = 0; attempt < balancer.size(); attempt++) {
            var server = balancer.next();
            var line = lines.get(server);
            if (line == null) {
                try {
                    line = new Line(server.address());
                } catch (IOException e) {
                    balancer.unreachable(server);
                    continue;
                }
                lines.put(server, line);
            }
            try {
                int status = line.exchange(request, token);
                return status == request.expected() ? "" : request.kind() + " answered " + status;
            } catch (IOException e) {
                lines.remove(server);
                hangUp(line);
                return request.kind() + " broken: " + e;
            }
        }
        return fault;
    }

    private static void hangUp(Line line) {
        try {
            line.close();
        } catch (IOException _) {
            // It is closed either way.
        }
    }

    @Override
    public void close() {
        running = false;
        for (var worker : workers) {
            LockSupport.unpark(worker);
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
