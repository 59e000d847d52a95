package vn.gov.hanoi.localstack.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gov.hanoi.localstack.Distributions;

/** That the proofs can be made at all: what they name is there. Making them takes too long for the ordinary run. */
class DefenceTableTest {
    private static final Path PROJECT = Distributions.projectRoot();
    private static final Map<String, String> TESTS = new HashMap<>();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Attacks))(?:#(\\w+))?`");

    @TempDir
    Path folder;

    @BeforeAll
    static void readTests() throws IOException {
        for (var module : modules()) {
            try (var files = Files.walk(module.resolve("src/test/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    TESTS.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
    }

    private static List<Path> modules() throws IOException {
        try (var all = Files.list(PROJECT)) {
            return all.filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                    .toList();
        }
    }

    @Test
    void shouldFindEachDefenceOnceInTheSources() {
        assertThat(DefenceTable.read(PROJECT)).hasSizeGreaterThan(50).allSatisfy(defence -> {
            var source = Files.readString(PROJECT.resolve(defence.file()));
            assertThat(defence.takenOutOf(source)).as(defence.id()).isNotEqualTo(source);
        });
    }

    @Test
    void shouldFindTheTestOfEachDefence() {
        assertThat(DefenceTable.read(PROJECT)).allSatisfy(defence -> {
            assertThat(modules())
                    .as(defence.test())
                    .anyMatch(module -> Files.exists(module.resolve(
                            "src/test/java/" + defence.testClass().replace('.', '/') + ".java")));
            assertThat(has(defence.testName(), defence.testMethod()))
                    .as(defence.test())
                    .isTrue();
        });
    }

    @Test
    void shouldListEachAttackOnceWithTestsThatAreThere() throws IOException {
        // Given
        var attacks = Files.readString(PROJECT.resolve("docs/security/attacks.md"));
        var named = TEST.matcher(attacks).results().toList();

        // Then
        IntStream.concat(IntStream.rangeClosed(1, 17), IntStream.rangeClosed(29, 45))
                .forEach(number -> assertThat(attacks).containsOnlyOnce("\n| A" + number + " |"));
        assertThat(named).hasSizeGreaterThan(34).allSatisfy(test -> assertThat(
                        has(test.group(1), test.group(2) == null ? "" : test.group(2)))
                .as(test.group())
                .isTrue());
    }

    @Test
    void shouldTakeOutExactlyOnePlace() {
        // Given
        var defence = new Defence("A1-x", Path.of("m/F.java"), "if (bad) {", "if (false) {", "p.FTest#x");

        // When Then
        assertThat(defence.takenOutOf("a if (bad) { b")).isEqualTo("a if (false) { b");
        assertThat(defence.module()).isEqualTo("m");
        for (var source : List.of("", "if (good) {", "if (bad) { if (bad) {")) {
            assertThatThrownBy(() -> defence.takenOutOf(source)).hasMessageContaining("A1-x: not exactly once");
        }
    }

    @Test
    void shouldReadRowsAndRefuseWhatIsNone() {
        // Given
        var row = """
                # Text

                ## A1-gateway
                No token.
                - in `gateway/src/F.java`
                - off: `a > b` → nothing
                - red: `vn.FTest#A1_none`
                """;

        // When Then
        assertThat(DefenceTable.parse(row))
                .containsExactly(
                        new Defence("A1-gateway", Path.of("gateway/src/F.java"), "a > b", "", "vn.FTest#A1_none"));
        assertThatThrownBy(() -> DefenceTable.parse(row + row)).hasMessageContaining("twice");
        assertThatThrownBy(() -> DefenceTable.parse(row + "\n## A2-gateway\n- in `x`\n"))
                .hasMessageContaining("only 1 rows can be read");
    }

    @Test
    void shouldTellTheFailureOnOneLine() {
        // Given
        var trace = """
                org.opentest4j.AssertionFailedError: [what | passed]\s
                expected: 401
                 but was: 200
                	at vn.gov.hanoi.gateway.token.Call.assertRefused(Call.java:75)
                	at vn.gov.hanoi.gateway.token.TokenAttackTest.A1(TokenAttackTest.java:51)
                """;

        // When Then
        assertThat(Failure.line("vn.gov.hanoi.gateway.token.TokenAttackTest", trace))
                .isEqualTo("TokenAttackTest.java:51 [what passed] expected: 401 but was: 200");
        assertThat(Failure.line("vn.Other", "boom")).isEqualTo("Other boom");
    }

    @Test
    void shouldKeepProofsUntilTheyAreMadeAgain() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("docs/security"));
        var first = new Defence("A1-gateway", Path.of("f"), "a", "b", "T");
        var second = new Defence("A2-gateway", Path.of("f"), "a", "b", "T");
        var gone = new Defence("A3-gateway", Path.of("f"), "a", "b", "T");
        var before = new ProofTable(folder);
        before.put(first, "2026-11-29", 7, "RED", "T.java:1 no");
        before.put(gone, "2026-11-29", 7, "RED", "T.java:1 no");
        before.write(List.of(first, gone));

        // When
        var after = new ProofTable(folder);
        after.put(second, "2026-11-30", 8, "STAYS GREEN", "");
        after.write(List.of(first, second));

        // Then
        assertThat(Files.readString(folder.resolve("docs/security/proofs.md")))
                .contains(
                        "| A1-gateway | 2026-11-29 | 7 | RED | T.java:1 no |",
                        "| A2-gateway | 2026-11-30 | 8 | STAYS GREEN |")
                .doesNotContain("A3-gateway");
    }

    /** Whether a test, or one that it extends, has the method. */
    private static boolean has(String test, String method) {
        var source = TESTS.getOrDefault(test, "");
        var parents = Pattern.compile("class " + test + " extends (\\w+)")
                .matcher(source)
                .results();
        return Pattern.compile("void " + (method.isEmpty() ? "\\w+" : method) + "\\(")
                        .matcher(source)
                        .find()
                || parents.anyMatch(parent -> has(parent.group(1), method));
    }
}
