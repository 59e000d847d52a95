package vn.gov.hanoi.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.header.HeaderHygiene;
import vn.gov.hanoi.gateway.header.TraceContext;
import vn.gov.hanoi.gateway.instance.Attempts;
import vn.gov.hanoi.gateway.instance.Instances;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/**
 * Hands requests to services. The library's defaults that this class overrides: WebSocket tunnels, headers named in
 * Connection, client-made forwarding headers, empty 502 answers, unbounded waits, uncounted chunked bodies.
 */
@ApplicationScoped
public class ServiceProxy {
    private static final Logger LOGGER = Logger.getLogger(ServiceProxy.class);
    private static final String EXCHANGE = Exchange.class.getName();
    /** The library cannot hand data to an interceptor, but the first one is called inside {@code handle}. */
    private static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int FIRST_FINAL_STATUS = 200;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<Integer> BODILESS = Set.of(204, 304);

    private final Vertx vertx;
    private final GatewayConfig config;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Instances instances;
    private final Map<String, HttpProxy> proxies;

    ServiceProxy(Vertx vertx, GatewayConfig config, Problems problems, MeterRegistry meters, Instances instances) {
        this.vertx = vertx;
        this.config = config;
        this.problems = problems;
        this.meters = meters;
        this.instances = instances;
        this.proxies = config.origins().keySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(name -> name, name -> proxy()));
    }

    /** A pool of its own for each service, so that a slow one cannot use up the connections of the others. */
    private HttpProxy proxy() {
        var client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(config.poolSize()).setMaxWaitQueueSize(config.waitQueue()));
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(this::connect)
                .addInterceptor(new Hygiene());
    }

    /** Sends the paused request to the service; the answer, or a problem, ends it. */
    public void forward(RoutingContext context, String service, boolean upload) {
        var exchange = new Exchange(
                context,
                instances.attempts(service, isReading(context.request())),
                upload ? config.importBodyLimit() : config.bodyLimit(),
                upload ? config.importDeadline() : config.deadline());
        context.put(EXCHANGE, exchange);
        var request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        var proxy = Objects.requireNonNull(proxies.get(service));
        ScopedValue.where(CURRENT, exchange).run(() -> proxy.handle(request));
    }

    private Future<HttpClientRequest> connect(ProxyContext proxied) {
        var exchange = proxied.get(EXCHANGE, Exchange.class);
        HttpClient client = proxied.client();
        return exchange.attempts()
                .connect(
                        address -> client.request(new RequestOptions()
                                .setHost(address.getHost())
                                .setPort(address.getPort())
                                .setIdleTimeout(Math.max(
                                        config.idleTimeout().toMillis(),
                                        exchange.deadline().toMillis()))),
                        exchange::isGivenUp)
                .compose(exchange::sending);
    }

    /** Whether a request changes nothing and has nothing to send but its head. */
    private static boolean isReading(HttpServerRequest request) {
        var headers = request.headers();
        return READING.contains(request.method())
                && !headers.contains("Transfer-Encoding")
                && !headers.contains("Content-Length");
    }

    private final class Hygiene implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
            var exchange = CURRENT.get();
            proxied.set(EXCHANGE, exchange);
            var request = proxied.request();
            var inbound = request.proxiedRequest();
            HeaderHygiene.cleanRequest(request.headers());
            HeaderHygiene.addForwarded(
                    request.headers(),
                    inbound.remoteAddress().hostAddress(),
                    config.publicUrl().getAuthority(),
                    config.publicUrl().getScheme());
            request.headers()
                    .set("traceparent", TraceContext.of(exchange.context()).parent());
            var body = request.getBody();
            var counted = new CountedStream(body.stream(), exchange.bodyLimit(), exchange::giveUpTooLarge);
            request.setBody(body(counted, body.length()));
            return inTime(proxied, exchange)
                    .compose(response -> sound(response, exchange))
                    .recover(failure -> failed(exchange, failure));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxied) {
            var response = proxied.response();
            HeaderHygiene.cleanResponse(response.headers());
            if (BODILESS.contains(response.getStatusCode())
                    && !response.headers().contains("Content-Length")) {
                // Else the library would announce chunks.
                proxied.get(EXCHANGE, Exchange.class).skipAnswerBody();
                response.setBody(null);
            }
            return response.getBody() == null ? proxied.sendResponse() : sendWatched(proxied);
        }
    }

    /** The answer, or a failure at the deadline, also while the request still waits for a connection. */
    private Future<ProxyResponse> inTime(ProxyContext proxied, Exchange exchange) {
        Promise<ProxyResponse> outcome = Promise.promise();
        long timer = vertx.setTimer(exchange.deadline().toMillis(), late -> {
            exchange.giveUpLate();
            outcome.tryFail(new TimeoutException());
        });
        send(proxied, exchange).onComplete(done -> {
            vertx.cancelTimer(timer);
            if (done.succeeded()) {
                outcome.tryComplete(done.result());
            } else {
                outcome.tryFail(done.cause());
            }
        });
        return outcome.future();
    }

    /** Sends the request, once more if that is safe and another instance is there. */
    private static Future<ProxyResponse> send(ProxyContext proxied, Exchange exchange) {
        return proxied.sendRequest()
                .compose(response -> taken(response, exchange))
                .recover(failure -> {
                    if (exchange.isGivenUp() || !exchange.attempts().mayRepeat(failure)) {
                        return Future.failedFuture(failure);
                    }
                    // The stream of the client's request has ended already.
                    proxied.request().setBody(null);
                    return send(proxied, exchange);
                });
    }

    private static Future<ProxyResponse> taken(ProxyResponse response, Exchange exchange) {
        return exchange.attempts()
                .take(response.getStatusCode())
                .map(response)
                .onFailure(unready -> exchange.giveUpAnswer());
    }

    /** Refuses an answer that could be read in two ways or that would open a tunnel. */
    private static Future<ProxyResponse> sound(ProxyResponse response, Exchange exchange) {
        var headers = response.headers();
        exchange.attempts().answered(response.getStatusCode(), "close".equalsIgnoreCase(headers.get("Connection")));
        var encodings = headers.getAll("Transfer-Encoding");
        int lengths = headers.getAll("Content-Length").size();
        boolean clear = lengths + encodings.size() <= 1 && encodings.stream().allMatch("chunked"::equalsIgnoreCase);
        if (clear && response.getStatusCode() >= FIRST_FINAL_STATUS) {
            return Future.succeededFuture(response);
        }
        exchange.giveUpAnswer();
        return Future.failedFuture(new IOException("ambiguous answer"));
    }

    private Future<Void> sendWatched(ProxyContext proxied) {
        var exchange = proxied.get(EXCHANGE, Exchange.class);
        var body = proxied.response().getBody();
        var counted = new CountedStream(body.stream(), Long.MAX_VALUE, () -> {});
        proxied.response().setBody(body(counted, body.length()));
        long watch =
                vertx.setPeriodic(config.idleTimeout().toMillis(), now -> exchange.breakOffIfStill(counted.seen()));
        return proxied.sendResponse().onComplete(done -> vertx.cancelTimer(watch));
    }

    private static Body body(CountedStream stream, long length) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public CountedStream stream() {
                return stream;
            }
        };
    }

    /** Answers by itself and leaves the library waiting: its own way fails if the client has gone meanwhile. */
    private Future<ProxyResponse> failed(Exchange exchange, Throwable failure) {
        var problem = problem(exchange, failure);
        meters.counter("gateway_failures_total", "code", problem.code()).increment();
        if (problem.status() >= 500) {
            LOGGER.warnf(
                    "request not answered by service code=%s origin=%s cause=%s",
                    problem.code(),
                    exchange.attempts().origin(),
                    failure.getClass().getSimpleName());
        }
        var args = problem == GatewayProblem.BODY_TOO_LARGE
                ? Map.<String, Object>of("limitBytes", exchange.bodyLimit())
                : Map.<String, Object>of();
        var context = exchange.context();
        if (!context.response().closed()) {
            problems.answer(context, problem, args);
        }
        context.request().resume();
        return Promise.<ProxyResponse>promise().future();
    }

    private static GatewayProblem problem(Exchange exchange, Throwable failure) {
        if (exchange.isTooLarge()) {
            return GatewayProblem.BODY_TOO_LARGE;
        }
        if (exchange.isLate() || failure instanceof TimeoutException) {
            if (exchange.awaitsBody()) {
                return GatewayProblem.BODY_TOO_SLOW;
            }
            exchange.attempts().late();
            return GatewayProblem.UPSTREAM_TOO_SLOW;
        }
        if (failure instanceof Attempts.AllOpen) {
            return GatewayProblem.CIRCUIT_OPEN;
        }
        return failure instanceof ConnectionPoolTooBusyException ? GatewayProblem.BUSY : GatewayProblem.UPSTREAM_FAILED;
    }
}
