package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;

/** An explanation is kept for ever, and tells where another one parts from it. */
class ScoreExplanationTest {
    static Stream<Arguments> oneAlteredInput() {
        return Stream.of(
                altered(Step.Code.FORMULA, inputs -> inputs.in(java.time.YearMonth.of(2022, 9))),
                altered(Step.Code.MARK, inputs -> inputs.mark("II.3", "14.9999")),
                altered(Step.Code.DEDUCTION, inputs -> inputs.deduction("LATE", "finding/2")),
                altered(Step.Code.BONUS, inputs -> inputs.bonus("B2", "0.0001")),
                altered(Step.Code.ADVICE, inputs -> inputs.advice("COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "80")),
                altered(Step.Code.LITTLE_PRESENCE, inputs -> inputs.present("21.5", 22)),
                altered(Step.Code.LITTLE_PRESENCE, inputs -> inputs.present("21", 21)),
                altered(Step.Code.DISCIPLINE, inputs -> inputs.discipline("9/QĐ", LocalDate.of(2022, 8, 9), true)),
                altered(Step.Code.HEAD_NOT_ABOVE_UNIT, inputs -> inputs.unit(Grade.A)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneAlteredInput")
    void shouldNameTheFirstStepThatDiffers(Step.Code step, UnaryOperator<Inputs> change) {
        // Given
        var before = leader().score().explanation();

        // When
        var after = change.apply(leader()).score().explanation();

        // Then
        var difference = before.firstDifference(after).orElseThrow();
        assertThat(difference.theirs().code()).isEqualTo(step);
        assertThat(after.steps().subList(0, difference.index()))
                .isEqualTo(before.steps().subList(0, difference.index()));
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.inputsDigest()).isNotEqualTo(before.inputsDigest());
    }

    @Test
    void shouldSeeAnAlteredInputOfAResultThatHasNoPoints() {
        // Given
        var missing = leader().unmarked("I.1");
        var altered = leader().unmarked("I.1").unit(Grade.C);

        // When
        var difference =
                missing.score().explanation().firstDifference(altered.score().explanation());

        // Then
        assertThat(difference.orElseThrow().ours().code()).isEqualTo(Step.Code.INSUFFICIENT_DATA);
    }

    @Test
    void shouldNotDependOnTheOrderOfInputs() {
        // Given
        var input = leader().deduction("LATE", "finding/1").bonus("B0", "1").input();
        var sheet = input.sheet();
        var turned = new ScoreInput(
                input.period(),
                input.subject(),
                new Sheet(
                        sheet.marks().reversed(),
                        sheet.bonuses().reversed(),
                        sheet.deductions().reversed(),
                        sheet.advice()),
                input.tasks(),
                input.circumstances());

        // Then
        assertThat(turned).isEqualTo(input);
    }

    @Test
    void shouldHashEveryMemberThatTheInputsHave() {
        for (long seed = 0; seed < 300; seed++) {
            for (var id : List.of("HN-M-2022", "VN-CC-2026")) {
                var input = new RandomInputs(seed).sheet(id).input();
                assertThat(CanonicalJson.of(input)).isEqualTo(CanonicalJson.of(plain(input)));
            }
        }
    }

    /** The same with a map in the place of each record, so that no record writes itself. */
    private static Object plain(Object value) {
        return switch (value) {
            case Record members -> {
                var map = new TreeMap<String, Object>();
                for (var component : members.getClass().getRecordComponents()) {
                    try {
                        component.getAccessor().setAccessible(true);
                        var member = component.getAccessor().invoke(members);
                        if (member != null) {
                            map.put(component.getName(), plain(member));
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
                yield map;
            }
            case List<?> list -> list.stream().map(ScoreExplanationTest::plain).toList();
            default -> value;
        };
    }

    @Test
    void shouldTakeEqualNumbersForTheSameInput() {
        // When
        var one = leader().mark("II.3", "15").score();
        var other = leader().mark("II.3", "15.00000").score();

        // Then
        assertThat(other.explanation()).isEqualTo(one.explanation());
    }

    @Test
    void shouldKeepTheDigestWhenTheRuleSetBecomesOfficialOrGetsANewVersion() {
        // Given
        var ruleSet = RuleSetDocuments.shipped("HN-M-2022");
        var before = leader().score();

        // When
        var official = ruleSet.official(new LegalCheck("Phòng Pháp chế", LocalDate.of(2022, 9, 1), null));
        var next = RuleSetDocuments.read(RuleSetDocuments.altered(
                "HN-M-2022", RuleSetDocuments.set("/version", "2"), RuleSetDocuments.set("/rules/bands/0/from", "95")));

        // Then
        var again = Scoring.score(official, leader().template(), leader().input());
        var newer = Scoring.score(next, leader().template(), leader().input());
        assertThat(again.explanation()).isEqualTo(before.explanation());
        assertThat(newer.rated().grade()).isEqualTo(Grade.B);
        assertThat(newer.explanation().digest())
                .isNotEqualTo(before.explanation().digest());
        assertThat(leader().score().explanation()).isEqualTo(before.explanation());
    }

    @Test
    void shouldNoticeAStepAlteredAfterwards() {
        // Given
        var explanation = leader().score().explanation();
        var steps = new ArrayList<>(explanation.steps());
        var last = steps.removeLast();
        steps.add(new Step(last.code(), last.path(), last.basis(), last.confidence(), last.inputs(), "A+"));

        // When
        var forged = new Explanation(explanation.ruleSet(), explanation.inputsDigest(), steps, explanation.digest());

        // Then
        assertThat(explanation.isIntact()).isTrue();
        assertThat(forged.isIntact()).isFalse();
    }

    @Test
    void shouldCiteTheLawOfEachStep() {
        // When
        var steps = leader().score().explanation().steps();

        // Then
        assertThat(steps)
                .allMatch(step -> !step.basis().isBlank() && step.path().startsWith("/rules/"));
        assertThat(steps)
                .filteredOn(step -> step.code() == Step.Code.BAND)
                .extracting(Step::basis, Step::confidence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("1841-QĐ/TU", Confidence.LAW));
        assertThat(Inputs.of("VN-CC-2026")
                        .group("GENERAL", "30")
                        .product("P", 1, 1, 0, 0)
                        .score()
                        .explanation()
                        .steps())
                .extracting(Step::basis)
                .contains("335/2025/NĐ-CP (Điều 13-16)");
    }

    @ParameterizedTest
    @EnumSource(Step.Code.class)
    void shouldHaveAStepInBothLanguages(Step.Code code) {
        // Given
        var step = new Step(code, "/rules", "law", Confidence.LAW, Map.of(), "A");
        var texts = new ScoreTexts();

        // Then
        assertThat(texts.tell(step, Locale.of("vi"))).isNotBlank();
        assertThat(texts.tell(step, Locale.ENGLISH)).isNotBlank().isNotEqualTo(texts.tell(step, Locale.of("vi")));
    }

    @Test
    void shouldTellEveryStepWithItsNumbersInTheLanguageOfTheReader() {
        // Given
        var texts = new ScoreTexts();
        var score = Inputs.of("VN-CC-2026")
                .head()
                .group("GENERAL", "28")
                .product("P1", 1, 1, 1, 0)
                .factors(Map.of(Grade.D, 1), "1", "1")
                .score();

        // When
        var vietnamese = texts.tell(score.explanation(), Locale.of("vi"));
        var english = texts.tell(score.explanation(), Locale.ENGLISH);

        // Then
        assertThat(vietnamese).hasSameSizeAs(score.explanation().steps()).noneMatch(text -> text.contains("{"));
        assertThat(english).hasSameSizeAs(score.explanation().steps()).noneMatch(text -> text.contains("{"));
        assertThat(vietnamese).contains("b (chất lượng): 0,75/1 = 0,75.");
        assertThat(english).contains("b (quality): 0.75/1 = 0.75.");
        assertThat(english.getLast()).isEqualTo("Result: 89.25 points, Good (by points: Good).");
        assertThat(vietnamese.getLast())
                .isEqualTo("Kết quả: 89,25 điểm, Hoàn thành tốt nhiệm vụ (theo điểm: Hoàn thành tốt nhiệm vụ).");
    }

    @Test
    void shouldComeBackWholeFromStorage() throws JsonProcessingException {
        // Given
        var explanation = leader().score().explanation();

        // When
        var stored = new ObjectMapper().readValue(CanonicalJson.of(explanation), Explanation.class);

        // Then
        assertThat(stored).isEqualTo(explanation);
        assertThat(stored.isIntact()).isTrue();
    }

    @Test
    void shouldReckonExactly() {
        // Given
        var third = Fraction.ONE.dividedBy(Fraction.of(3));

        // Then
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE).hasSameHashCodeAs(Fraction.of(1));
        assertThat(third).hasToString("1/3");
        assertThat(Fraction.ZERO.minus(third)).hasToString("-1/3").isLessThan(Fraction.ZERO);
        assertThat(Fraction.of(new BigDecimal("1E+2"))).hasToString("100.0000");
        assertThat(Fraction.of(new BigDecimal("0.00")).isZero()).isTrue();
        assertThat(Fraction.of(new BigDecimal("89.99996"))).hasToString("89.99996");
        assertThat(Fraction.of(1).dividedBy(Fraction.of(-4))).hasToString("-0.2500");
        assertThat(third.within(Fraction.of(1), Fraction.of(2))).isEqualTo(Fraction.ONE);
        assertThat(Fraction.sum(List.of())).isEqualTo(Fraction.ZERO);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> third.dividedBy(Fraction.ZERO)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Arguments altered(Step.Code step, UnaryOperator<Inputs> change) {
        return Arguments.of(step, change);
    }

    private static Inputs leader() {
        return Inputs.of("HN-M-2022")
                .head()
                .group("DISCIPLINE", "19")
                .group("TASKS", "70")
                .bonus("B1", "2");
    }
}
