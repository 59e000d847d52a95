package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** The test vectors of the specification. */
class ScoreVectorTest {
    @ParameterizedTest
    @CsvSource({"VN-CC-2026", "VN-VC-2026"})
    void shouldRateStaffWithFullQuantityThreeQuartersQualityAndHalfProgressAsB(String id) {
        // When
        var score =
                Inputs.of(id).group("GENERAL", "27").product("P1", 1, 1, 1, 2).score();

        // Then
        assertThat(score.rated().exact()).hasToString("79.5000");
        assertThat(score.rated().shown()).isEqualTo("79.50");
        assertThat(score.rated().grade()).isEqualTo(Grade.B);
    }

    @ParameterizedTest
    @CsvSource({"VN-CC-2026", "VN-VC-2026"})
    void shouldRateOneOfFiveDoneWellAsD(String id) {
        // When
        var score =
                Inputs.of(id).group("GENERAL", "30").product("P1", 5, 1, 0, 0).score();

        // Then
        assertThat(score.rated().exact()).hasToString("44.0000");
        assertThat(score.rated().grade()).isEqualTo(Grade.D);
    }

    @ParameterizedTest
    @CsvSource({"VN-CC-2026", "VN-VC-2026"})
    void shouldRateALeaderWithOneSubordinateAtDAsAByPoints(String id) {
        // When
        var score = Inputs.of(id)
                .head()
                .group("GENERAL", "28")
                .product("P1", 3, 3, 0, 0)
                .factors(Map.of(Grade.A, 2, Grade.B, 7, Grade.D, 1), "1", "1")
                .score();

        // Then
        assertThat(score.rated().exact()).hasToString("553/6");
        assertThat(score.rated().points()).isEqualTo("92.1667");
        assertThat(score.rated().shown()).isEqualTo("92.17");
        assertThat(score.rated().gradeByPoints()).isEqualTo(Grade.A);
    }

    @ParameterizedTest
    @CsvSource({
        "70, A, 90.00",
        "69.9999, B, 90.00",
        "69.99996, B, 90.00",
        "69.995, B, 90.00",
        "69.99, B, 89.99",
        "50, B, 70.00",
        "49.9999, C, 70.00",
        "30, C, 50.00",
        "29.9999, D, 50.00",
        "0, D, 20.00"
    })
    void shouldCompareTheExactValueWithTheBands(String tasks, Grade grade, String shown) {
        for (var id : List.of("HN-M-2018", "HN-M-2021", "HN-M-2022")) {
            // When
            var score = Inputs.of(id)
                    .group("DISCIPLINE", "20")
                    .group("TASKS", tasks)
                    .score();

            // Then
            assertThat(score.rated().grade()).isEqualTo(grade);
            assertThat(score.rated().shown()).isEqualTo(shown);
            assertThat(score.rated().exact()).isEqualTo(Fraction.of(new BigDecimal(tasks).add(BigDecimal.valueOf(20))));
        }
    }

    @ParameterizedTest
    @CsvSource({"20, A", "19.99999, B", "19.995, B", "0, B"})
    void shouldCompareTheExactValueOfProductsToo(String general, Grade grade) {
        for (var id : List.of("VN-CC-2026", "VN-VC-2026")) {
            // When
            var score = Inputs.of(id)
                    .group("GENERAL", general)
                    .product("P1", 2, 2, 0, 0)
                    .score();

            // Then
            assertThat(score.rated().grade()).isEqualTo(grade);
        }
    }

    @Test
    void shouldNotLoseAThird() {
        // Given: a = b = c = 1/3, three times 70/3 is 70
        var inputs = Inputs.of("VN-CC-2026").group("GENERAL", "30").product("P1", 3, 1, 0, 0);

        // When
        var score = inputs.score();

        // Then
        assertThat(score.rated().exact()).hasToString("160/3");
        assertThat(score.rated().points()).isEqualTo("53.3333");
        assertThat(score.rated().exact().times(Fraction.of(3))).isEqualTo(Fraction.of(160));
    }

    @Test
    void shouldStayBelowABoundaryThatAThirdDoesNotReach() {
        // Given: (1 + 1 + 2/3) / 3 x 70 = 62.2222..., so 27.7777 is less and 27.7778 is more than needed for 90
        var low = Inputs.of("VN-CC-2026").group("GENERAL", "27.7777");
        var high = Inputs.of("VN-CC-2026").group("GENERAL", "27.7778");
        for (var inputs : List.of(low, high)) {
            var delays = List.of(
                    new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "1", null),
                    new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "2", null),
                    new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "3", null),
                    new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "4", null));
            inputs.product(new Tasks.Product(
                    "P1", new BigDecimal("1.5"), BigDecimal.valueOf(3), BigDecimal.valueOf(3), delays));
        }

        // Then
        assertThat(low.score().rated().points()).isEqualTo("89.9999");
        assertThat(low.score().rated().grade()).isEqualTo(Grade.B);
        assertThat(high.score().rated().grade()).isEqualTo(Grade.A);
    }

    @Test
    void shouldGiveEachPersonTheOwnKindOfSheet() {
        for (var id : List.of("HN-M-2018", "HN-M-2021", "HN-M-2022")) {
            // When
            var worker = Inputs.of(id)
                    .subject(Category.CONTRACT_WORKER, Position.STAFF, false)
                    .group("DISCIPLINE", "20")
                    .group("TASKS", "70");
            var leader = Inputs.of(id)
                    .subject(Category.PUBLIC_EMPLOYEE, Position.DEPUTY_HEAD, true)
                    .group("DISCIPLINE", "20")
                    .group("TASKS", "70");

            // Then
            assertThat(worker.input().sheet().marks()).hasSize(4);
            assertThat(leader.input().sheet().marks())
                    .extracting(Sheet.Mark::criterion)
                    .contains("II.5", "II.6", "II.7");
            assertThat(worker.score().rated().exact()).isEqualTo(Fraction.of(90));
            assertThat(leader.score().rated().exact()).isEqualTo(Fraction.of(90));
        }
    }

    @Test
    void shouldReachTheMaximumWithBonusAndNoMore() {
        // When
        var score = Inputs.of("HN-M-2022")
                .group("DISCIPLINE", "20")
                .group("TASKS", "70")
                .bonus("B1", "4")
                .bonus("B2", "6")
                .score();

        // Then
        assertThat(score.rated().exact()).isEqualTo(Fraction.of(100));
    }

    @Test
    void shouldTakeDeductionsOffTheirGroupDownToZero() {
        // When
        var inputs = Inputs.of("HN-M-2018").group("DISCIPLINE", "8").group("TASKS", "70");
        for (int i = 0; i < 3; i++) {
            inputs.deduction("ABSENT_WITHOUT_LEAVE", "finding/" + i);
        }

        // Then: 8 - 15 is 0 in the group and takes nothing off the tasks
        assertThat(inputs.score().rated().exact()).isEqualTo(Fraction.of(70));
        assertThat(inputs.score().rated().grade()).isEqualTo(Grade.B);
    }
}
