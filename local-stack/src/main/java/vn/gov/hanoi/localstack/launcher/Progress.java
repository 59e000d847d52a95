package vn.gov.hanoi.localstack.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** Lines for a person who waits, each with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.printf("%5.1f s  %s%n", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0, line);
        out.flush();
    }

    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }
}
