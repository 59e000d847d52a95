package vn.gov.hanoi.kernel.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Writes all codes that a service can refuse with into its contract, as {@code x-problems}: status, whether the same request may
 * succeed later, and the texts in both languages with the places for their facts. The gateway makes one catalogue of them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemCatalogue implements OASFilter {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final IndexView index;

    public ProblemCatalogue(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var texts = new ProblemTexts();
        var catalogue = new TreeMap<String, Object>();
        index.getAllKnownImplementations(ProblemCode.class).stream()
                .flatMap(type -> constants(type.name().toString()))
                // What has no title is a piece of advice inside a refusal, and no refusal.
                .filter(problem -> !texts.title(problem, VIETNAMESE).equals(problem.code() + ".title"))
                .forEach(problem -> catalogue.put(problem.code(), entry(problem, texts)));
        contract.addExtension("x-problems", catalogue);
    }

    private static Map<String, Object> entry(ProblemCode problem, ProblemTexts texts) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("status", problem.status());
        entry.put("retryable", problem.retryable());
        entry.put("titles", both(texts.title(problem, VIETNAMESE), texts.title(problem, Locale.ENGLISH)));
        entry.put(
                "details",
                both(texts.detail(problem, Map.of(), VIETNAMESE), texts.detail(problem, Map.of(), Locale.ENGLISH)));
        return entry;
    }

    private static Map<String, Object> both(String vietnamese, String english) {
        return new TreeMap<>(Map.of("vi", vietnamese, "en", english));
    }

    private static Stream<ProblemCode> constants(String type) {
        try {
            var constants = Class.forName(type, true, Thread.currentThread().getContextClassLoader())
                    .getEnumConstants();
            return constants == null ? Stream.of() : Stream.of(constants).map(ProblemCode.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("problem codes cannot be read: " + type, e);
        }
    }
}
