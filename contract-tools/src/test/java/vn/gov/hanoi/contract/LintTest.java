package vn.gov.hanoi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.NodeTools;

/** Our rules hold for the committed contract, and each of them notices when it does not hold. */
class LintTest {
    private final ContractFiles files = new ContractFiles(Distributions.projectRoot());

    @Test
    void shouldFindNoErrorAndNoMoreWarningsThanAllowed(@TempDir Path folder) {
        // Given
        var tools = NodeTools.in(files.tools());
        Assumptions.assumeTrue(tools.isPresent(), "no Node: the contract is not linted here");

        // When
        var findings = Lint.of(tools.get(), files.rules(), files.contract());
        var spoilt = Lint.of(tools.get(), files.rules(), spoilt(folder));

        // Then
        System.out.println("lint: " + findings.errors().size() + " errors, warnings " + findings.warnings());
        assertThat(findings.errors()).isEmpty();
        assertThat(Lint.above(findings, ContractFiles.read(files.ratchet())))
                .as("mend the new ones, the number of warnings may only fall")
                .isEmpty();
        assertThat(spoilt.errors().stream().map(error -> error.substring(0, error.indexOf(" at "))))
                .contains(
                        "operation-id-verb-noun",
                        "operation-id-unique",
                        "tag-one",
                        "tag-title-case",
                        "summary-english",
                        "summary-vietnamese",
                        "permission-told",
                        "audit-told",
                        "audience-known",
                        "security-or-public",
                        "problems-by-reference",
                        "refusal-example",
                        "parameter-described",
                        "request-closed",
                        "request-string-bounded",
                        "request-array-bounded",
                        "answer-enum-extensible",
                        "property-camel-case",
                        "path-canonical");
        assertThat(spoilt.warnings())
                .containsKeys(
                        "success-example",
                        "answer-string-bounded",
                        "answer-array-bounded",
                        "property-described",
                        "property-example",
                        "schema-name-numbered",
                        "tag-described");
    }

    @Test
    void shouldAllowFewerWarningsButNoNewOnes() {
        // Given
        var allowed = JsonNodeFactory.instance.objectNode().put("a", 2).put("b", 5);

        // When, Then
        assertThat(Lint.above(findings("a", 2, "b", 1), allowed)).isEmpty();
        assertThat(Lint.above(findings("a", 3, "b", 5), allowed)).containsExactly("a: 3 warnings, allowed 2");
        assertThat(Lint.above(findings("c", 1, "a", 0), allowed)).containsExactly("c: 1 warnings, allowed 0");
    }

    private static Lint.Findings findings(String one, int ones, String other, int others) {
        var warnings = new TreeMap<String, Integer>();
        warnings.put(one, ones);
        warnings.put(other, others);
        return new Lint.Findings(java.util.List.of(), warnings);
    }

    /** A small contract that breaks every rule. */
    private static Path spoilt(Path folder) {
        var contract = JsonNodeFactory.instance.objectNode();
        contract.put("openapi", "3.1.0");
        contract.putObject("info").put("title", "Spoilt").put("version", "1");
        contract.putArray("tags").addObject().put("name", "all lower");
        var schemas = contract.putObject("components").putObject("schemas");
        var request = schemas.putObject("Request").put("type", "object").putObject("properties");
        request.putObject("text").put("type", "string");
        request.putObject("list").put("type", "array").putObject("items").put("type", "boolean");
        var answer = schemas.putObject("Answer2").put("type", "object").putObject("properties");
        answer.putObject("Snake_case").put("type", "string");
        answer.putObject("state")
                .put("type", "string")
                .putArray("enum")
                .add("A")
                .add("B");
        answer.putObject("list").put("type", "array").putObject("items").put("type", "string");
        spoilt(contract.putObject("paths").putObject("/evaluation/v1/Units/").putObject("post"));
        spoilt(contract.withObject("/paths").putObject("/evaluation/v1/units").putObject("post"));
        var file = folder.resolve("spoilt.json");
        ContractFiles.write(file, contract);
        return file;
    }

    private static void spoilt(ObjectNode operation) {
        operation
                .put("operationId", "units")
                .put("summary", "Ends with a stop.")
                .put("x-audience", "all");
        operation.putArray("parameters").addObject().put("name", "q").put("in", "query");
        operation
                .putObject("requestBody")
                .withObject("/content/application~1json/schema")
                .put("$ref", "#/components/schemas/Request");
        var responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", "OK")
                .withObject("/content/application~1json/schema")
                .put("$ref", "#/components/schemas/Answer2");
        responses.putObject("400").put("description", "written out");
    }
}
