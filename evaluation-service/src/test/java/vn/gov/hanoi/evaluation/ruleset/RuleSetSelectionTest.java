package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.problem.Refused;

class RuleSetSelectionTest {
    private static final RuleSets SHIPPED = RuleSetDocuments.SHIPPED;

    @ParameterizedTest
    @CsvSource({
        "CIVIL_SERVANT, DEPARTMENT, 2018-07, HN-M-2018",
        "CIVIL_SERVANT, DEPARTMENT, 2021-10, HN-M-2018",
        "CIVIL_SERVANT, DEPARTMENT, 2021-11, HN-M-2021",
        "CIVIL_SERVANT, DEPARTMENT, 2022-07, HN-M-2021",
        "CIVIL_SERVANT, DEPARTMENT, 2022-08, HN-M-2022",
        "CIVIL_SERVANT, DEPARTMENT, 2025-12, HN-M-2022",
        "CIVIL_SERVANT, DEPARTMENT, 2026-01, VN-CC-2026",
        "CIVIL_SERVANT, WARD, 2030-01, VN-CC-2026",
        "PUBLIC_EMPLOYEE, PUBLIC_UNIT, 2025-12, HN-M-2022",
        "PUBLIC_EMPLOYEE, PUBLIC_UNIT, 2026-06, HN-M-2022",
        "PUBLIC_EMPLOYEE, PUBLIC_UNIT, 2026-07, VN-VC-2026",
        "CADRE, CITY, 2025-12, HN-M-2022",
        "CONTRACT_WORKER, DISTRICT, 2020-02, HN-M-2018",
        "CONTRACT_WORKER, DEPARTMENT, 2025-12, HN-M-2022",
        "CONTRACT_WORKER, DEPARTMENT, 2026-01, VN-CC-2026",
        "CONTRACT_WORKER, PUBLIC_UNIT, 2026-06, HN-M-2022",
        "CONTRACT_WORKER, PUBLIC_UNIT, 2026-07, VN-VC-2026"
    })
    void shouldFollowTheLastDayOfTheMonth(Category category, UnitType unitType, YearMonth month, String id) {
        // When
        var chosen = SHIPPED.select(RuleSubject.of(category, unitType), Period.month(month));

        // Then
        assertThat(chosen.id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "CIVIL_SERVANT, DEPARTMENT, 2018-06, -",
        "COMMUNE_PART_TIME, COMMUNE, 2020-05, -",
        "PUBLIC_EMPLOYEE, DEPARTMENT, 2026-07, -",
        "CADRE, CITY, 2026-01, CADRES_BY_CITY"
    })
    void shouldSayThatThereIsNone(Category category, UnitType unitType, YearMonth month, String unitSwitch) {
        // When
        var refused = catchThrowableOfType(
                Refused.class, () -> SHIPPED.select(RuleSubject.of(category, unitType), Period.month(month)));

        // Then
        var refusal = refused.refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(EvaluationProblem.RULE_SET_NONE);
        assertThat(refusal.args())
                .containsEntry("category", category.name())
                .containsEntry("day", month.atEndOfMonth().toString())
                .containsEntry("switch", unitSwitch);
    }

    @Test
    void shouldFollowWhatTheCityOrTheUnitSwitched() {
        // Given
        var cadre = new RuleSubject(Category.CADRE, UnitType.CITY, Map.of("CADRES_BY_CITY", true));
        var worker = new RuleSubject(Category.CONTRACT_WORKER, UnitType.WARD, Map.of("CONTRACT_LABOUR", false));
        var month = Period.month(YearMonth.of(2026, 3));

        // Then
        assertThat(SHIPPED.select(cadre, month).id()).isEqualTo("VN-CC-2026");
        assertThatThrownBy(() -> SHIPPED.select(worker, month)).hasMessage("rule-set.none");
    }

