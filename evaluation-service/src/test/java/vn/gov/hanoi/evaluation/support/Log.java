package vn.gov.hanoi.evaluation.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the service logs while it is open, with the whole of each exception. */
public final class Log extends Handler implements AutoCloseable {
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    private Log() {}

    public static Log open() {
        var log = new Log();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    public List<String> entries() {
        return List.copyOf(entries);
    }

    public long count(String... texts) {
        return entries.stream()
                .filter(entry -> List.of(texts).stream().anyMatch(entry::contains))
                .count();
    }

    @Override
    public void publish(LogRecord entry) {
        entries.add(formatter.format(entry));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
