package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.annual.ConsequenceCheck.Ground;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;

/** Consequences of bad years: section 5.7 of the domain. */
class AnnualConsequenceTest {
    /** Levels from the first year on; - is a year not rated, . a year without decision. */
    private static List<YearResult> years(int first, String grades) {
        var results = new ArrayList<YearResult>();
        for (int i = 0; i < grades.length(); i++) {
            var grade = grades.substring(i, i + 1);
            if (!grade.equals(".")) {
                results.add(new YearResult(first + i, grade.equals("-") ? null : Grade.valueOf(grade)));
            }
        }
        return results;
    }

    @ParameterizedTest
    @CsvSource({
        // rule set, category, leader, first year, levels, flags of the last
        "VN-Y-2020, CIVIL_SERVANT, true, 2021, DD, RELIEF DISMISSAL",
        "VN-Y-2020, CIVIL_SERVANT, false, 2021, DD, DISMISSAL",
        "VN-Y-2020, PUBLIC_EMPLOYEE, true, 2021, DD, RELIEF",
        "VN-Y-2020, PUBLIC_EMPLOYEE, false, 2021, DD, ''",
        "VN-Y-2020, CONTRACT_WORKER, true, 2021, DD, ''",
        "VN-Y-2020, CIVIL_SERVANT, true, 2021, CD, ''",
        "VN-Y-2020, CIVIL_SERVANT, true, 2021, DC, ''",
        "VN-Y-2020, CIVIL_SERVANT, true, 2020, D-D, ''",
        "VN-Y-2020, CIVIL_SERVANT, true, 2020, D.D, ''",
        "VN-Y-2020, CIVIL_SERVANT, true, 2020, DDD, RELIEF DISMISSAL",
        "VN-CC-2026-Y, CIVIL_SERVANT, false, 2026, D, CONSIDER_LOWER_POSITION",
        "VN-CC-2026-Y, CIVIL_SERVANT, true, 2025, DD, RELIEF CONSIDER_LOWER_POSITION",
        "VN-CC-2026-Y, CIVIL_SERVANT, true, 2026, C, ''",
        "VN-VC-2026-Y, PUBLIC_EMPLOYEE, false, 2026, D, CONSIDER_LOWER_POSITION"
    })
    void shouldFlagWhatTheYearsCallFor(
            String ruleSet, Category category, boolean leader, int first, String grades, String expected) {
        // Given
        var check = new ConsequenceCheck(Year.SETS.find(ruleSet).orElseThrow());

        // When
        var flags = check.flags(category, leader, years(first, grades), first + grades.length() - 1);

        // Then
        assertThat(flags.stream().map(flag -> flag.consequence().name()).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void shouldSayTheYearsTheGroundAndTheDeadline() {
        // Given
        var check = new ConsequenceCheck(Year.SETS.find("VN-Y-2023").orElseThrow());

        // When
        var flags = check.flags(Category.CADRE, true, years(2022, "ADD"), 2024);

        // Then
        assertThat(flags)
                .containsExactly(new ConsequenceFlag(
                        "RELIEF_TWO_YEARS",
                        Consequence.RELIEF,
                        List.of(2023, 2024),
                        10,
                        "Điều 66 138/2020/NĐ-CP",
                        Confidence.LAW,
                        "/rules/consequences/0"));
    }

    @Test
    void shouldNotRestReliefOnMonthsAndQuartersAlone() {
        for (var set : Year.SETS.all()) {
            var check = new ConsequenceCheck(set);
            assertThat(check.mayRestOn(Set.of())).isFalse();
            assertThat(check.mayRestOn(Set.of(Ground.PERIODIC_RESULT))).isFalse();
            assertThat(check.mayRestOn(Set.of(Ground.ANNUAL_RATING))).isTrue();
            assertThat(check.mayRestOn(EnumSet.of(Ground.PERIODIC_RESULT, Ground.DISCIPLINE)))
                    .isTrue();
        }
    }

    @Test
    void shouldLetThemCarryItWhereTheRuleSetSaysSo() {
        // Given
        var text = RuleSetDocuments.text("VN-CC-2026-Y.yaml").replace("soleGround: false", "soleGround: true");

        // When
        var check = new ConsequenceCheck(new AnnualRuleSetReader().read(text).orElseThrow());

        // Then
        assertThat(check.mayRestOn(Set.of(Ground.PERIODIC_RESULT))).isTrue();
        assertThat(check.mayRestOn(Set.of())).isFalse();
    }
}
