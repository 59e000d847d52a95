package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.NodeTools;

/** The example of docs/api, as a client author would run it, against the whole suite. */
class TypeScriptClientTest {
    private static final Path FOLDER = Distributions.projectRoot().resolve("contract-tools");

    @Test
    void shouldAskListActAndUnderstandARefusal() {
        // Given
        City.loaded();
        var found = NodeTools.in(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), "no Node: the example is not run here");
        var tools = found.get();
        // Types are checked where the contract is; here only the program is wanted.
        var compiled = tools.run("tsc", "--noCheck", "-p", "client", "--outDir", "target/example");
        assertThat(compiled.code()).as(compiled.output()).isZero();

        // When
        var run = tools.node(
                Path.of("target/example/example.js"),
                City.suite().gateway().toString().replaceFirst("/$", ""),
                City.token("dung.pham"));

        // Then
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .containsPattern("vacancies: [1-9]")
                .containsPattern("units: [1-9]")
                .contains("act: 200 accepted", "refused: 412 precondition.failed");
    }
}
