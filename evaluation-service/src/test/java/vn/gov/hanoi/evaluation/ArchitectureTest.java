package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Architecture;

class ArchitectureTest {
    private static final Pattern LISTED = Pattern.compile("<include>\\*\\*/(\\w+)\\.class</include>");

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        Architecture.check("vn.gov.hanoi.evaluation");
    }

    /** A class that has the tag and is not listed would run nowhere in the whole suite. */
    @Test
    void everyLateTestIsListedWhereLateTestsRun() throws IOException {
        // Given
        var tagged = new TreeSet<String>();
        for (var module : new String[] {"kernel", "evaluation-service"}) {
            try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (var file : files.filter(each -> each.toString().endsWith("Test.java"))
                        .toList()) {
                    if (Files.readString(file).contains("@Tag(\"late\")\nclass")) {
                        tagged.add(file.getFileName().toString().replace(".java", ""));
                    }
                }
            }
        }

        // Then
        var pom = Files.readString(Path.of("..", "late-tests", "pom.xml"));
        assertThat(LISTED.matcher(pom).results().map(found -> found.group(1)).collect(Collectors.toSet()))
                .isEqualTo(tagged);
    }
}
