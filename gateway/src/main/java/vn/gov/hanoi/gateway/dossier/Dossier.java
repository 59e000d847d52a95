package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.header.HeaderHygiene;
import vn.gov.hanoi.gateway.header.TraceContext;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/** {@code GET /platform/v1/officers/{id}/dossier}: everything of one officer that the caller may see, in one answer. */
@ApplicationScoped
public class Dossier {
    private static final Logger LOGGER = Logger.getLogger(Dossier.class);
    private static final Pattern PATH = Pattern.compile("/platform/v1/officers/([^/]+)/dossier");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PURPOSE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OFFICER = "officer";
    private static final List<DossierPart> PARTS = List.of(
            new DossierPart(OFFICER, "evaluation", "officers/{id}", true),
            new DossierPart("evaluations", "evaluation", "evaluations?officerId={id}&limit=500", true),
            new DossierPart(
                    "annualClassifications", "evaluation", "annual-classifications?officerId={id}&limit=500", true),
            new DossierPart("sanctions", "evaluation", "officers/{id}/sanctions", true),
            new DossierPart("trainingNeeds", "training", "training-needs?officerId={id}&limit=500", false),
            new DossierPart("ratingRecords", "selection", "rating-records?officerId={id}&limit=500", false));
    /** Of the caller's headers, those that say who asks and what for. */
    private static final List<String> PASSED_ON = List.of(
            "Authorization", "Caller-Purpose", "Caller-Organisation", "Caller-Case", "Caller-User", "Accept-Language");

    private final Vertx vertx;
    private final PartReader reader;
    private final DossierSeal seal;
    private final GatewayConfig gateway;
    private final Problems problems;
    private final Clock clock;

    Dossier(Vertx vertx, PartReader reader, DossierSeal seal, GatewayConfig gateway, Problems problems, Clock clock) {
        this.vertx = vertx;
        this.reader = reader;
        this.seal = seal;
        this.gateway = gateway;
        this.problems = problems;
        this.clock = clock;
    }

    public static boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    public void answer(RoutingContext context, SecurityIdentity reading) {
        var path = PATH.matcher(context.request().path());
        var purposes = context.request().headers().getAll("Caller-Purpose");
        var asOf = day(context);
        if (purposes.size() != 1 || !PURPOSE.matcher(purposes.getFirst()).matches()) {
            problems.answer(context, GatewayProblem.PURPOSE_MISSING);
        } else if (asOf.isEmpty()) {
            problems.answer(context, GatewayProblem.PARAMETER_INVALID, Map.of("expected", "asOf=yyyy-MM-dd"));
        } else if (!path.matches() || !ID.matcher(path.group(1)).matches()) {
            problems.answer(context, GatewayProblem.OFFICER_NOT_FOUND);
        } else {
            read(context, UUID.fromString(path.group(1)), asOf.get(), reading);
        }
    }

    private Optional<LocalDate> day(RoutingContext context) {
        var parameters = context.queryParams().entries();
        if (parameters.isEmpty()) {
            return Optional.of(LocalDate.ofInstant(clock.instant(), HANOI));
        }
        try {
            var only = parameters.getFirst();
            return parameters.size() == 1 && only.getKey().equals("asOf")
                    ? Optional.of(LocalDate.parse(only.getValue()))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private void read(RoutingContext context, UUID officer, LocalDate asOf, SecurityIdentity reading) {
        var headers = headers(context);
        var asked = PARTS.stream()
                .map(part -> reader.read(part, part.target(officer, asOf), headers))
                .toList();
        Future.all(asked)
                .compose(all -> {
                    List<PartAnswer> parts = all.list();
                    return visible(parts.getFirst())
                            ? vertx.executeBlocking(() -> dossier(context, officer, asOf, reading, parts), false)
                            : Future.succeededFuture(Buffer.buffer());
                })
                .onSuccess(body -> end(context, body, asked.getFirst().result()))
                .onFailure(failure -> {
                    LOGGER.errorf(
                            failure,
                            "dossier failed traceId=%s",
                            TraceContext.of(context).id());
                    problems.answer(context, GatewayProblem.INTERNAL);
                });
    }

    private static boolean visible(PartAnswer officer) {
        return officer.state() == PartAnswer.State.DATA;
    }

    private void end(RoutingContext context, Buffer body, PartAnswer officer) {
        if (visible(officer)) {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(body);
        } else {
            problems.answer(
                    context,
                    officer.state() == PartAnswer.State.UNAVAILABLE
                            ? GatewayProblem.UPSTREAM_FAILED
                            : GatewayProblem.OFFICER_NOT_FOUND);
        }
    }

    private MultiMap headers(RoutingContext context) {
        var inbound = context.request().headers();
        var headers = MultiMap.caseInsensitiveMultiMap();
        PASSED_ON.stream().filter(inbound::contains).forEach(name -> headers.set(name, inbound.get(name)));
        HeaderHygiene.addForwarded(
                headers,
                context.request().remoteAddress().hostAddress(),
                gateway.publicUrl().getAuthority(),
                gateway.publicUrl().getScheme());
        return headers.set("Accept", "application/json, application/problem+json")
                .set("traceparent", TraceContext.of(context).parent());
    }

    private Buffer dossier(
            RoutingContext context, UUID officer, LocalDate asOf, SecurityIdentity reading, List<PartAnswer> parts)
            throws JsonProcessingException {
        ObjectNode dossier = PartReader.JSON.createObjectNode();
        dossier.put("officerId", officer.toString())
                .put("asOf", asOf.toString())
                .put("madeAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("madeFor", reading.getPrincipal().getName())
                .put("purpose", context.request().getHeader("Caller-Purpose"))
                .put(
                        "complete",
                        parts.stream().allMatch(part -> part.state() == PartAnswer.State.DATA && !part.isCut()));
        var list = dossier.putObject("parts");
        parts.forEach(answer -> {
            var part = list.putObject(answer.part().name())
                    .put("service", answer.part().service())
                    .put("state", answer.state().name())
                    .put("asOfApplied", answer.part().dated());
            if (answer.state() == PartAnswer.State.DATA) {
                part.put("cut", answer.isCut()).set("data", answer.data());
            } else {
                part.put("code", answer.code());
            }
        });
        seal.seal(dossier);
        return Buffer.buffer(PartReader.JSON.writeValueAsBytes(dossier));
    }
}
