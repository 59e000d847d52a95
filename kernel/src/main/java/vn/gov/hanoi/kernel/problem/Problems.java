package vn.gov.hanoi.kernel.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.http.Trace;

/** Turns refusals into answers. */
@ApplicationScoped
public class Problems {
    private static final int MOST_ERRORS = 100;

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    public Problem problem(List<Refusal> refusals, String instance, Locale locale) {
        var first = refusals.getFirst();
        var items = refusals.stream()
                .limit(MOST_ERRORS)
                .map(each -> item(each, locale))
                .toList();
        return new Problem(
                "/platform/v1/problems/" + first.code().code(),
                texts.title(first.code(), locale),
                first.code().status(),
                texts.detail(first.code(), first.args(), locale),
                instance,
                first.code().code(),
                first.args(),
                items,
                Trace.id(),
                "service",
                first.code().retryable());
    }

    /** The same reason as it stands inside bulk answers and import rows. */
    public Problem.Item item(Refusal refusal, Locale locale) {
        return new Problem.Item(
                refusal.code().code(),
                refusal.args(),
                refusal.pointer(),
                refusal.parameter(),
                texts.detail(refusal.code(), refusal.args(), locale));
    }

    public Response response(List<Refusal> refusals, String instance, Locale locale) {
        var problem = problem(refusals, instance, locale);
        var response = Response.status(problem.status())
                .type("application/problem+json")
                .header("Content-Language", locale.getLanguage())
                .header("Trace-Id", problem.traceId())
                .header("Cache-Control", "no-store")
                .entity(problem);
        if (problem.retryable()) {
            response.header("Retry-After", "1");
        }
        return response.build();
    }
}
