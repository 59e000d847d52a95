package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.advisory.AdviserQueries.Surroundings;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Person;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Whom the shipped matrices name, without a database. */
class EvaluatorsTest {
    private static final UUID UNIT = new UUID(0, 1);
    private static final UUID AGENCY = new UUID(0, 2);
    private static final UUID ADVISER = new UUID(0, 3);

    @ParameterizedTest
    @CsvSource({
        "HN-M-2018, 2020-07, DEPARTMENT, HEAD, CITY, CITY_CHAIRMAN, -",
        "HN-M-2022, 2022-08, DEPARTMENT, HEAD, CITY, CITY_COMMITTEE_LEADERSHIP, CITY_COMMITTEE_LEADERSHIP",
        "HN-M-2022, 2023-01, PUBLIC_UNIT, HEAD, CITY, CITY_COMMITTEE_LEADERSHIP, CITY_COMMITTEE_LEADERSHIP",
        "HN-M-2022, 2023-01, PUBLIC_UNIT, HEAD, DEPARTMENT, -, -",
        "HN-M-2022, 2023-01, DEPARTMENT, DEPUTY_HEAD, CITY, AGENCY_HEAD, -",
        "HN-M-2022, 2025-06, WARD, HEAD, DISTRICT, SUPERIOR_AUTHORITY, -",
        "HN-M-2022, 2025-07, WARD, HEAD, CITY, CITY_CHAIRMAN_OR_DELEGATE, -",
        "VN-CC-2026, 2026-03, EQUIVALENT, HEAD, CITY, CITY_COMMITTEE_LEADERSHIP, CITY_COMMITTEE_LEADERSHIP",
        "VN-VC-2026, 2026-08, PUBLIC_UNIT, HEAD, CITY, SUPERIOR_AUTHORITY, -"
    })
    void shouldNameThePersonOrTheCollectiveThatDecides(
            String ruleSet,
            String month,
            UnitType type,
            Position position,
            UnitType above,
            String holder,
            String collective) {
        var person = person(type, position, AGENCY);
        var found = evaluators(ruleSet, month, person, new Surroundings(above, Map.of()));

        assertThat(text(found.decider() == null ? null : found.decider().holder()))
                .isEqualTo(holder);
        assertThat(text(found.decider() == null ? null : found.decider().collective()))
                .isEqualTo(collective);
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : value;
    }

    @ParameterizedTest
    @CsvSource({"2025-06, 1", "2025-07, 0"})
    void shouldHaveTheChannelOfDistrictChairmenUntilTheLevelEnds(String month, int channels) {
        var head = person(UnitType.COMMUNE, Position.HEAD, AGENCY);
        var around = new Surroundings(UnitType.DISTRICT, Map.of("DISTRICT_CHAIRMAN", ADVISER));

        var found = evaluators("HN-M-2022", month, head, around).channels();

        assertThat(found).hasSize(channels);
        assertThat(found).allSatisfy(channel -> {
            assertThat(channel.adviserUnitId()).isEqualTo(ADVISER);
            assertThat(channel.row().weight()).isZero();
        });
    }

    @Test
    void shouldTakeADivisionForSpecialisedOnlyWhereALineLeads() {
        // Given
        var head = person(UnitType.DIVISION, Position.HEAD, UNIT);
        var line = new Surroundings(
                UnitType.DISTRICT, Map.of("SPECIALISED_DEPARTMENT_DIRECTOR", ADVISER, "DISTRICT_CHAIRMAN", AGENCY));
        var none = new Surroundings(UnitType.DISTRICT, Map.of("DISTRICT_CHAIRMAN", AGENCY));

        // When
        var specialised = evaluators("HN-M-2022", "2023-01", head, line);
        var plain = evaluators("HN-M-2022", "2023-01", head, none);

        // Then
        assertThat(specialised.channels())
                .extracting(Evaluators.Channel::code)
                .isEqualTo(List.of("SPECIALISED_DEPARTMENT_DIRECTOR"));
        assertThat(Objects.requireNonNull(specialised.decider()).subject()).isEqualTo("SPECIALISED_DIVISION_HEAD");
        assertThat(plain.channels()).isEmpty();
        assertThat(Objects.requireNonNull(plain.decider()).subject()).isEqualTo("DEPUTY_OR_STAFF");
    }

    private static Evaluators evaluators(String ruleSet, String month, Person person, Surroundings around) {
        var rules = RuleSetDocuments.shipped(ruleSet).rules();
        return Evaluators.of(rules, Period.month(YearMonth.parse(month)), person, around);
    }

    /** @param unit of the post; that of the agency or another one */
    private static Person person(UnitType type, Position position, UUID unit) {
        return new Person(
                UNIT, UNIT, unit, AGENCY, Category.CIVIL_SERVANT, position, "Chức danh", true, type, SheetKind.LEADER);
    }
}
