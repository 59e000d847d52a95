package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The shipped rule sets say what the specification says, and their digests tell any change. */
class RuleSetContentTest {
    static final List<String> IDS = RuleSetDocuments.IDS;

    @Test
    void shouldShipTheFiveRuleSets() {
        assertThat(RuleSetDocuments.SHIPPED.all())
                .filteredOn(ruleSet -> ruleSet.header().kind() == RuleSetKind.PERIODIC)
                .extracting(RuleSet::id)
                .containsExactlyElementsOf(IDS);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void shouldHaveHalfOpenBandsAt90And70And50(String id) {
        assertThat(RuleSetDocuments.shipped(id).rules().bands())
                .extracting(band -> band.grade() + " " + band.from())
                .containsExactly("A 90", "B 70", "C 50", "D 0");
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void shouldIssueNoRatingBeforeTheLegalCheck(String id) {
        // Given
        var pilot = RuleSetDocuments.shipped(id);

        // When
        var official = pilot.official(new LegalCheck("Phòng Pháp chế", LocalDate.of(2026, 1, 5), null));

        // Then
        assertThat(pilot.ratingBlockers())
                .containsExactly(Refusal.of(
                        EvaluationProblem.RULE_SET_NOT_OFFICIAL, "ruleSet", id, "version", 1, "status", "PILOT"));
        assertThat(official.ratingBlockers()).isEmpty();
        assertThat(official.digest()).isEqualTo(pilot.digest());
        assertThatThrownBy(() -> pilot.official(new LegalCheck(null, null, "not yet")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HN-M-2018, '20, 70', 10",
        "HN-M-2021, '20, 70', 10",
        "HN-M-2022, '20, 70', 10",
        "VN-CC-2026, '30, 70', -"
    })
    void shouldHaveTheGroupMaximaOfTheFramework(String id, String groups, String bonus) {
        // Given
        var rules = RuleSetDocuments.shipped(id).rules();

        // Then
        assertThat(String.join(
                        ", ",
                        rules.groups().stream()
                                .map(group -> group.maximum().toPlainString())
                                .toList()))
                .isEqualTo(groups);
        assertThat(rules.bonus() == null ? "-" : rules.bonus().maximum().toPlainString())
                .isEqualTo(bonus);
    }

    /** Every kind of sheet can reach the maximum of every group that marks fill. */
    @ParameterizedTest
    @FieldSource("IDS")
    void shouldLetEverySheetReachTheMaximum(String id) {
        var ruleSet = RuleSetDocuments.shipped(id);
        for (var kind : SheetKind.values()) {
            var template = SheetTemplate.of(ruleSet, kind);
            for (var group : ruleSet.rules().groups()) {
                if (!group.criteria().isEmpty()) {
                    assertThat(template.items(group.code()).stream()
                                    .map(SheetTemplate.Item::maximum)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .as(kind + " " + group.code())
                            .isEqualByComparingTo(group.maximum());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 0, 0",
        "3, 0, 1",
        "7, 2, 2",
        "10, 3, 4",
        "30, 9, 12",
        "33, 9, 13",
        "100, 30, 40",
        "3334, 1000, 1333"
    })
    void shouldRoundTheCapDown(int rated, int allowed, int raised) {
        for (var id : List.of("HN-M-2018", "HN-M-2021", "HN-M-2022")) {
            // Given
            var cap = RuleSetDocuments.shipped(id).rules().excellenceCap();

            // Then
            assertThat(cap.allowed(rated, false, false)).isEqualTo(allowed);
            assertThat(cap.allowed(rated, true, false)).isEqualTo(raised);
            assertThat(cap.isSmall(rated)).isEqualTo(rated <= 3);
        }
    }

    @Test
    void shouldLetOnePersonOfASmallUnitPassOnlyIfTheRuleSetSaysSo() {
        // Given
        var off = RuleSetDocuments.shipped("HN-M-2018").rules().excellenceCap();
        var on = RuleSetDocuments.read(RuleSetDocuments.altered(
                        "HN-M-2018", RuleSetDocuments.set("/rules/excellenceCap/smallUnits/oneWithReason", "true")))
                .rules()
                .excellenceCap();

        // Then
        assertThat(off.allowed(3, false, true)).isZero();
        assertThat(on.allowed(3, false, true)).isEqualTo(1);
        assertThat(on.allowed(3, false, false)).isZero();
        assertThat(on.allowed(0, false, true)).isZero();
        assertThat(on.allowed(4, false, true)).isEqualTo(1);
    }

    @Test
    void shouldEndTheDistrictChannelWithTheDistricts() {
        // Given
        var rows = RuleSetDocuments.shipped("HN-M-2022").rules().evaluators().stream()
                .filter(row -> row.subject().equals("COMMUNE_CHAIRMAN"))
                .toList();

        // Then
        assertThat(inForce(rows, LocalDate.of(2025, 6, 30)))
                .containsExactlyInAnyOrder(
                        "SELF SUBJECT", "ADVISORY_CHANNEL DISTRICT_CHAIRMAN", "DECIDER SUPERIOR_AUTHORITY");
        assertThat(inForce(rows, LocalDate.of(2025, 7, 1)))
                .containsExactlyInAnyOrder("SELF SUBJECT", "DECIDER CITY_CHAIRMAN_OR_DELEGATE");
    }

    @Test
    void shouldHaveASecretaryPresideSince2022() {
        assertThat(decider("HN-M-2018", "PARTY_BOARD_HEAD").president()).isNull();
        assertThat(decider("HN-M-2022", "PARTY_BOARD_HEAD").president()).isEqualTo("CITY_PARTY_SECRETARY");
        assertThat(decider("HN-M-2021", "AGENCY_HEAD").holder()).isEqualTo("CITY_CHAIRMAN");
        assertThat(decider("HN-M-2022", "AGENCY_HEAD").collective()).isEqualTo("CITY_COMMITTEE_LEADERSHIP");
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void shouldGiveNoWeightToChannels(String id) {
        assertThat(RuleSetDocuments.shipped(id).rules().evaluators())
                .allMatch(row -> row.weight().signum() == 0);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void shouldHaveTheCalendarOfTheDefaults(String id) {
        // Given
        var rules = RuleSetDocuments.shipped(id).rules();

        // When
        var calendar = rules.calendar(PeriodType.MONTH).orElseThrow();

        // Then
        assertThat(calendar.steps().stream()
                        .map(step -> step.state() + " " + step.due().monthsAfter() + "/"
                                + step.due().day()))
                .containsExactly(
                        "PLANNED 0/5",
                        "SELF_SCORED 0/25",
                        "COLLECTIVE_REVIEWED 0/27",
                        "MANAGER_SCORED 0/28",
                        "DECIDED 1/3",
                        "PUBLISHED 1/5",
                        "LOCKED 1/20");
        assertThat(rules.petition().windowDays()).isEqualTo(5);
        assertThat(rules.petition().resolutionDays()).isEqualTo(10);
        assertThat(rules.petition().days()).isEqualTo(PetitionRule.Days.WORKING);
    }

    @Test
    void shouldKeepContentAndDigestForEver() {
        // Given
        var expected = new LinkedHashMap<String, String>();
        RuleSetDocuments.text("digests.txt")
                .lines()
                .forEach(line -> expected.put(line.split(" ")[0], line.split(" ")[1]));

        // When
        var digests = new LinkedHashMap<String, String>();
        IDS.forEach(id -> digests.put(id, RuleSetDocuments.shipped(id).digest()));

        // Then
        assertThat(digests)
                .as("a published rule set was altered instead of getting a new version")
                .isEqualTo(expected);
    }

    @Test
    void shouldTellTheSameContentInAnotherForm() {
        // Given
        var same = RuleSetDocuments.altered(
                "HN-M-2018",
                RuleSetDocuments.set("/rules/bands/0/from", "90.0"),
                RuleSetDocuments.set("/rules/excellenceCap/share", "0.30"));
        var other = RuleSetDocuments.altered("HN-M-2018", RuleSetDocuments.set("/rules/bands/0/from", "90.0001"));

        // Then
        assertThat(RuleSetDocuments.read(same).digest())
                .isEqualTo(RuleSetDocuments.shipped("HN-M-2018").digest());
        assertThat(RuleSetDocuments.read(other).digest())
                .isNotEqualTo(RuleSetDocuments.shipped("HN-M-2018").digest());
    }

    @Test
    void shouldWriteCanonicalJson() {
        // Given
        record Sample(
                String z,
                BigDecimal a,
                @org.jspecify.annotations.Nullable String absent,
                Set<String> set,
                Grade grade) {}

        // When
        var text = CanonicalJson.of(
                new Sample("\"\\\n\u0001đ", new BigDecimal("9E+1"), null, Set.of("b", "a", "c"), Grade.A));

        // Then
        assertThat(text)
                .isEqualTo(
                        "{\"a\":\"90.0000\",\"grade\":\"A\",\"set\":[\"a\",\"b\",\"c\"],\"z\":\"\\\"\\\\\\n\\u0001đ\"}");
        assertThat(CanonicalJson.of(Map.of("b", List.of(1, true, new BigDecimal("0.123450")), "a", 0)))
                .isEqualTo("{\"a\":0,\"b\":[1,true,\"0.12345\"]}");
        assertThat(CanonicalJson.sha256("")).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
    }

    private static List<String> inForce(List<Evaluator> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> row.isInForce(day))
                .map(row -> row.role() + " " + row.holder())
                .toList();
    }

    private static Evaluator decider(String id, String subject) {
        return RuleSetDocuments.shipped(id).rules().evaluators().stream()
                .filter(row -> row.subject().equals(subject) && row.role() == Evaluator.Role.DECIDER)
                .findFirst()
                .orElseThrow();
    }
}
