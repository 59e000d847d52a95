package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * Whole findings as they stand in src/test/resources/annual: a change of a step, a text or a digest shows as a difference of a file.
 * With {@code -Dannual.golden.write=true} the files are written anew, for somebody to read.
 */
class AnnualGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/annual");
    private static final boolean WRITE = Boolean.getBoolean("annual.golden.write");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Map.Entry<String, Year>> years() {
        return new TreeMap<>(Map.ofEntries(
                        Map.entry("2018-staff", Year.of(2018)),
                        Map.entry("2020-best-leader", Year.of(2020).best().as(Post.Role.DEPUTY)),
                        Map.entry(
                                "2024-head-in-the-gap",
                                Year.of(2024)
                                        .best()
                                        .as(Post.Role.HEAD)
                                        .unitLevel(Grade.C)
                                        .says(Fact.UNIT_TARGETS_COMPLETED, 60, 100)),
                        Map.entry("2024-disciplined", Year.of(2024).best().sanction("2024-03-08", true, false)),
                        Map.entry(
                                "2024-maternity",
                                Year.of(2024)
                                        .best()
                                        .leave(Leave.Kind.MATERNITY, "2024-02-01", "2024-08-31")
                                        .months("92 m m m m m m m 94 96 91 97")),
                        Map.entry(
                                "2024-three-units",
                                Year.of(2024)
                                        .stay(Year.OLDEST, "2024-01-01", "2024-06-30")
                                        .stay(Year.OLD, "2024-07-01", "2024-09-30")
                                        .stay(Year.UNIT, "2024-10-01", "2024-12-31")
                                        .heard(Year.OLDEST)
                                        .months("95 95 95 95 95 95 60 60 60 80 80 80")),
                        Map.entry("2025-too-short", Year.of(2025).stay(Year.UNIT, "2025-07-02", "2025-12-31")),
                        Map.entry(
                                "2026-civil-servant-boundary",
                                Year.of(2026).months("89.995 89.995 89.995 89.995 - - . . . . . .")),
                        Map.entry(
                                "2026-public-employee-head",
                                Year.of(2026)
                                        .best()
                                        .category(Category.PUBLIC_EMPLOYEE)
                                        .as(Post.Role.HEAD)
                                        .unitLevel(Grade.B))))
                .entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("years")
    void shouldFindWhatIsWrittenDown(Map.Entry<String, Year> year) throws IOException {
        // Given
        var file = FOLDER.resolve(year.getKey() + ".json");

        // When
        var finding = pretty(year.getValue().find());

        // Then
        if (WRITE) {
            Files.writeString(file, finding, StandardCharsets.UTF_8);
        }
        assertThat(finding).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static String pretty(AnnualFinding finding) throws JsonProcessingException {
        var tree = JSON.readTree(CanonicalJson.of(finding));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
