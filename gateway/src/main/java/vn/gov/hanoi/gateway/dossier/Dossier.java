package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.gov.hanoi.gateway.GatewayConfig;
import vn.gov.hanoi.gateway.caller.DeclarationGate;
import vn.gov.hanoi.gateway.dossier.DossierPart.Catalogue;
import vn.gov.hanoi.gateway.header.HeaderHygiene;
import vn.gov.hanoi.gateway.header.TraceContext;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Caller;

/** {@code GET /platform/v1/officers/{id}/dossier}: everything of one officer that the caller may see, in one answer. */
@ApplicationScoped
public class Dossier {
    private static final Logger LOGGER = Logger.getLogger(Dossier.class);
    private static final Pattern PATH = Pattern.compile("/platform/v1/officers/([^/]+)/dossier");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PDF = "application/pdf";
    private static final String JSON = "application/json";
    private static final Map<String, String> TYPES = Map.of(PDF, PDF, JSON, JSON, "application/*", JSON, "*/*", JSON);
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<DossierPart> PARTS = CATALOGUE.parts();
    /** Of the caller's headers, those that say who asks and what for. */
    private static final List<String> PASSED_ON = List.of(
            "Authorization", "Caller-Purpose", "Caller-Organisation", "Caller-Case", "Caller-User", "Accept-Language");

    private static final String VERIFY = "/platform/v1/portal";

    private final DossierPaper paper = new DossierPaper(CATALOGUE);
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

    public void answer(RoutingContext context, Caller reading) {
        var path = PATH.matcher(context.request().path());
        var asOf = day(context);
        var type = type(context);
        if (type.isEmpty()) {
            problems.answer(context, GatewayProblem.NOT_ACCEPTABLE, Map.of("types", JSON + ", " + PDF));
        } else if (asOf.isEmpty()) {
            problems.answer(context, GatewayProblem.PARAMETER_INVALID, Map.of("expected", "asOf=yyyy-MM-dd"));
        } else if (!path.matches() || !ID.matcher(path.group(1)).matches()) {
            problems.answer(context, GatewayProblem.OFFICER_NOT_FOUND);
        } else {
            read(context, new Asked(UUID.fromString(path.group(1)), asOf.get(), type.get()), reading);
        }
    }

    private record Asked(UUID officer, LocalDate asOf, String type) {}

    /** What the caller wants most of what there is; JSON for who does not say. */
    private static Optional<String> type(RoutingContext context) {
        var wanted = context.parsedHeaders().accept();
        if (wanted.isEmpty()) {
            return Optional.of(JSON);
        }
        return wanted.stream()
                .filter(each -> each.weight() > 0)
                .map(each -> TYPES.get(each.component() + "/" + each.subComponent()))
                .filter(Objects::nonNull)
                .findFirst();
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

    private void read(RoutingContext context, Asked asked, Caller reading) {
        var headers = headers(context);
        var answers = PARTS.stream()
                .map(part -> reader.read(part, part.target(asked.officer(), asked.asOf()), headers))
                .toList();
        Future.all(answers)
                .compose(all -> {
                    List<PartAnswer> parts = all.list();
                    return visible(parts.getFirst())
                            ? vertx.executeBlocking(() -> dossier(context, asked, reading, parts), false)
                            : Future.succeededFuture(Buffer.buffer());
                })
                .onSuccess(body -> end(context, asked, body, answers.getFirst().result()))
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

    private void end(RoutingContext context, Asked asked, Buffer body, PartAnswer officer) {
        if (visible(officer)) {
            var response = context.response()
                    .putHeader("Content-Type", asked.type())
                    .putHeader("Vary", "Accept")
                    .putHeader("Cache-Control", "no-store");
            if (asked.type().equals(PDF)) {
                response.putHeader(
                        "Content-Disposition", "attachment; filename=\"dossier-" + asked.officer() + ".pdf\"");
            }
            response.end(body);
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

    private Buffer dossier(RoutingContext context, Asked asked, Caller reading, List<PartAnswer> parts)
            throws JsonProcessingException {
        var declared = DeclarationGate.declared(context);
        ObjectNode dossier = PartReader.JSON.createObjectNode();
        dossier.put("officerId", asked.officer().toString())
                .put("asOf", asked.asOf().toString())
                .put("madeAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("madeFor", reading.principal())
                .put("organisation", declared.organisation())
                .put("purpose", declared.purpose())
                .put("case", declared.caseNumber())
                .put(
                        "complete",
                        parts.stream().allMatch(part -> part.state() == PartAnswer.State.DATA && !part.isCut()));
        var list = dossier.putObject("parts");
        parts.forEach(answer -> put(list, answer));
        seal.seal(dossier, parts.stream().noneMatch(part -> part.state() == PartAnswer.State.UNAVAILABLE));
        return Buffer.buffer(
                asked.type().equals(PDF)
                        ? paper.render(dossier, DeclarationGate.purposeName(declared), gateway.publicUrl() + VERIFY)
                        : PartReader.JSON.writeValueAsBytes(dossier));
    }

    private static void put(ObjectNode list, PartAnswer answer) {
        var part = list.putObject(answer.part().name())
                .put("service", answer.part().service())
                .put("state", answer.state().name())
                .put("asOfApplied", answer.part().dated());
        if (answer.state() == PartAnswer.State.DATA) {
            part.put("cut", answer.isCut()).set("data", answer.data());
        } else {
            part.put("code", answer.code());
        }
    }
}
