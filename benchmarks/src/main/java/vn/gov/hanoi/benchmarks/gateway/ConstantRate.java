package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at times that were fixed beforehand, whatever the answers do. A time of an answer counts from the moment at which its request should have been
 * sent, so a server that stands still is charged for everybody who would have come meanwhile.
 */
final class ConstantRate {
    private static final int CONNECTIONS = 64;
    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST = 60 * SECOND;
    private static final int DIGITS = 3;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] GOOD = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);

    private final int rate;
    private final List<byte[]> requests;
    private final byte[] body = Peers.BODY.getBytes(StandardCharsets.UTF_8);

    ConstantRate(int rate, List<String> tokens) {
        this.rate = rate;
        this.requests = tokens.stream()
                .map(token -> "GET " + Peers.PATH
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    static Histogram histogram() {
        return new ConcurrentHistogram(LONGEST, DIGITS);
    }

    /** Adds the nanoseconds of every request to the times; an answer that is not the origin's ends the benchmark. */
    void run(Server server, int seconds, Histogram times) {
        long count = (long) rate * seconds;
        var next = new AtomicLong();
        var failures = new ArrayList<Throwable>();
        long start = System.nanoTime() + SECOND / 10;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().name("caller-" + i).start(() -> {
                try {
                    call(server, count, next, start, times);
                } catch (IOException | RuntimeException e) {
                    next.set(count);
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(server.name() + " at a constant rate", failures.getFirst());
        }
    }

    private void call(Server server, long count, AtomicLong next, long start, Histogram times) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setTcpNoDelay(true);
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            var buffer = new byte[16_384];
            for (long turn = next.getAndIncrement(); turn < count; turn = next.getAndIncrement()) {
                long due = start + turn * SECOND / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(requests.get((int) (turn % requests.size())));
                read(in, buffer);
                times.recordValue(Math.min(LONGEST, System.nanoTime() - due));
            }
        }
    }

    /** One answer with a length; its body is that of the origin. */
    private void read(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        int head = -1;
        while (head < 0 || filled < head + body.length) {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                throw new IOException("closed after " + filled + " bytes");
            }
            filled += more;
            head = head < 0 ? endOfHead(buffer, filled) : head;
        }
        if (!Arrays.equals(buffer, 0, GOOD.length, GOOD, 0, GOOD.length)
                || filled != head + body.length
                || !Arrays.equals(buffer, head, filled, body, 0, body.length)) {
            throw new IOException("another answer: " + new String(buffer, 0, filled, StandardCharsets.UTF_8));
        }
    }

    private static int endOfHead(byte[] buffer, int filled) {
        for (int i = 0; i + END_OF_HEAD.length <= filled; i++) {
            if (Arrays.equals(buffer, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return i + END_OF_HEAD.length;
            }
        }
        return -1;
    }
}
