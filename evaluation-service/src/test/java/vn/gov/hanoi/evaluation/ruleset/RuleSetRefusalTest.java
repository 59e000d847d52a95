package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** A rule set that is wrong is refused, and told where. */
class RuleSetRefusalTest {
    /** Document, place of the change, new value as JSON (nothing: taken away), place that is told. */
    @ParameterizedTest(name = "{0} {1} = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HN-M-2018 | /id | | /id",
                "HN-M-2018 | /id | \"hn\" | /id",
                "HN-M-2018 | /version | 0 | /version",
                "HN-M-2018 | /version | 1.5 | /version",
                "HN-M-2018 | /kind | \"WEEKLY\" | /kind",
                "HN-M-2018 | /title/vi | | /title/vi",
                "HN-M-2018 | /title/en | \"\" | /title/en",
                "HN-M-2018 | /status | \"FINAL\" | /status",
                "HN-M-2018 | /status | \"OFFICIAL\" | /legalCheck/by",
                "HN-M-2018 | /legalCheck/by | \"Ms A\" | /legalCheck/by",
                "HN-M-2018 | /legalBasis | [] | /legalBasis",
                "HN-M-2018 | /legalBasis/0/number | | /legalBasis/0/number",
                "HN-M-2018 | /legalBasis/0/confidence | \"MAYBE\" | /legalBasis/0/confidence",
                "HN-M-2018 | /effectiveFrom | \"2018-02-30\" | /effectiveFrom",
                "HN-M-2018 | /effectiveFrom | \"01/07/2018\" | /effectiveFrom",
                "HN-M-2018 | /appliesTo | [] | /appliesTo",
                "HN-M-2018 | /appliesTo/0/categories/0 | \"SOLDIER\" | /appliesTo/0/categories/0",
                "HN-M-2018 | /appliesTo/0/unitTypes/1 | \"CITY\" | /appliesTo/0/unitTypes",
                "HN-M-2018 | /periods/0 | \"WEEK\" | /periods/0",
                "HN-M-2018 | /rules | | /rules",
                "HN-M-2018 | /rules/bands | | /rules/bands",
                "HN-M-2018 | /rules/surprise | 1 | /rules/surprise",
                "HN-M-2018 | /rules/scale/rounding | \"NEAREST\" | /rules/scale/rounding",
                "HN-M-2018 | /rules/scale/source/legalCheck | false | /rules/scale/source/legalCheck",
                "HN-M-2018 | /rules/formula/id | \"PYTHON\" | /rules/formula/id",
                "HN-M-2018 | /rules/formula/products | {} | /rules/formula/products",
                "VN-CC-2026 | /rules/formula/products | | /rules/formula/products",
                "VN-CC-2026 | /rules/formula/products/errorShare | 1.0001 | /rules/formula/products/errorShare",
                "HN-M-2018 | /rules/groups/0/maximum | -1 | /rules/groups/0/maximum",
                "HN-M-2018 | /rules/groups/0/maximum | 20.00001 | /rules/groups/0/maximum",
                "HN-M-2018 | /rules/groups/0/maximum | \"20\" | /rules/groups/0/maximum",
                "HN-M-2018 | /rules/groups/0/criteria/0/maxima/BOSS | 1 | /rules/groups/0/criteria/0/maxima/BOSS",
                "HN-M-2018 | /rules/deductions/0/points | 0 | /rules/deductions/0/points",
                "HN-M-2018 | /rules/bands/3 | | /rules/bands",
                "HN-M-2018 | /rules/ceilings/0/share | | /rules/ceilings/0/share",
                "HN-M-2018 | /rules/ceilings/1/grade | \"E\" | /rules/ceilings/1/grade",
                "HN-M-2018 | /rules/notRated/reasons/0 | \"LAZY\" | /rules/notRated/reasons/0",
                "HN-M-2018 | /rules/excellenceCap/share | 1.5 | /rules/excellenceCap/share",
                "HN-M-2018 | /rules/evaluators/0/role | \"KING\" | /rules/evaluators/0/role",
                "HN-M-2022 | /rules/evaluators/2/collective | | /rules/evaluators/2/president",
                "HN-M-2018 | /rules/calendars/0/steps/0/due/day | 32 | /rules/calendars/0/steps/0/due/day",
                "HN-M-2018 | /rules/petition/windowDays | 0 | /rules/petition/windowDays",
                "VN-CC-2026 | /rules/aggregation/method | \"GUESS\" | /rules/aggregation/method"
            })
    void shouldTellThePlaceOfAFaultOfForm(String id, String place, String json, String told) {
        // When
        var faults = faults(RuleSetDocuments.altered(id, RuleSetDocuments.set(place, json)));

        // Then
        assertThat(faults).allMatch(fault -> fault.code() == EvaluationProblem.RULE_SET_MALFORMED);
        assertThat(faults).extracting(Refusal::pointer).contains(told);
    }

    @ParameterizedTest(name = "{0} {1} = {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HN-M-2018 | /effectiveTo | \"2018-07-01\" | ends-after-it-begins | /effectiveTo",
                "HN-M-2018 | /legalBasis/1/key | \"framework\" | basis-is-named-once | /legalBasis/1/key",
                "HN-M-2018 | /rules/scale/source/basis | \"nothing\" | source-names-a-basis | /rules/scale/source/basis",
                "HN-M-2018 | /appliesTo/0/effectiveTo | \"2030-01-01\" | applies-within-the-rule-set | /appliesTo/0",
                "HN-M-2022 | /appliesTo/2/effectiveTo | \"2026-02-01\" | applies-once | /appliesTo/3",
                "HN-M-2018 | /rules/groups/1/maximum | 70.0001 | groups-fill-the-scale | /rules/groups",
                "HN-M-2018 | /rules/groups/1/maximum | 69.9999 | groups-fill-the-scale | /rules/groups",
                "VN-CC-2026 | /rules/groups/1/maximum | 69.9999 | groups-fill-the-scale | /rules/groups",
                "VN-CC-2026 | /rules/groups/1/maximum | 70.0001 | groups-fill-the-scale | /rules/groups",
                "HN-M-2018 | /rules/groups/1/code | \"DISCIPLINE\" | group-is-named-once | /rules/groups",
                "HN-M-2018 | /rules/groups/0/criteria/0/maxima/STAFF | 5.0001 | criteria-fit-their-group | /rules/groups/0",
                "HN-M-2018 | /rules/groups/0/criteria/1/code | \"I.1\" | criterion-is-named-once | /rules/groups/0/criteria/1/code",
                "HN-M-2018 | /rules/deductions/0/group | \"NONE\" | deduction-names-a-group | /rules/deductions/0/group",
                "HN-M-2018 | /rules/deductions/1/code | \"LATE\" | deduction-is-named-once | /rules/deductions/1/code",
                "HN-M-2018 | /rules/bands/0/grade | \"B\" | every-grade-has-a-band | /rules/bands",
                "HN-M-2018 | /rules/bands/1/from | 90 | bands-descend | /rules/bands/1/from",
                "HN-M-2018 | /rules/bands/3/from | 0.0001 | bands-begin-at-zero | /rules/bands/3/from",
                "VN-CC-2026 | /rules/formula/products/group | \"NONE\" | formula-names-a-group | /rules/formula/products/group",
                "VN-CC-2026 | /rules/formula/products/group | \"GENERAL\" | formula-fills-an-empty-group | /rules/formula/products/group",
                "HN-M-2018 | /rules/excellenceCap/raisedShare | 0.2 | raised-share-is-not-lower | /rules/excellenceCap/raisedShare",
                "HN-M-2018 | /rules/evaluators/2/weight | 0.5 | only-channels-have-weight | /rules/evaluators/2/weight",
                "HN-M-2018 | /rules/evaluators/2/role | \"PROPOSER\" | one-decider-on-each-day | /rules/evaluators",
                "HN-M-2018 | /rules/evaluators/1/role | \"DECIDER\" | one-decider-on-each-day | /rules/evaluators",
                "HN-M-2022 | /rules/evaluators/17/effectiveTo | \"2025-06-01\" | one-decider-on-each-day | /rules/evaluators",
                "VN-CC-2026 | /periods/1 | \"HALF\" | period-is-rated | /rules/aggregation/periods",
                "HN-M-2018 | /rules/calendars/0/period | \"QUARTER\" | period-is-rated | /rules/calendars/0/period"
            })
    void shouldTellWhatContradicts(String id, String place, String json, String rule, String told) {
        // When
        var faults = faults(RuleSetDocuments.altered(id, RuleSetDocuments.set(place, json)));

        // Then
        assertThat(faults)
                .contains(Refusal.of(EvaluationProblem.RULE_SET_CONTRADICTORY, "rule", rule)
                        .at(told));
    }

    @Test
    void shouldTellAllFaultsAtOnce() {
        // Given
        var document = RuleSetDocuments.altered(
                "HN-M-2018",
                RuleSetDocuments.set("/version", "0"),
                RuleSetDocuments.set("/rules/groups/0/maximum", "-1"),
                RuleSetDocuments.set("/rules/bands/0/grade", "\"E\""));

        // When
        var faults = faults(document);

        // Then
        assertThat(faults)
                .extracting(Refusal::pointer)
                .containsExactlyInAnyOrder("/version", "/rules/groups/0/maximum", "/rules/bands/0/grade");
    }

    @Test
    void shouldTellAllContradictionsAtOnce() {
        // Given
        var document = RuleSetDocuments.altered(
                "HN-M-2018",
                RuleSetDocuments.set("/rules/bands/1/from", "95"),
                RuleSetDocuments.set("/rules/excellenceCap/raisedShare", "0.1"));

        // When
        var faults = faults(document);

        // Then
        assertThat(faults)
                .extracting(Refusal::pointer)
                .containsExactly("/rules/bands/1/from", "/rules/excellenceCap/raisedShare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: A-1\nid: B-1\n", "id: [1, 2\n", "a: b: c\n", "\tid: x\n", "--- 1\n--- 2\n"})
    void shouldSayWhereTextIsNotYaml(String text) {
        // When
        var faults = faults(text);

        // Then
        assertThat(faults).extracting(Refusal::code).containsExactly(EvaluationProblem.RULE_SET_UNREADABLE);
        assertThat((Integer) faults.getFirst().args().get("line")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "[]", "null"})
    void shouldRefuseWhatIsNoDocument(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EvaluationProblem.class,
            names = {"RULE_SET_.*", "SCORE_.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void shouldHaveTextsInBothLanguages(EvaluationProblem problem) {
        // Given
        var texts = new ProblemTexts();

        // Then
        for (var language : List.of("vi", "en")) {
            assertThat(texts.title(problem, Locale.of(language))).doesNotContain(problem.code());
            assertThat(texts.detail(problem, Map.of(), Locale.of(language))).doesNotContain(problem.code());
        }
        assertThat(Arrays.stream(EvaluationProblem.values()).map(EvaluationProblem::code))
                .doesNotHaveDuplicates();
    }

    private static List<Refusal> faults(String document) {
        return catchThrowableOfType(Refused.class, () -> RuleSetDocuments.read(document))
                .refusals();
    }
}
