package vn.gov.hanoi.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.gov.hanoi.gateway.limit.Allowances.Bucket;
import vn.gov.hanoi.gateway.limit.Allowances.Verdict;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Caller;

/** Lets a request of a known caller pass, or answers 429; each answer tells what is left. */
@ApplicationScoped
public class RateLimit {
    private static final int MICROS = 1_000_000;

    /**
     * What is allowed in a window.
     *
     * @param policy the same, as answers tell it
     */
    private record Quotas(int user, int client, int organisation, CharSequence policy) {
        static Quotas of(int user, int client, int organisation, LimitConfig config) {
            var policy = "\"user\";q=%1$d;w=%4$d, \"client\";q=%2$d;w=%4$d, \"org\";q=%3$d;w=%4$d"
                    .formatted(user, client, organisation, config.window().toSeconds());
            return new Quotas(user, client, organisation, HttpHeaders.createOptimized(policy));
        }

        Quotas times(int factor, LimitConfig config) {
            return of(user * factor, client * factor, organisation * factor, config);
        }
    }

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LEFT = HttpHeaders.createOptimized("RateLimit");

    private final LimitConfig config;
    private final Map<OperationClass, Quotas> quotas = new EnumMap<>(OperationClass.class);
    private final Map<OperationClass, Quotas> toolQuotas = new EnumMap<>(OperationClass.class);
    private final Allowances allowances;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Set<String> tools;

    RateLimit(LimitConfig config, Clock clock, Problems problems, MeterRegistry meters) {
        this.config = config;
        for (var kind : OperationClass.values()) {
            var usual = quotas(kind, config);
            quotas.put(kind, usual);
            toolQuotas.put(kind, usual.times(config.toolFactor(), config));
        }
        this.allowances = new Allowances(clock, config.window(), config.remembered());
        this.problems = problems;
        this.meters = meters;
        this.tools = config.tools().orElse(Set.of());
        meters.gauge("gateway_rate_limit_entries", allowances, Allowances::size);
    }

    public void pass(RoutingContext context, Caller caller, Runnable next) {
        var request = context.request();
        var kind = OperationClass.of(request.method(), request.path(), request.query());
        boolean tool = tools.contains(caller.client());
        var allowed = Objects.requireNonNull((tool ? toolQuotas : quotas).get(kind));
        var verdict = allowances.take(buckets(caller, kind.text() + (tool ? ":tool " + caller.client() : ""), allowed));
        tell(context, allowed, verdict);
        if (verdict.passes()) {
            next.run();
        } else {
            refuse(context, kind, verdict);
        }
    }

    private static List<Bucket> buckets(Caller caller, String counted, Quotas quotas) {
        var organisation = organisation(caller.unit(), caller.client());
        var of = counted + ":";
        return List.of(
                new Bucket("user", of + "user:" + caller.subject(), quotas.user()),
                new Bucket("client", of + "client:" + organisation + ":" + caller.client(), quotas.client()),
                new Bucket("org", of + "org:" + organisation, quotas.organisation()));
    }

    /** City and agency ({@code H26.23}); a caller without a unit is an organisation of its own. */
    static String organisation(String unit, String client) {
        if (unit.isEmpty()) {
            return "client " + client;
        }
        int city = unit.indexOf('.');
        int agency = city < 0 ? -1 : unit.indexOf('.', city + 1);
        return agency < 0 ? unit : unit.substring(0, agency);
    }

    private static Quotas quotas(OperationClass kind, LimitConfig config) {
        return switch (kind) {
            case READ -> Quotas.of(config.userRead(), config.clientRead(), config.orgRead(), config);
            case WRITE -> Quotas.of(config.userWrite(), config.clientWrite(), config.orgWrite(), config);
            case HEAVY -> Quotas.of(config.userHeavy(), config.clientHeavy(), config.orgHeavy(), config);
        };
    }

    private static void tell(RoutingContext context, Quotas quotas, Verdict verdict) {
        var left =
                "\"" + verdict.bucket().scope() + "\";r=" + verdict.remaining() + ";t=" + seconds(verdict.fullMicros());
        context.addHeadersEndHandler(
                end -> context.response().headers().set(POLICY, quotas.policy()).set(LEFT, left));
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
}
