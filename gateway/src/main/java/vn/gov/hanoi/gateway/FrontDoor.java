package vn.gov.hanoi.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.gov.hanoi.callers.Declaration.Need;
import vn.gov.hanoi.gateway.connection.Hangup;
import vn.gov.hanoi.gateway.header.HeaderHygiene;
import vn.gov.hanoi.gateway.header.TraceContext;
import vn.gov.hanoi.gateway.openapi.ApiCatalog;
import vn.gov.hanoi.gateway.openapi.Portal;
import vn.gov.hanoi.gateway.path.CanonicalPath;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.proxy.ServiceProxy;
import vn.gov.hanoi.gateway.spa.SpaPages;

/**
 * The one handler of the public port, in this order: trace, security headers, canonical path, framing and credentials by
 * form, route, session, token, limits, what the call says of itself, proxy. Whatever throws still gets an answer.
 */
@ApplicationScoped
class FrontDoor {
    private static final Logger LOGGER = Logger.getLogger(FrontDoor.class);
    /** Before every other route of the port, after the server's own set-up of security. */
    private static final int ORDER = -100;

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final int SCRIPT_SEGMENTS = 6;
    private static final int PUBLIC_ACTION_SEGMENTS = 7;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final GatewayConfig config;
    private final Hangup hangup;
    private final Problems problems;
    private final Admission admission;
    private final ServiceProxy proxy;
    private final PlatformRoutes platform;
    private final SpaPages pages;

    FrontDoor(
            GatewayConfig config,
            Hangup hangup,
            Problems problems,
            Admission admission,
            ServiceProxy proxy,
            PlatformRoutes platform,
            SpaPages pages) {
        this.config = config;
        this.hangup = hangup;
        this.problems = problems;
        this.admission = admission;
        this.proxy = proxy;
        this.platform = platform;
        this.pages = pages;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::handle).failureHandler(this::givenUp);
    }

    private void handle(RoutingContext context) {
        if (hangup.isEnding(context.request())) {
            context.request().connection().close();
            return;
        }
        try {
            prepare(context);
            admit(context);
        } catch (RuntimeException e) {
            LOGGER.errorf(
                    e, "request failed traceId=%s", TraceContext.of(context).id());
            problems.answer(context, GatewayProblem.INTERNAL);
        }
    }

    /** The router gives up some requests before any handler: a target that is no path, or no valid host. */
    private void givenUp(RoutingContext context) {
        prepare(context);
        if (!isRefused(context)) {
            LOGGER.errorf(
                    context.failure(),
                    "request failed traceId=%s",
                    TraceContext.of(context).id());
            problems.answer(context, GatewayProblem.INTERNAL);
        }
    }

    private static void prepare(RoutingContext context) {
        var trace = TraceContext.of(context);
        context.addHeadersEndHandler(end -> {
            var headers = context.response().headers();
            headers.set("Trace-Id", trace.id());
            HeaderHygiene.addSecurity(headers);
        });
    }

    private void admit(RoutingContext context) {
        if (isRefused(context)) {
            return;
        }
        if (!METHODS.contains(context.request().method())) {
            problems.answer(context, GatewayProblem.METHOD_NOT_ALLOWED);
        } else {
            admission
                    .malformed(context)
                    .ifPresentOrElse(problem -> problems.answer(context, problem), () -> route(context));
        }
    }

    /** Refuses what other servers might read in another way. */
    private boolean isRefused(RoutingContext context) {
        var request = context.request();
        var refusal = CanonicalPath.refusal(request.uri());
        if (refusal.isPresent()) {
            problems.answer(context, GatewayProblem.PATH_NOT_CANONICAL, Map.of("reason", refusal.get()));
        } else if (isAmbiguous(context)) {
            problems.answer(context, GatewayProblem.AMBIGUOUS_FRAMING);
        } else if (request.version() != HttpVersion.HTTP_1_1) {
            problems.answer(context, GatewayProblem.HTTP_VERSION);
        } else if (hasNoClearHost(context)) {
            problems.answer(context, GatewayProblem.HOST_NOT_CLEAR);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isAmbiguous(RoutingContext context) {
        var headers = context.request().headers();
        var lengths = headers.getAll("Content-Length");
        boolean encoded = headers.contains("Transfer-Encoding");
        return lengths.size() > 1
                || headers.contains("")
                || (encoded && !lengths.isEmpty())
                || (encoded && !"chunked".equals(headers.get("Transfer-Encoding")))
                || lengths.stream().anyMatch(length -> !length.matches("[0-9]{1,18}"));
    }

    private static boolean hasNoClearHost(RoutingContext context) {
        var hosts = context.request().headers().getAll("Host");
        return hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches();
    }

    private void route(RoutingContext context) {
        var path = context.request().path();
        var segments = path.split("/", -1);
        var first = segments.length > 1 ? segments[1] : "";
        if (config.origins().containsKey(first)) {
            service(context, first, segments);
        } else if (first.equals("platform") || path.equals(ApiCatalog.PATH)) {
            platform.answer(context, path);
        } else if (path.equals("/") && READING.contains(context.request().method())) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", Portal.PATH)
                    .end();
        } else if (!isPage(context, first) || !pages.answer(context, path)) {
            problems.answer(context, GatewayProblem.NO_ROUTE);
        }
    }

    private void service(RoutingContext context, String service, String[] segments) {
        var third = segments.length > 3 ? segments[3] : "";
        boolean open = third.equals("public") || (third.equals("openapi") && segments.length == 4);
        boolean upload = isUpload(segments);
        long limit = upload ? config.importBodyLimit() : config.bodyLimit();
        if (isTooLong(context, limit)) {
            problems.answer(context, GatewayProblem.BODY_TOO_LARGE, Map.of("limitBytes", limit));
        } else if (open && !READING.contains(context.request().method()) && !isPublicQuestion(context, segments)) {
            problems.answer(context, GatewayProblem.METHOD_NOT_ALLOWED);
        } else if (open && !context.request().headers().contains("Authorization")) {
            proxy.forward(context, service, upload);
        } else {
            // Who shows a token is told when it is bad, also where none is needed.
            // Without the pause a body that arrives during the check would be lost.
            context.request().pause();
            if (open) {
                admission.admit(context, caller -> proxy.forward(context, service, upload));
            } else {
                admission.admit(context, Need.OF_SYSTEMS, caller -> {
                    if (isFeed(segments)) {
                        proxy.forwardEvents(context, service);
                    } else {
                        proxy.forward(context, service, upload);
                    }
                });
            }
        }
    }

    private static boolean isPage(RoutingContext context, String first) {
        return first.equals("app") && READING.contains(context.request().method());
    }

    private static boolean isFeed(String[] segments) {
        return segments.length == 4 && segments[3].equals("events");
    }

    /** What is asked in public with a body, because it is too long for an address: {@code POST public/{collection}/actions/{verb}}. */
    private static boolean isPublicQuestion(RoutingContext context, String[] segments) {
        return context.request().method().equals(HttpMethod.POST)
                && segments.length == PUBLIC_ACTION_SEGMENTS
                && segments[3].equals("public")
                && segments[5].equals("actions");
    }

    /** A file: {@code imports}, or the scan of a script at {@code papers/{id}/script}. */
    private static boolean isUpload(String[] segments) {
        return segments.length == 4 && segments[3].equals("imports")
                || segments.length == SCRIPT_SEGMENTS && segments[3].equals("papers") && segments[5].equals("script");
    }

    private static boolean isTooLong(RoutingContext context, long limit) {
        var length = context.request().getHeader("Content-Length");
        return length != null && Long.parseLong(length) > limit;
    }
}
