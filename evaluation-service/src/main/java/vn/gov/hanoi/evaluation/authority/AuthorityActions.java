package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The code list of actions that authority is asked for, read once from code-lists/authority-actions.properties. */
@ApplicationScoped
class AuthorityActions {
    private static final String LIST = "/code-lists/authority-actions.properties";

    private final List<Entry> entries;

    AuthorityActions() {
        var texts = new Properties();
        try (var file = Objects.requireNonNull(AuthorityActions.class.getResourceAsStream(LIST), LIST);
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries = Arrays.stream(text(texts, "codes").split(","))
                .map(code -> new Entry(
                        code,
                        text(texts, code + ".area"),
                        new Names(text(texts, code + ".vi"), text(texts, code + ".en"))))
                .toList();
    }

    private static String text(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    /** In the order of the list. */
    List<Entry> all() {
        return entries;
    }

    /** Strong tag of the list as it is. */
    String etag() {
        return "\"" + Integer.toHexString(entries.hashCode()) + "\"";
    }

    /** Refusal: authority.action-unknown. */
    Optional<Refusal> fault(String code) {
        return entries.stream().anyMatch(entry -> entry.code().equals(code))
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.AUTHORITY_ACTION_UNKNOWN));
    }

    @Schema(name = "AuthorityAction")
    record Entry(
            @Schema(description = "Code", maxLength = 40, examples = "SCORE")
            String code,

            @Schema(description = "What it belongs to", maxLength = 40, examples = "evaluation")
            String area,

            @Schema(description = "What people call it") Names names) {}

    @Schema(name = "Names")
    record Names(
            @Schema(description = "In Vietnamese", maxLength = 200)
            String vi,

            @Schema(description = "In English", maxLength = 200)
            String en) {}
}
