package vn.gov.hanoi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.instance.Attempts;

/** One request on its way through the proxy: where it goes, its limits, and why it was given up. Used on one event loop only. */
final class Exchange {
    private final RoutingContext context;
    private final Attempts attempts;
    private final long bodyLimit;
    private final Duration deadline;
    private @Nullable HttpClientRequest upstream;
    private long passedOn = -1;
    private boolean left;
    private boolean late;
    private boolean tooLarge;

    Exchange(RoutingContext context, Attempts attempts, long bodyLimit, Duration deadline) {
        this.context = context;
        this.attempts = attempts;
        this.bodyLimit = bodyLimit;
        this.deadline = deadline;
    }

    RoutingContext context() {
        return context;
    }

    Attempts attempts() {
        return attempts;
    }

    long bodyLimit() {
        return bodyLimit;
    }

    Duration deadline() {
        return deadline;
    }

    /** A connection was found; too late, perhaps, because nobody wants the answer any more. */
    Future<HttpClientRequest> sending(HttpClientRequest request) {
        upstream = request;
        // Its failure comes by the answer as well; without a handler it would be logged as an error.
        request.exceptionHandler(known -> {});
        request.response().onSuccess(response -> response.exceptionHandler(known -> {}));
        if (isGivenUp()) {
            request.reset();
            return Future.failedFuture("given up");
        }
        return Future.succeededFuture(request);
    }

    /** Called at intervals while an answer is passed on: if nothing moved since the last call, it is broken off. */
    void breakOffIfStill(long bytes) {
        if (bytes == passedOn) {
            breakOff();
        }
        passedOn = bytes;
    }

    /** Neither side can be used any more. */
    void breakOff() {
        reset();
        context.response().reset();
    }

    /** The answer was read to its end: its connection may be another request's by now, and nothing may be reset any more. */
    void answerEnded() {
        upstream = null;
    }

    /** The answer cannot be used, nor the connection that it came on. */
    void giveUpAnswer() {
        reset();
    }

    /** The caller does not wait for the answer any more, perhaps not even until a connection is found. */
    void giveUpUnwanted() {
        left = true;
        reset();
    }

    void giveUpLate() {
        late = true;
        reset();
    }

    void giveUpTooLarge() {
        tooLarge = true;
        reset();
    }

    /** Whether the client owes the rest of a body: it has one, and a connection to pass it on was there. */
    boolean awaitsBody() {
        var request = context.request();
        boolean announced = request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
        return upstream != null && announced && !request.isEnded();
    }

    /** Whether nobody waits for an answer any more. */
    boolean isGivenUp() {
        return left || late || tooLarge || context.response().closed();
    }

    boolean isLate() {
        return late;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    private void reset() {
        if (upstream != null) {
            upstream.reset();
        }
    }
}
