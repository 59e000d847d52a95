package vn.gov.hanoi.evaluation.ruleset;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The form of a rule set: rule-sets/rule-set.schema.json and what it refers to. */
final class RuleSetSchema {
    private static final String BASE = "https://congvu.hanoi.gov.vn/schemas/";
    private static final List<String> FILES = List.of("rule-set.schema.json", "annual.schema.json");

    private final Schema schema;

    RuleSetSchema() {
        var texts = new java.util.HashMap<String, String>();
        FILES.forEach(file -> texts.put(BASE + file, Resources.text("/rule-sets/" + file)));
        // Without the assertion a date such as 2021-02-30 would only be annotated.
        var config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.copyOf(texts)).schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(BASE + FILES.getFirst()));
    }

    /** Refusals: rule-set.malformed, each with its pointer. */
    List<Refusal> faults(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(RuleSetSchema::fault)
                .distinct()
                .toList();
    }

    private static Refusal fault(Error error) {
        var place = error.getInstanceLocation().toString();
        var pointer = error.getProperty() == null ? place : place + "/" + error.getProperty();
        return Refusal.of(EvaluationProblem.RULE_SET_MALFORMED, "rule", error.getKeyword(), "says", error.getMessage())
                .at(pointer);
    }

    /** Files of the class path. */
    static final class Resources {
        private Resources() {}

        static String text(String path) {
            try (var file = Objects.requireNonNull(RuleSetSchema.class.getResourceAsStream(path), path)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
