package vn.gov.hanoi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.NodeTools;

/** Types of a client come out of the contract, and a program that uses them compiles; one that misuses them does not. */
class ClientTest {
    private final ContractFiles files = new ContractFiles(Distributions.projectRoot());

    @Test
    void shouldCompileTheExampleAndRefuseAWrongOne() throws IOException {
        // Given
        var found = NodeTools.in(files.tools());
        Assumptions.assumeTrue(found.isPresent(), "no Node: the client is not compiled here");
        var tools = found.get();
        // In a folder of its own: system tests compile the example meanwhile.
        var wrong = files.tools().resolve("client/wrong");

        // When
        var types = tools.run("openapi-typescript", files.contract().toString(), "-o", "client/contract.d.ts");
        assertThat(types.code()).as(types.output()).isZero();
        Files.createDirectories(wrong);
        Files.writeString(wrong.resolve("wrong.ts"), WRONG);
        Files.writeString(wrong.resolve("tsconfig.json"), """
                {"extends": "../tsconfig.json", "include": ["../*.ts", "*.ts"]}""");
        try {
            var compiled = tools.run("tsc", "-p", "client/wrong");

            // Then
            assertThat(compiled.output().lines().filter(line -> line.contains("error TS")))
                    .as(compiled.output())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).contains("client/wrong/wrong.ts"));
            assertThat(compiled.code()).isNotZero();
        } finally {
            Files.delete(wrong.resolve("wrong.ts"));
            Files.delete(wrong.resolve("tsconfig.json"));
            Files.delete(wrong);
        }
    }

    /** A path that is not there, a number for a text, a missing id, a property nobody knows. */
    private static final String WRONG = """
            import { congvu } from "../congvu.js";
            const client = congvu({ baseUrl: "" });
            await client.GET("/evaluation/v1/unit");
            await client.GET("/evaluation/v1/units", { params: { query: { limit: "many" } } });
            await client.GET("/evaluation/v1/units/{id}", {});
            console.log((await client.GET("/platform/v1/client")).data?.password);
            """;
}
