package vn.gov.hanoi.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.gov.hanoi.gateway.limit.Allowances.Bucket;
import vn.gov.hanoi.gateway.limit.Allowances.Verdict;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;

/** Lets a request of a known caller pass, or answers 429; each answer tells what is left. */
@ApplicationScoped
public class RateLimit {
    private static final int MICROS = 1_000_000;
    /** City and agency: {@code H26.23}. */
    private static final int LEVELS = 2;

    private final LimitConfig config;
    private final Allowances allowances;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Set<String> tools;

    RateLimit(LimitConfig config, Clock clock, Problems problems, MeterRegistry meters) {
        this.config = config;
        this.allowances = new Allowances(clock, config.window(), config.remembered());
        this.problems = problems;
        this.meters = meters;
        this.tools = config.tools().orElse(Set.of());
        meters.gauge("gateway_rate_limit_entries", allowances, Allowances::size);
    }

    public void pass(RoutingContext context, SecurityIdentity identity, Runnable next) {
        var request = context.request();
        var kind = OperationClass.of(request.method(), request.path(), request.query());
        var buckets = buckets(identity, kind);
        var verdict = allowances.take(buckets);
        tell(context, buckets, verdict);
        if (verdict.passes()) {
            next.run();
        } else {
            refuse(context, kind, verdict);
        }
    }

    private List<Bucket> buckets(SecurityIdentity identity, OperationClass kind) {
        var subject = "";
        var client = "";
        var organisation = "";
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            subject = token.getSubject();
            client = text(token, "azp");
            organisation = organisation(text(token, "unit"), client);
        }
        boolean tool = tools.contains(client);
        var of = kind.text() + ":" + (tool ? "tool " + client + ":" : "");
        int factor = tool ? config.toolFactor() : 1;
        return List.of(
                new Bucket(
                        "user",
                        of + "user:" + subject,
                        factor * quota(kind, config.userRead(), config.userWrite(), config.userHeavy())),
                new Bucket(
                        "client",
                        of + "client:" + organisation + ":" + client,
                        factor * quota(kind, config.clientRead(), config.clientWrite(), config.clientHeavy())),
                new Bucket(
                        "org",
                        of + "org:" + organisation,
                        factor * quota(kind, config.orgRead(), config.orgWrite(), config.orgHeavy())));
    }

    /** A caller without a unit is an organisation of its own. */
    static String organisation(String unit, String client) {
        var levels = unit.split("\\.", LEVELS + 1);
        return unit.isEmpty() ? "client " + client : levels[0] + (levels.length > 1 ? "." + levels[1] : "");
    }

    private static int quota(OperationClass kind, int read, int write, int heavy) {
        return switch (kind) {
            case READ -> read;
            case WRITE -> write;
            case HEAVY -> heavy;
        };
    }

    private void tell(RoutingContext context, List<Bucket> buckets, Verdict verdict) {
        long window = config.window().toSeconds();
        var policy = buckets.stream()
                .map(bucket -> "\"%s\";q=%d;w=%d".formatted(bucket.scope(), bucket.quota(), window))
                .collect(Collectors.joining(", "));
        var left = "\"%s\";r=%d;t=%d"
                .formatted(verdict.bucket().scope(), verdict.remaining(), seconds(verdict.fullMicros()));
        context.addHeadersEndHandler(end ->
                context.response().headers().set("RateLimit-Policy", policy).set("RateLimit", left));
    }

    private void refuse(RoutingContext context, OperationClass kind, Verdict verdict) {
        var scope = verdict.bucket().scope();
        meters.counter("gateway_rate_limited_total", "scope", scope, "class", kind.text())
                .increment();
        long wait = Math.max(1, seconds(verdict.waitMicros()));
        context.response().putHeader("Retry-After", Long.toString(wait));
        problems.answer(
                context,
                GatewayProblem.RATE_LIMITED,
                Map.of(
                        "scope", scope,
                        "class", kind.text(),
                        "quota", verdict.bucket().quota(),
                        "windowSeconds", config.window().toSeconds(),
                        "retryAfterSeconds", wait));
    }

    private static long seconds(long micros) {
        return (micros + MICROS - 1) / MICROS;
    }

    private static String text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString).orElse("");
    }
}
