package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.problem.Refused;

/** The shipped rule sets have the right form, hold for the right people and years, and say where each number is from. */
class AnnualRuleSetTest {
    private static final AnnualRuleSetReader READER = new AnnualRuleSetReader();

    static Stream<AnnualRuleSet> shipped() {
        return Year.SETS.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "CIVIL_SERVANT, 2017, VN-Y-2015",
        "CIVIL_SERVANT, 2019, VN-Y-2015",
        // Decree 90/2020 came into force in August; the last day of the year counts.
        "CIVIL_SERVANT, 2020, VN-Y-2020",
        "CIVIL_SERVANT, 2022, VN-Y-2020",
        "CIVIL_SERVANT, 2023, VN-Y-2023",
        "CIVIL_SERVANT, 2025, VN-Y-2023",
        "CIVIL_SERVANT, 2026, VN-CC-2026-Y",
        "PUBLIC_EMPLOYEE, 2025, VN-Y-2023",
        "PUBLIC_EMPLOYEE, 2026, VN-VC-2026-Y",
        "CADRE, 2026, VN-Y-2023",
        "CONTRACT_WORKER, 2025, VN-Y-2023"
    })
    void shouldHoldForAYearByItsLastDay(Category category, int year, String id) {
        assertThat(Year.SETS.inForce(category, UnitType.WARD, year).map(set -> set.header()
                        .id()))
                .contains(id);
    }

    @Test
    void shouldNameNoRulesWhereTheLawNamesNobody() {
        assertThat(Year.SETS.inForce(Category.CONTRACT_WORKER, UnitType.WARD, 2026))
                .isEmpty();
        assertThat(Year.SETS.inForce(Category.CIVIL_SERVANT, UnitType.WARD, 2014))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shouldBeFoundByItsId(AnnualRuleSet set) {
        assertThat(Year.SETS.find(set.header().id())).contains(set);
        assertThat(set.header().status()).isEqualTo(RuleSetStatus.PILOT);
        assertThat(set.titleOf(Grade.A).vi()).isEqualTo("Hoàn thành xuất sắc nhiệm vụ");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shouldGiveEachConditionOneCodeAndBothTexts(AnnualRuleSet set) {
        var codes = new HashSet<String>();
        for (var condition : set.rules().conditions()) {
            assertThat(codes.add(condition.code())).as(condition.code()).isTrue();
            assertThat(set.titleOfCondition(condition.code())).hasValueSatisfying(title -> {
                assertThat(title.vi()).isNotBlank();
                assertThat(title.en()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shouldPointFromEachStepToItsParameter(AnnualRuleSet set) throws JsonProcessingException {
        // Given
        var document =
                new YAMLMapper().readTree(RuleSetDocuments.text(set.header().id() + ".yaml"));
        int year = set.header().effectiveFrom().getYear();
        var category = set.isFor(Category.CIVIL_SERVANT, UnitType.DEPARTMENT, year)
                ? Category.CIVIL_SERVANT
                : Category.PUBLIC_EMPLOYEE;

        // When
        var steps = new AnnualEvaluation(set)
                .find(Year.of(year).category(category).as(Post.Role.HEAD).build())
                .explanation()
                .steps();

        // Then
        assertThat(steps).hasSizeGreaterThan(20).allSatisfy(step -> {
            assertThat(document.at(step.parameter()).isMissingNode())
                    .as(step.parameter())
                    .isFalse();
            assertThat(step.legalBasis()).isNotBlank();
        });
    }

    @Test
    void shouldKeepItsDigestWhenItBecomesOfficial() {
        // Given
        var text = RuleSetDocuments.text("VN-Y-2020.yaml");

        // When
        var official = READER.read(text.replace("status: PILOT", "status: OFFICIAL")
                        .replace("legalCheck: { note", "legalCheck: { by: Phòng Pháp chế, date: 2026-12-01, note"))
                .orElseThrow();
        var changed = READER.read(text.replace("from: 90 }", "from: 91 }")).orElseThrow();

        // Then
        var before = Year.SETS.find("VN-Y-2020").orElseThrow();
        assertThat(official.digest()).isEqualTo(before.digest()).hasSize(64);
        assertThat(changed.digest()).isNotEqualTo(before.digest());
        assertThat(Year.SETS.all().stream().map(AnnualRuleSet::digest).collect(Collectors.toSet()))
                .hasSize(5);
    }

    @Test
    void shouldKnowTheCapOfEachRegime() {
        // When
        var first = Year.SETS.find("VN-Y-2020").orElseThrow();
        var amended = Year.SETS.find("VN-Y-2023").orElseThrow();
        var latest = Year.SETS.find("VN-CC-2026-Y").orElseThrow();

        // Then
        assertThat(first.quotaRule()).isEmpty();
        assertThat(first.quotaGroups()).isEmpty();
        assertThat(amended.quotaRule()).hasValueSatisfying(cap -> {
            assertThat(cap.code()).isEqualTo("VN-Y-2023/cap");
            assertThat(cap.basis()).isEqualTo(QuotaBasis.GOOD_ONLY);
            assertThat(cap.share()).isEqualByComparingTo("0.2");
            assertThat(cap.raisedShare()).isNull();
        });
        assertThat(latest.quotaRule())
                .hasValueSatisfying(cap -> assertThat(cap.raisedShare()).isEqualByComparingTo("0.25"));
        assertThat(latest.quotaGroups())
                .containsExactlyInAnyOrder(QuotaGroup.Kind.AGENCY, QuotaGroup.Kind.SIMILAR_TASK);
    }

    @Test
    void shouldKnowTheTimetableOfEachRegime() {
        // When
        var before = Year.SETS.find("VN-Y-2023").orElseThrow();
        var latest = Year.SETS.find("VN-CC-2026-Y").orElseThrow();

        // Then
        assertThat(before.lastDayToRate(2024)).isEqualTo(LocalDate.of(2024, 12, 14));
        assertThat(before.specialLastDayToRate(2024)).isNull();
        assertThat(latest.specialLastDayToRate(2026)).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(latest.noticeWorkingDays()).isEqualTo(5);
    }

    @Test
    void shouldMarkAssumptionsForTheLegalCheck() {
        for (var set : Year.SETS.all()) {
            var sources =
                    set.rules().conditions().stream().map(Condition::source).toList();
            assertThat(sources)
                    .filteredOn(source -> source.confidence() == Confidence.ASSUMED)
                    .isNotEmpty()
                    .allMatch(source -> source.legalCheck());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "effect: BINDING~effect: SOFT",
                "fact: CONDUCT_EXEMPLARY~fact: KINDNESS",
                "value: 0.5~value: \"half\"",
                "value: true~value: 1",
                "comparison: AT_MOST~comparison: IS",
                "months: 6~months: 0",
                "grade: B, from: 70~grade: C, from: 70",
                "confidence: ASSUMED, legalCheck: true~confidence: ASSUMED, legalCheck: false",
                "share: 0.2~share: 1.2",
                "years: 2~years: 0",
                "  periodicResults:~  periodicResult:",
                "basis: decree~basis: decrees",
                "rules:\n~rules:\n  more: 1\n"
            })
    void shouldRefuseARuleSetOfAnotherForm(String change) {
        // Given
        var text = RuleSetDocuments.text("VN-Y-2023.yaml");
        var parts = change.split("~");

        // When
        var wrong = text.replace(parts[0], parts[1]);

        // Then
        assertThat(wrong).isNotEqualTo(text);
        assertThatThrownBy(() -> READER.read(wrong)).isInstanceOf(Refused.class);
    }

    @Test
    void shouldLeaveDocumentsOfShorterPeriodsToOthers() {
        assertThat(READER.read(RuleSetDocuments.text("VN-CC-2026.yaml"))).isEmpty();
    }

    @Test
    void shouldRefuseToRateWhomItDoesNotName() {
        var evaluation = new AnnualEvaluation(Year.SETS.find("VN-CC-2026-Y").orElseThrow());
        for (var given : List.of(Year.of(2025), Year.of(2026).category(Category.CADRE))) {
            assertThatThrownBy(() -> evaluation.find(given.build())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