    @Test
    void shouldNeverBeAmbiguousInTheShippedTimeline() {
        for (var month = YearMonth.of(2018, 1); month.isBefore(YearMonth.of(2028, 1)); month = month.plusMonths(1)) {
            for (var category : Category.values()) {
                for (var unitType : UnitType.values()) {
                    var subject = RuleSubject.of(category, unitType);
                    var period = Period.month(month);
                    try {
                        assertThat(SHIPPED.select(subject, period).header().periods())
                                .contains(PeriodType.MONTH);
                    } catch (Refused refused) {
                        assertThat(refused).hasMessage("rule-set.none");
                    }
                }
            }
        }
    }

    @Test
    void shouldRateQuartersOnlyWhereTheRegimeHasThem() {
        // Given
        var subject = RuleSubject.of(Category.CIVIL_SERVANT, UnitType.DEPARTMENT);

        // Then
        assertThat(SHIPPED.select(subject, Period.quarter(2026, 1)).id()).isEqualTo("VN-CC-2026");
        assertThatThrownBy(() -> SHIPPED.select(subject, Period.quarter(2025, 4)))
                .hasMessage("rule-set.none");
    }

    @Test
    void shouldNameTheRuleSetsIfMoreThanOneApplies() {
        // Given
        var rival = RuleSetDocuments.read(
                RuleSetDocuments.altered("HN-M-2018", RuleSetDocuments.set("/id", "\"HN-M-RIVAL\"")));
        var subject = RuleSubject.of(Category.CIVIL_SERVANT, UnitType.DEPARTMENT);

        // When
        var refused = catchThrowableOfType(
                Refused.class, () -> SHIPPED.with(rival).select(subject, Period.month(YearMonth.of(2020, 3))));

        // Then
        assertThat(refused.refusals().getFirst().code()).isEqualTo(EvaluationProblem.RULE_SET_AMBIGUOUS);
        assertThat(refused.refusals().getFirst().args()).containsEntry("ruleSets", "HN-M-2018, HN-M-RIVAL");
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, 1", "PILOT, 2"})
    void shouldPreferTheLatestVersionThatIsNoDraft(String status, int chosen) {
        // Given
        var second = RuleSetDocuments.read(RuleSetDocuments.altered(
                "HN-M-2018",
                RuleSetDocuments.set("/version", "2"),
                RuleSetDocuments.set("/status", '"' + status + '"')));
        var subject = RuleSubject.of(Category.CIVIL_SERVANT, UnitType.DEPARTMENT);

        // When
        var found = SHIPPED.with(second).select(subject, Period.month(YearMonth.of(2020, 3)));

        // Then
        assertThat(found.version()).isEqualTo(chosen);
    }

    @Test
    void shouldPreferAnOfficialVersionToALaterOneOnTrial() {
        // Given
        var official = RuleSetDocuments.shipped("HN-M-2018")
                .official(new LegalCheck("Phòng Pháp chế", LocalDate.of(2020, 1, 2), null));
        var trial = RuleSetDocuments.read(RuleSetDocuments.altered("HN-M-2018", RuleSetDocuments.set("/version", "2")));
        var subject = RuleSubject.of(Category.CIVIL_SERVANT, UnitType.DEPARTMENT);

        // When
        var found = RuleSets.of(List.of(trial, official)).select(subject, Period.month(YearMonth.of(2020, 3)));

        // Then
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.ratingBlockers()).isEmpty();
    }

    @Test
    void shouldRefuseTheSameVersionTwice() {
        // Given
        var one = RuleSetDocuments.shipped("HN-M-2018");

        // Then
        assertThatThrownBy(() -> SHIPPED.with(one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldKnowPeriodsByTheirDays() {
        assertThat(Period.quarter(2024, 1).last()).isEqualTo("2024-03-31");
        assertThat(Period.month(YearMonth.of(2024, 2)).last()).isEqualTo("2024-02-29");
        assertThat(Period.half(2026, 2).from()).isEqualTo("2026-07-01");
        assertThat(Period.year(2026).last()).isEqualTo("2026-12-31");
        assertThat(Period.term(LocalDate.of(2020, 5, 1), LocalDate.of(2025, 6, 30))
                        .covers(Period.year(2021)))
                .isTrue();
        assertThatThrownBy(() -> Period.term(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 4, 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
