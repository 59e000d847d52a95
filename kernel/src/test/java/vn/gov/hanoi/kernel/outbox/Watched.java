package vn.gov.hanoi.kernel.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Tells a listener, in the relay's own thread, how far the relay has come; changes nothing. */
final class Watched {
    /** Moments in a cycle, in their order. */
    enum Point {
        /** A record was given to the producer. */
        SENT,
        /** The broker has acknowledged a record; the relay does not know it yet. */
        ACKED,
        /** A wave is acknowledged; the next one is not begun. */
        BETWEEN_WAVES,
        /** All is acknowledged; the rows are still there. */
        BEFORE_MOVE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Consumer<Point> listener;
    private boolean waveAcked;

    Watched(Consumer<Point> listener) {
        this.listener = listener;
    }

    DataSource database(DataSource database) {
        return proxy(DataSource.class, database, (method, args) -> {
            var result = call(database, method, args);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, args) -> {
            boolean commit = "commit".equals(method.getName());
            if (commit) {
                waveAcked = false;
                listener.accept(Point.BEFORE_COMMIT);
            } else if (args != null && args[0] instanceof String sql && sql.contains("insert into event_log")) {
                listener.accept(Point.BEFORE_MOVE);
            }
            var result = call(connection, method, args);
            if (commit) {
                listener.accept(Point.AFTER_COMMIT);
            }
            return result;
        });
    }

    @SuppressWarnings("unchecked")
    Producer<String, byte[]> producer(Producer<String, byte[]> producer) {
        return proxy(Producer.class, producer, (method, args) -> {
            if (!"send".equals(method.getName())) {
                return call(producer, method, args);
            }
            if (waveAcked) {
                waveAcked = false;
                listener.accept(Point.BETWEEN_WAVES);
            }
            var result = call(producer, method, args);
            listener.accept(Point.SENT);
            return result instanceof Future<?> ack ? ack(ack) : result;
        });
    }

    private Future<?> ack(Future<?> ack) {
        return proxy(Future.class, ack, (method, args) -> {
            var result = call(ack, method, args);
            if ("get".equals(method.getName())) {
                waveAcked = true;
                listener.accept(Point.ACKED);
            }
            return result;
        });
    }

    private interface Around {
        @Nullable
        Object invoke(Method method, @Nullable Object @Nullable [] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        return type.cast(Proxy.newProxyInstance(
                Watched.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, args) -> around.invoke(method, args)));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
