package vn.gov.hanoi.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Answers what no resource answers, and what fails before a resource is found, with a problem instead of an empty page. */
@ApplicationScoped
class UnknownRoute {
    private static final int LAST = Integer.MAX_VALUE;

    private final Problems problems;
    private final ObjectMapper json;

    UnknownRoute(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(LAST).handler(context -> answer(context, KernelProblem.NOT_FOUND));
        router.errorHandler(413, context -> answer(context, KernelProblem.TOO_LARGE));
        router.errorHandler(400, context -> answer(context, KernelProblem.MALFORMED_JSON));
    }

    private void answer(RoutingContext context, KernelProblem code) {
        Trace.begin(context.request().getHeader("traceparent"));
        var accepted = context.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.value()))
                .toList();
        var locale = ProblemTexts.choose(accepted);
        var problem =
                problems.problem(List.of(Refusal.of(code)), context.request().path(), locale);
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Content-Language", locale.getLanguage())
                    .putHeader("Trace-Id", problem.traceId())
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.response().setStatusCode(500).end();
        } finally {
            Trace.end();
        }
    }
}
