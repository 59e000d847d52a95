package vn.gov.hanoi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.header.HeaderHygiene;
import vn.gov.hanoi.gateway.header.TraceContext;

/**
 * The way of one request to a service and of the answer back. What is sent is written anew from what was read: method, checked target, cleaned headers;
 * bodies are passed on piece by piece, no faster than they are taken. Used on one event loop only.
 */
final class Passage {
    private static final CharSequence TRACE = HttpHeaders.createOptimized("traceparent");
    private static final Set<Integer> BODILESS = Set.of(204, 304);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Exchange exchange;
    private final URI publicUrl;
    private final Clock clock;
    private long passedOn;
    private @Nullable Buffer last;

    Passage(Exchange exchange, URI publicUrl, Clock clock) {
        this.clock = clock;
        this.exchange = exchange;
        this.publicUrl = publicUrl;
    }

    /** Bytes of the answer that were taken so far. */
    long passedOn() {
        return passedOn;
    }

    /** Sends the head, and the body as it comes; the answer is paused, its body still to be read. */
    Future<HttpClientResponse> sendRequest(HttpClientRequest upstream) {
        var request = exchange.context().request();
        upstream.setMethod(request.method()).setURI(request.uri());
        var headers = upstream.headers();
        headers.addAll(request.headers());
        HeaderHygiene.cleanRequest(headers);
        headers.remove(HttpHeaders.HOST);
        HeaderHygiene.addForwarded(
                headers, request.remoteAddress().hostAddress(), publicUrl.getAuthority(), publicUrl.getScheme());
        headers.set(TRACE, TraceContext.of(exchange.context()).parent());
        var answer = upstream.response().map(HttpClientResponse::pause);
        if (hasBody(request)) {
            sendBody(request, upstream);
        } else {
            // Nothing comes but its end, and that must be read for the next request on the connection.
            request.resume();
            var _ = upstream.end();
        }
        return answer;
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void sendBody(HttpServerRequest request, HttpClientRequest upstream) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            upstream.setChunked(true);
        }
        new CountedStream(request, exchange.bodyLimit(), exchange::giveUpTooLarge)
                .pipe()
                .endOnSuccess(true)
                .endOnFailure(false)
                .to(upstream)
                .onFailure(broken -> upstream.reset());
    }

    /** Passes the answer on; fails if it breaks off, and then both sides must be given up. */
    Future<Void> sendResponse(HttpClientResponse answer) {
        var response = exchange.context().response();
        var headers = answer.headers();
        HeaderHygiene.cleanResponse(headers);
        response.setStatusCode(answer.statusCode()).headers().addAll(headers);
        if (!headers.contains(HttpHeaders.DATE)) {
            response.putHeader(HttpHeaders.DATE, DATE.format(clock.instant()));
        }
        if (answer.request().getMethod().equals(HttpMethod.HEAD) || BODILESS.contains(answer.statusCode())) {
            // Read to its end, so that the connection is free again.
            answer.endHandler(end -> exchange.answerEnded()).resume();
            return response.end();
        }
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        }
        return sendBody(answer, response, length == null ? -1 : Long.parseLong(length));
    }

    /** What completes the announced length goes out together with the end, for most answers together with the head. */
    private Future<Void> sendBody(HttpClientResponse answer, HttpServerResponse response, long length) {
        Promise<Void> read = Promise.promise();
        answer.exceptionHandler(read::tryFail);
        answer.endHandler(end -> {
            exchange.answerEnded();
            read.tryComplete();
        });
        answer.handler(piece -> {
            passedOn += piece.length();
            if (passedOn == length) {
                last = piece;
            } else {
                var _ = response.write(piece);
                waitForClient(answer, response);
            }
        });
        answer.resume();
        return read.future().compose(end -> last == null ? response.end() : response.end(last));
    }

    private static void waitForClient(HttpClientResponse answer, HttpServerResponse response) {
        if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(taken -> answer.resume());
        }
    }
}
