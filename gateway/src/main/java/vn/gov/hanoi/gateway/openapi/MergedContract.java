package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.instance.Instances;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/**
 * The contract of the suite at {@code /platform/v1/openapi}. The services' contracts are fetched in the background and the
 * last good one of each is kept; until all three were seen the answer is a 503 that names the missing ones.
 */
@ApplicationScoped
public class MergedContract {
    private static final Logger LOGGER = Logger.getLogger(MergedContract.class);
    private static final List<String> ORDER = List.of("evaluation", "training", "selection");
    private static final long FIRST_ATTEMPTS_MS = 2_000;
    private static final long TIMEOUT_MS = 10_000;

    private final Vertx vertx;
    private final GatewayConfig config;
    private final Instances instances;
    private final Problems problems;
    private final ObjectMapper json;
    private final String issuer;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();
    private volatile Buffer document = Buffer.buffer();
    private volatile ProblemList catalogue = ProblemList.of(List.of());

    MergedContract(
            Vertx vertx,
            GatewayConfig config,
            Instances instances,
            Problems problems,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.vertx = vertx;
        this.config = config;
        this.instances = instances;
        this.problems = problems;
        this.json = json;
        this.issuer = issuer;
    }

    void start(@Observes io.quarkus.runtime.StartupEvent event) {
        var client = vertx.createHttpClient();
        ORDER.forEach(service -> fetch(client, service));
    }

    public void answer(RoutingContext context) {
        if (isComplete(context)) {
            send(context, document);
        }
    }

    /** All problem codes of the suite, or one. A person who follows the {@code type} of a problem gets the page, a program the facts. */
    public void answerProblems(RoutingContext context, String path) {
        if (path.length() > ProblemList.PATH.length() && Portal.isWanted(context)) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", Portal.PATH + "#/problems" + path.substring(ProblemList.PATH.length()))
                    .end();
        } else if (isComplete(context)) {
            if (path.equals(ProblemList.PATH)) {
                send(context, Buffer.buffer(catalogue.document().toString()));
            } else {
                catalogue
                        .one(path.substring(ProblemList.PATH.length() + 1))
                        .ifPresentOrElse(
                                problem -> send(context, Buffer.buffer(problem.toString())),
                                () -> problems.answer(context, GatewayProblem.NO_ROUTE));
            }
        }
    }

    private boolean isComplete(RoutingContext context) {
        var missing =
                ORDER.stream().filter(service -> !known.containsKey(service)).toList();
        if (!missing.isEmpty()) {
            problems.answer(context, GatewayProblem.CONTRACT_INCOMPLETE, Map.of("missing", missing));
        }
        return missing.isEmpty();
    }

    private static void send(RoutingContext context, Buffer body) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "private, max-age=60")
                .end(body);
    }

    private void fetch(HttpClient client, String service) {
        instances
                .attempts(service, true)
                .connect(
                        address -> client.request(new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setHost(address.getHost())
                                .setPort(address.getPort())
                                .setURI("/" + service + "/v1/openapi")
                                .putHeader("Accept", "application/json")
                                .setTimeout(TIMEOUT_MS)),
                        () -> false)
                // All in one step on the event loop: a body that nobody waits for when it arrives is lost.
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode())))
                .onSuccess(body -> accept(service, body))
                .onFailure(failure -> LOGGER.debugf("contract of %s not fetched: %s", service, failure.getMessage()))
                .onComplete(done -> vertx.setTimer(
                        known.containsKey(service) ? config.contractRefresh().toMillis() : FIRST_ATTEMPTS_MS,
                        again -> fetch(client, service)));
    }

    private synchronized void accept(String service, Buffer body) {
        try {
            var contract = json.readTree(body.getBytes());
            if (contract.path("paths").isEmpty()) {
                LOGGER.warnf("contract of %s names no path, and is not taken", service);
                return;
            }
            if (!contract.equals(known.put(service, contract)) && known.size() == ORDER.size()) {
                var merge = new ContractMerge(config.publicUrl().toString(), issuer);
                ORDER.forEach(name -> merge.add(name, Objects.requireNonNull(known.get(name))));
                merge.addPlatform();
                document = Buffer.buffer(json.writeValueAsBytes(merge.document()));
                catalogue = ProblemList.of(ORDER.stream().map(known::get).toList());
            }
        } catch (java.io.IOException e) {
            LOGGER.warnf(
                    "contract of %s cannot be read: %s", service, e.getClass().getSimpleName());
        }
    }
}
