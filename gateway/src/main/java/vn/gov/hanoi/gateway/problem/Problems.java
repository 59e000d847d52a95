package vn.gov.hanoi.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gov.hanoi.gateway.connection.Hangup;
import vn.gov.hanoi.gateway.header.TraceContext;

/** Writes problems. */
@ApplicationScoped
public class Problems {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String TYPE = "application/problem+json";

    private final ObjectMapper json;
    private final Hangup hangup;

    Problems(ObjectMapper json, Hangup hangup) {
        this.json = json;
        this.hangup = hangup;
    }

    /** Ends the request with the problem, if nothing was sent yet. */
    public void answer(RoutingContext context, GatewayProblem problem, Map<String, Object> args) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        hangUp(context, problem);
        headers(problem, language(context)).forEach(header -> response.putHeader(header.getKey(), header.getValue()));
        response.setStatusCode(problem.status()).end(body(context, problem, args));
    }

    public void answer(RoutingContext context, GatewayProblem problem) {
        answer(context, problem, Map.of());
    }

    /** Has the connection closed after the problem, if it may not be used any more. */
    private void hangUp(RoutingContext context, GatewayProblem problem) {
        if (problem.endsConnection()) {
            hangup.after(context);
        } else {
            hangup.afterUnreadBody(context);
        }
    }

    private static MultiMap headers(GatewayProblem problem, String language) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .set("Content-Type", TYPE)
                .set("Content-Language", language)
                .set("Cache-Control", "no-store");
        if (problem.status() == 401) {
            headers.set("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            headers.set("Retry-After", "1");
        }
        return headers;
    }

    private Buffer body(RoutingContext context, GatewayProblem problem, Map<String, Object> args) {
        var language = language(context);
        var detail = fill(ProblemTexts.detail(problem, language), args);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/platform/v1/problems/" + problem.code());
        body.put("title", ProblemTexts.title(problem, language));
        body.put("status", problem.status());
        body.put("detail", detail);
        body.put("instance", context.request().path());
        body.put("code", problem.code());
        body.put("args", args);
        body.put("errors", List.of(Map.of("code", problem.code(), "args", args, "detail", detail)));
        body.put("traceId", TraceContext.of(context).id());
        body.put("source", "gateway");
        body.put("retryable", problem.retryable());
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String language(RoutingContext context) {
        for (var accepted : context.acceptableLanguages()) {
            if ("en".equals(accepted.tag())) {
                return "en";
            }
            if ("vi".equals(accepted.tag())) {
                return "vi";
            }
        }
        return "vi";
    }

    private static String fill(String text, Map<String, Object> args) {
        return PLACE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf(args.getOrDefault(found.group(1), found.group()))));
    }
}
