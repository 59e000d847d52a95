package vn.gov.hanoi.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.instance.Attempts;
import vn.gov.hanoi.gateway.instance.Instances;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/**
 * Hands requests to services. What a plain proxy would do in another way: no WebSocket tunnels, no headers named in Connection, no forwarding headers of
 * clients, every failure a problem, every wait bounded, bodies counted while they pass.
 */
@ApplicationScoped
public class ServiceProxy {
    private static final Logger LOGGER = Logger.getLogger(ServiceProxy.class);

    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int FIRST_FINAL_STATUS = 200;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final GatewayConfig config;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Instances instances;
    private final Map<String, HttpClient> clients;
    /** Who waits for events holds a connection for long; those of the others stay free. */
    private final Map<String, HttpClient> eventClients;

    ServiceProxy(
            Vertx vertx,
            GatewayConfig config,
            Problems problems,
            MeterRegistry meters,
            Clock clock,
            Instances instances) {
        this.clock = clock;
        this.vertx = vertx;
        this.config = config;
        this.problems = problems;
        this.meters = meters;
        this.instances = instances;
        this.clients = clients(config.poolSize(), config.waitQueue());
        this.eventClients = clients(config.eventPoolSize(), 1);
    }

    private Map<String, HttpClient> clients(int connections, int waiting) {
        return config.origins().keySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        name -> name, name -> client(connections, waiting)));
    }

    /** A pool of its own for each service, so that a slow one cannot use up the connections of the others. */
    private HttpClient client(int connections, int waiting) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(waiting));
    }

    /** Sends the paused request to the service; the answer, or a problem, ends it. */
    public void forward(RoutingContext context, String service, boolean upload) {
        var exchange = new Exchange(
                context,
                instances.attempts(service, isReading(context.request())),
                upload ? config.importBodyLimit() : config.bodyLimit(),
                upload ? config.importDeadline() : config.deadline());
        send(exchange, Objects.requireNonNull(clients.get(service)));
    }

    /** The same for the feed of events, which may be silent for long before and within its answer. */
    public void forwardEvents(RoutingContext context, String service) {
        var attempts = instances.attempts(service, isReading(context.request()));
        var exchange = new Exchange(context, attempts, config.bodyLimit(), config.eventDeadline());
        send(exchange, Objects.requireNonNull(eventClients.get(service)));
    }

    private void send(Exchange exchange, HttpClient client) {
        var context = exchange.context();
        var request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                exchange.giveUpUnwanted();
            }
        });
        var passage = new Passage(exchange, config.publicUrl(), clock);
        inTime(() -> sent(client, exchange, passage), exchange)
                .compose(answer -> sound(answer, exchange))
                .onComplete(answer -> answered(answer, passage, exchange));
    }

    /** Sends the request, once more if that is safe and another instance is there. */
    private static Future<HttpClientResponse> sent(HttpClient client, Exchange exchange, Passage passage) {
        return connect(client, exchange)
                .compose(passage::sendRequest)
                .compose(response -> taken(response, exchange))
                .recover(failure -> exchange.isGivenUp() || !exchange.attempts().mayRepeat(failure)
                        ? Future.failedFuture(failure)
                        : sent(client, exchange, passage));
    }

    private static Future<HttpClientRequest> connect(HttpClient client, Exchange exchange) {
        return exchange.attempts()
                .connect(
                        address -> client.request(
                                new RequestOptions().setHost(address.getHost()).setPort(address.getPort())),
                        exchange::isGivenUp)
                .compose(exchange::sending);
    }

    /** Whether a request changes nothing and has nothing to send but its head. */
    private static boolean isReading(HttpServerRequest request) {
        var headers = request.headers();
        return READING.contains(request.method())
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void answered(AsyncResult<HttpClientResponse> answer, Passage passage, Exchange exchange) {
        if (answer.failed()) {
            failed(exchange, answer.cause());
            return;
        }
        try {
            long watch = vertx.setPeriodic(
                    config.idleTimeout().toMillis(), now -> exchange.breakOffIfStill(passage.passedOn()));
            passage.sendResponse(answer.result()).onComplete(done -> {
                vertx.cancelTimer(watch);
                if (done.failed()) {
                    exchange.breakOff();
                }
            });
        } catch (RuntimeException e) {
            LOGGER.errorf(
                    e, "answer not passed on origin=%s", exchange.attempts().origin());
            exchange.breakOff();
        }
    }

    /** The answer, or a failure at the deadline, also while the request still waits for a connection. */
    private Future<HttpClientResponse> inTime(Supplier<Future<HttpClientResponse>> request, Exchange exchange) {
        Promise<HttpClientResponse> outcome = Promise.promise();
        long timer = vertx.setTimer(exchange.deadline().toMillis(), late -> {
            exchange.giveUpLate();
            outcome.tryFail(new TimeoutException());
        });
        request.get().onComplete(done -> {
            vertx.cancelTimer(timer);
            if (done.succeeded()) {
                outcome.tryComplete(done.result());
            } else {
                outcome.tryFail(done.cause());
            }
        });
        return outcome.future();
    }

    private static Future<HttpClientResponse> taken(HttpClientResponse response, Exchange exchange) {
        return exchange.attempts()
                .take(response.statusCode())
                .map(response)
                .onFailure(unready -> exchange.giveUpAnswer());
    }

    /** Refuses an answer that could be read in two ways or that would open a tunnel. */
    private static Future<HttpClientResponse> sound(HttpClientResponse response, Exchange exchange) {
        var headers = response.headers();
        exchange.attempts()
                .answered(response.statusCode(), "close".equalsIgnoreCase(headers.get(HttpHeaders.CONNECTION)));
        var encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        int lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH).size();
        boolean clear = lengths + encodings.size() <= 1 && encodings.stream().allMatch("chunked"::equalsIgnoreCase);
        if (clear && response.statusCode() >= FIRST_FINAL_STATUS) {
            return Future.succeededFuture(response);
        }
        exchange.giveUpAnswer();
        return Future.failedFuture(new IOException("ambiguous answer"));
    }

    private void failed(Exchange exchange, Throwable failure) {
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
