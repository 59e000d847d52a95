package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.instance.Attempts;
import vn.gov.hanoi.gateway.instance.Instances;
import vn.gov.hanoi.gateway.problem.GatewayProblem;

/** Asks a service for one part: within the deadline, within the size, never failing. */
@ApplicationScoped
class PartReader {
    /** Amounts and points keep their digits. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient client;
    private final Instances instances;
    private final DossierConfig config;

    PartReader(Vertx vertx, GatewayConfig gateway, DossierConfig config, Instances instances) {
        this.config = config;
        this.instances = instances;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) gateway.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(gateway.poolSize()).setMaxWaitQueueSize(gateway.waitQueue()));
    }

    Future<PartAnswer> read(DossierPart part, String target, MultiMap headers) {
        long deadline = config.partDeadline().toMillis();
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setURI(target)
                .setHeaders(headers)
                .setTimeout(deadline);
        return ask(part, options, instances.attempts(part.service(), true))
                .timeout(deadline, TimeUnit.MILLISECONDS)
                .otherwise(failure -> PartAnswer.unavailable(part, code(failure)));
    }

    private Future<PartAnswer> ask(DossierPart part, RequestOptions options, Attempts attempts) {
        return attempts.connect(address -> client.request(at(address, options)), () -> false)
                .compose(request -> request.send()
                        .compose(response -> bounded(response).map(body -> answer(part, response.statusCode(), body)))
                        .timeout(options.getTimeout(), TimeUnit.MILLISECONDS)
                        .onFailure(late -> request.reset()))
                .recover(failure ->
                        attempts.mayRepeat(failure) ? ask(part, options, attempts) : Future.failedFuture(failure));
    }

    private static RequestOptions at(URI address, RequestOptions options) {
        return new RequestOptions(options).setHost(address.getHost()).setPort(address.getPort());
    }

    private Future<Buffer> bounded(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        var body = Buffer.buffer();
        response.handler(some -> {
            if (body.length() + some.length() > config.partLimit()) {
                whole.tryFail(new IOException("too large"));
            } else {
                body.appendBuffer(some);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    private static PartAnswer answer(DossierPart part, int status, Buffer body) {
        JsonNode json;
        try {
            json = JSON.readTree(body.getBytes());
        } catch (IOException _) {
            json = NullNode.getInstance();
        }
        if (status == 200 && json.isObject()) {
            return new PartAnswer(part, PartAnswer.State.DATA, "", json);
        }
        var code = json.path("code").asText(GatewayProblem.UPSTREAM_FAILED.code());
        var state =
                switch (status) {
                    case 401, 403 -> PartAnswer.State.FORBIDDEN;
                    case 404 -> PartAnswer.State.NOT_FOUND;
                    default -> PartAnswer.State.UNAVAILABLE;
                };
        return new PartAnswer(part, state, code, NullNode.getInstance());
    }

    private static String code(Throwable failure) {
        return failure instanceof TimeoutException
                ? GatewayProblem.UPSTREAM_TOO_SLOW.code()
                : GatewayProblem.UPSTREAM_FAILED.code();
    }
}
