package vn.gov.hanoi.gateway.instance;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The instances that one request was sent to, or could not be sent to. Another one is asked if no connection could be made,
 * and for a request that only reads also if the connection broke before the head of an answer, or the answer is a 503. Used on one event loop only.
 */
public final class Attempts {
    private static final int UNAVAILABLE = 503;

    private final Instances instances;
    private final String service;
    private final boolean reading;
    private final List<Instance> tried = new ArrayList<>(2);
    private boolean connected;

    Attempts(Instances instances, String service, boolean reading) {
        this.instances = instances;
        this.service = service;
        this.reading = reading;
    }

    /** No instance can be asked: the circuits of all are open. */
    public static final class AllOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AllOpen(String service) {
            super(service, null, false, false);
        }
    }

    /**
     * A connection to an instance that can be reached.
     *
     * @param connector asks one address for a connection
     * @param givenUp whether nobody waits any more
     */
    public Future<HttpClientRequest> connect(
            Function<URI, Future<HttpClientRequest>> connector, BooleanSupplier givenUp) {
        var next = instances.next(service, reading, tried);
        if (next.isEmpty()) {
            return Future.failedFuture(new AllOpen(service));
        }
        var instance = next.get();
        tried.add(instance);
        connected = false;
        return connector
                .apply(instance.address())
                .onSuccess(found -> connected = true)
                .recover(failure -> {
                    if (failure instanceof ConnectionPoolTooBusyException) {
                        return Future.failedFuture(failure);
                    }
                    unreachable(instance, failure);
                    return givenUp.getAsBoolean() || isLast()
                            ? Future.failedFuture(failure)
                            : connect(connector, givenUp);
                });
    }

    private void unreachable(Instance instance, Throwable failure) {
        if (failure instanceof ConnectTimeoutException) {
            instances.count(service, instance, "connect-timeout");
            instance.late();
        } else {
            instances.count(service, instance, "refused");
            instance.missed();
        }
    }

    private boolean isLast() {
        return tried.size() == instances.size(service);
    }

    /** The instance cannot serve now, and another one may. */
    private static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReady() {
            super("not ready", null, false, false);
        }
    }

    /**
     * Whether the answer is to be passed on. If it is a 503, the instance cannot serve at the moment: it lacks its keys or its database.
     *
     * @return a failure after which {@link #mayRepeat} is true, if the request only reads and another instance is ready
     */
    public Future<Void> take(int status) {
        if (status != UNAVAILABLE) {
            return Future.succeededFuture();
        }
        instances.count(service, instance(), "not-ready");
        instance().missed();
        return reading && instances.hasReady(service, tried)
                ? Future.failedFuture(new NotReady())
                : Future.succeededFuture();
    }

    /** Whether the request may be sent once more, by {@link #connect}; called when no answer came. */
    public boolean mayRepeat(Throwable failure) {
        if (failure instanceof NotReady) {
            return true;
        }
        boolean broken = failure instanceof HttpClosedException || failure instanceof SocketException;
        if (!broken || !connected) {
            return false;
        }
        instances.count(service, instance(), "broken");
        instance().missed();
        return reading && !isLast();
    }

    /** The instance asked last. */
    public Instance instance() {
        return tried.getLast();
    }

    /** For the log: where it was sent last. */
    public String origin() {
        return tried.isEmpty() ? service : instance().address().toString();
    }

    /** An answer came that says something of the request, not of the instance. @param leaving it ends the connection */
    public void answered(int status, boolean leaving) {
        if (status != UNAVAILABLE) {
            instance().answered(leaving);
        }
    }

    /** The one asked last did not answer in time. */
    public void late() {
        if (connected) {
            instances.count(service, instance(), "late");
            instance().late();
        }
    }
}
