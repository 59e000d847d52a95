package vn.gov.hanoi.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import vn.gov.hanoi.benchmarks.Latencies;

/** Callers that post commitments, each one after the other on a connection of its own, every posting under a key of its own. */
final class Writers {
    private static final String PATH = "/training/v1/ledger-entries";
    private static final int CREATED = 201;
    private static final int REFUSED = 422;

    private final URI service;
    private final String token;
    private final List<UUID> accounts;

    Writers(URI service, String token, List<UUID> accounts) {
        this.service = service;
        this.token = token;
        this.accounts = accounts;
    }

    /**
     * What was answered.
     *
     * @param seconds from the first request to the last answer
     */
    record Answers(long posted, long refused, double seconds, Latencies latencies) {
        double rate() {
            return posted / seconds;
        }
    }

    private record One(long posted, long refused, long[] nanos) {}

    /** @param amountVnd of each posting */
    Answers post(int writers, double seconds, long amountVnd) {
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        var results = new ArrayList<One>();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<One>>();
            for (int i = 0; i < writers; i++) {
                running.add(pool.submit(() -> write(end, amountVnd)));
            }
            for (var each : running) {
                results.add(each.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a writer failed", e);
        }
        double took = (System.nanoTime() - began) / 1e9;
        return new Answers(
                results.stream().mapToLong(One::posted).sum(),
                results.stream().mapToLong(One::refused).sum(),
                took,
                new Latencies(results.stream()
                        .flatMapToLong(one -> LongStream.of(one.nanos()))
                        .toArray()));
    }

    private One write(long end, long amountVnd) {
        var random = new SplittableRandom();
        var nanos = LongStream.builder();
        long posted = 0;
        long refused = 0;
        try (var connection = new Connection(service, PATH, token)) {
            for (long now = System.nanoTime(); now < end; ) {
                var account = accounts.get(random.nextInt(accounts.size()));
                int status = connection.post(key(random), body(account, amountVnd));
                long after = System.nanoTime();
                nanos.add(after - now);
                now = after;
                switch (status) {
                    case CREATED -> posted++;
                    case REFUSED -> refused++;
                    default -> throw new IllegalStateException("status " + status);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new One(posted, refused, nanos.build().toArray());
    }

    private static String key(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String body(UUID account, long amountVnd) {
        return "{\"accountId\":\"" + account + "\",\"kind\":\"COMMITMENT\",\"amountVnd\":" + amountVnd
                + ",\"description\":\"Mua văn phòng phẩm\"}";
    }
}
