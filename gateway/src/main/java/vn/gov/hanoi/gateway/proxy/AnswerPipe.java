package vn.gov.hanoi.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import vn.gov.hanoi.gateway.connection.Hangup;

/**
 * Passes a service's answer on to the client. The library's own way resets the response when a side breaks off; the server
 * then forgets to tell that the request is over, and it would be waited for at shutdown.
 */
final class AnswerPipe {
    private final Vertx vertx;
    private final Hangup hangup;
    private final Duration longestStandstill;

    AnswerPipe(Vertx vertx, Hangup hangup, Duration longestStandstill) {
        this.vertx = vertx;
        this.hangup = hangup;
        this.longestStandstill = longestStandstill;
    }

    /** Sends head and body; if the service or the client stops for too long, or breaks off, both are cut. */
    void pass(Exchange exchange, ProxyResponse answer) {
        var response = exchange.context().response();
        response.setStatusCode(answer.getStatusCode());
        response.headers().addAll(answer.headers());
        if (!response.headers().contains("Date")) {
            response.putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        }
        if (hasBody(exchange, answer) && !response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        var body = new CountedStream(answer.getBody().stream(), Long.MAX_VALUE, () -> {});
        long watch = vertx.setPeriodic(longestStandstill.toMillis(), now -> {
            if (exchange.standsStillAt(body.seen())) {
                cut(exchange);
            }
        });
        body.pipe()
                .endOnFailure(false)
                .to(response)
                .onComplete(done -> vertx.cancelTimer(watch))
                .onFailure(broken -> cut(exchange));
    }

    private static boolean hasBody(Exchange exchange, ProxyResponse answer) {
        int status = answer.getStatusCode();
        return !exchange.context().request().method().equals(HttpMethod.HEAD) && status != 204 && status != 304;
    }

    private void cut(Exchange exchange) {
        exchange.giveUpAnswer();
        hangup.cut(exchange.context().request());
    }
}
