package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;

/**
 * Whole explanations, kept as files: a digest that was once given must come again in every later version of the program. With
 * {@code -Dgolden.write=true} files that are missing are written; one that is there is never written over.
 */
class ScoreGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/scores");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    static Stream<Arguments> cases() {
        return Stream.of(
                golden("hn-2018-staff-90", () -> hanoi("HN-M-2018", "20", "70").score()),
                golden("hn-2018-staff-89.995", () -> hanoi("HN-M-2018", "20", "69.995")
                        .score()),
                golden("hn-2018-staff-89.99996", () -> hanoi("HN-M-2018", "20", "69.99996")
                        .score()),
                golden("hn-2018-contract-worker", () -> Inputs.of("HN-M-2018")
                        .subject(Category.CONTRACT_WORKER, Position.STAFF, false)
                        .group("DISCIPLINE", "18.5")
                        .group("TASKS", "52.25")
                        .score()),
                golden(
                        "hn-2018-missing-mark",
                        () -> hanoi("HN-M-2018", "20", "70").unmarked("II.3").score()),
                golden(
                        "hn-2021-little-presence",
                        () -> hanoi("HN-M-2021", "20", "70").present("11", 22).score()),
                golden("hn-2022-head-with-everything", () -> Inputs.of("HN-M-2022")
                        .in(YearMonth.of(2024, 5))
                        .head()
                        .group("DISCIPLINE", "19")
                        .group("TASKS", "68.5")
                        .bonus("B1", "4.5")
                        .deduction("LATE", "finding/7")
                        .advice("COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "65")
                        .unit(Grade.B)
                        .discipline("44-QĐ/UBKT", LocalDate.of(2024, 5, 20), true)
                        .score()),
                golden("hn-2022-disciplined", () -> hanoi("HN-M-2022", "20", "70")
                        .discipline("12/QĐ-UBND", LocalDate.of(2022, 8, 31), false)
                        .score()),
                golden("cc-2026-staff-100-75-50", () -> Inputs.of("VN-CC-2026")
                        .group("GENERAL", "27")
                        .product("P1", 1, 1, 1, 2)
                        .score()),
                golden("cc-2026-staff-20-20-20", () -> Inputs.of("VN-CC-2026")
                        .group("GENERAL", "30")
                        .product("P1", 5, 1, 0, 0)
                        .score()),
                golden("cc-2026-leader-one-subordinate-at-d", () -> Inputs.of("VN-CC-2026")
                        .head()
                        .group("GENERAL", "28")
                        .product("P1", 3, 3, 0, 0)
                        .factors(Map.of(Grade.A, 2, Grade.B, 7, Grade.D, 1), "1", "1")
                        .score()),
                golden("cc-2026-nothing-assigned", () -> Inputs.of("VN-CC-2026")
                        .group("GENERAL", "30")
                        .product("P1", 0, 0, 0, 0)
                        .score()),
                golden("cc-2026-maternity", () -> Inputs.of("VN-CC-2026")
                        .notRated(NotRatedReason.MATERNITY_ALL_PERIOD)
                        .present("0", 22)
                        .score()),
                golden("cc-2026-quarter-with-maternity", ScoreGoldenTest::quarter),
                golden("vc-2026-thirds-and-factors", () -> Inputs.of("VN-VC-2026")
                        .subject(Category.PUBLIC_EMPLOYEE, Position.STAFF, false)
                        .group("GENERAL", "27.3333")
                        .product(new Tasks.Product(
                                "HARD",
                                new BigDecimal("1.5"),
                                BigDecimal.valueOf(2),
                                BigDecimal.ONE,
                                List.of(new Tasks.ProductError(
                                        Tasks.ProductError.Kind.PROGRESS, "delay/1", "Bão số 3, xác nhận 12/BC"))))
                        .product("EASY", 4, 4, 1, 0)
                        .score()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldExplainAsEverBefore(String name, Supplier<Score> computation) throws IOException {
        // Given
        var file = FOLDER.resolve(name + ".json");

        // When
        var told = told(computation.get());

        // Then
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.writeString(file, told);
        }
        assertThat(told).isEqualTo(Files.readString(file));
    }

    private static String told(Score score) throws IOException {
        var texts = new ScoreTexts();
        var document = new LinkedHashMap<String, Object>();
        document.put("outcome", score.outcome());
        if (score.value() != null) {
            document.put("value", score.value());
        }
        document.put("missing", score.missing());
        document.put("explanation", score.explanation());
        document.put("vi", texts.tell(score.explanation(), Locale.of("vi")));
        document.put("en", texts.tell(score.explanation(), Locale.ENGLISH));
        return JSON.writer(PRETTY).writeValueAsString(JSON.readTree(CanonicalJson.of(document))) + "\n";
    }

    private static Score quarter() {
        return ScoreQuarterTest.quarter(List.of(
                Inputs.of("VN-CC-2026")
                        .in(YearMonth.of(2026, 1))
                        .group("GENERAL", "28")
                        .product("P1", 3, 2, 1, 0),
                Inputs.of("VN-CC-2026")
                        .in(YearMonth.of(2026, 2))
                        .notRated(NotRatedReason.MATERNITY_ALL_PERIOD)
                        .present("0", 18),
                Inputs.of("VN-CC-2026")
                        .in(YearMonth.of(2026, 3))
                        .group("GENERAL", "30")
                        .product("P1", 4, 4, 0, 2)));
    }

    private static Inputs hanoi(String id, String discipline, String tasks) {
        return Inputs.of(id).group("DISCIPLINE", discipline).group("TASKS", tasks);
    }

    private static Arguments golden(String name, Supplier<Score> computation) {
        return Arguments.of(name, computation);
    }
}
