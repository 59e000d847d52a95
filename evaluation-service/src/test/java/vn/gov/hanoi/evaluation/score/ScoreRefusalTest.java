package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.DeductionRule;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Wrong inputs are refused, all faults at once, each with its place. */
class ScoreRefusalTest {
    static Stream<Arguments> wrongInputs() {
        return Stream.of(
                wrong("score.criterion-unknown /marks/X.1", () -> hanoi().mark("X.1", "1")),
                wrong("score.criterion-unknown /marks/II.5", () -> hanoi().mark("II.5", "1")),
                wrong("score.criterion-unknown /marks/a~1b~0c", () -> hanoi().mark("a/b~c", "1")),
                wrong("score.out-of-range /marks/I.1/points", () -> hanoi().mark("I.1", "5.0001")),
                wrong("score.out-of-range /marks/I.1/points", () -> hanoi().mark("I.1", "-0.0001")),
                wrong("score.group-over-maximum /groups/TASKS", () -> hanoi().mark("II.1", "20.0001")),
                wrong("score.twice /bonuses/B1", () -> hanoi().bonus("B1", "1").bonus("B1", "2")),
                wrong("score.bonus-over-maximum /bonuses", () -> hanoi().bonus("B1", "6")
                        .bonus("B2", "4.0001")),
                wrong("score.out-of-range /bonuses/B1/points", () -> hanoi().bonus("B1", "-1")),
                wrong("score.bonus-without-evidence /bonuses/B1/evidence", () -> hanoi().bonus(
                                new Sheet.Bonus("B1", BigDecimal.ONE, List.of(" "), "approver"))),
                wrong("score.bonus-without-approver /bonuses/B1/approver", () -> hanoi().bonus(
                                new Sheet.Bonus("B1", BigDecimal.ONE, List.of("file"), null))),
                wrong("score.bonus-none /bonuses", () -> decree().bonus("B1", "1")),
                wrong("score.deduction-unknown /deductions/SINGING", () -> hanoi().deduction("SINGING", "finding/1")),
                wrong("score.deduction-without-violation /deductions/LATE/violation", () -> hanoi().deduction(
                                "LATE", " ")),
                wrong("score.twice /deductions/LATE", () -> hanoi().deduction("LATE", "finding/1")
                        .deduction("LATE", "finding/1")),
                wrong("score.channel-unknown /advice/NEIGHBOUR", () -> hanoi().advice(
                                "COMMUNE_CHAIRMAN", "NEIGHBOUR", "50")),
                wrong("score.channel-unknown /advice/DISTRICT_CHAIRMAN", () -> Inputs.of("HN-M-2022")
                        .in(YearMonth.of(2025, 7))
                        .advice("COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "50")),
                wrong("score.out-of-range /advice/DISTRICT_CHAIRMAN/points", () -> hanoi().advice(
                                "COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "100.0001")),
                wrong("score.products-not-used /products", () -> hanoi().product("P1", 1, 1, 0, 0)),
                wrong("score.factors-not-used /factors", () -> hanoi().factors(Map.of(Grade.A, 1), "1", "1")),
                wrong("score.factors-not-used /factors", () -> decree().factors(Map.of(Grade.A, 1), "1", "1")),
                wrong("score.factor-not-allowed /factors/organisation", () -> decree().head()
                        .factors(Map.of(Grade.A, 1), "0.75", "1")),
                wrong("score.factor-not-allowed /factors/unity", () -> decree().head()
                        .factors(Map.of(Grade.A, 1), "1", "0")),
                wrong("score.out-of-range /factors/unit/grades", () -> decree().head()
                        .factors(Map.of(Grade.A, -1), "1", "1")),
                wrong("score.reason-missing /factors/unit/setting/reason", () -> decree().head()
                        .factors(new Tasks.LeaderFactors(
                                new Tasks.UnitGrades(Map.of(), new Tasks.Setting(BigDecimal.ONE, "")),
                                BigDecimal.ONE,
                                BigDecimal.ONE))),
                wrong("score.twice /products/P1", () -> decree().product("P1", 1, 1, 0, 0)
                        .product("P1", 2, 2, 0, 0)),
                wrong("score.out-of-range /products/P1/assigned", () -> decree().product("P1", -1, 1, 0, 0)),
                wrong("score.out-of-range /products/P1/completed", () -> decree().product("P1", 1, -1, 0, 0)),
                wrong("score.out-of-range /products/P1/factor", () -> decree().product(
                                new Tasks.Product("P1", BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, List.of()))),
                wrong("score.reference-missing /products/P1/errors", () -> decree().product(error("", null))),
                wrong("score.reason-missing /products/P1/errors", () -> decree().product(error("delay/1", " "))),
                wrong("score.out-of-range /circumstances/presence/days", () -> hanoi().present("22.5", 22)),
                wrong("score.out-of-range /circumstances/presence/days", () -> hanoi().present("-1", 22)),
                wrong("score.out-of-range /circumstances/presence/workingDays", () -> hanoi().present("0", 0)),
                wrong("score.period-not-rated /period", () -> hanoi().in(YearMonth.of(2018, 6))),
                wrong("score.period-not-rated /period", () -> hanoi().in(YearMonth.of(2021, 11))),
                wrong("score.period-not-rated /period", () -> hanoi().in(Period.quarter(2019, 1))),
                wrong("score.wrong-sheet /subject", () -> hanoi().template(
                                SheetTemplate.of(RuleSetDocuments.shipped("HN-M-2018"), SheetKind.CONTRACT))
                        .head()),
                wrong("score.not-rated-reason-unknown /circumstances/notRated", () -> Inputs.of(
                                RuleSetDocuments.read(RuleSetDocuments.altered(
                                        "HN-M-2018", RuleSetDocuments.set("/rules/notRated/reasons", "[]"))))
                        .notRated(NotRatedReason.MATERNITY_ALL_PERIOD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongInputs")
    void shouldTellThePlace(String told, Supplier<Inputs> inputs) {
        assertThat(faults(inputs.get())).contains(told);
    }

    /** Faults of templates and of quarters have their own tests; every other code of scores is met above. */
    @Test
    void shouldMeetEveryCodeOfScores() {
        // Given
        Set<String> met = new HashSet<>(Set.of("score.wrong-month", "score.group-unknown", "score.group-of-products"));
        wrongInputs().forEach(arguments -> met.add(((String) arguments.get()[0]).split(" ")[0]));

        // Then
        assertThat(Arrays.stream(EvaluationProblem.values())
                        .map(EvaluationProblem::code)
                        .filter(code -> code.startsWith("score.")))
                .allMatch(met::contains);
    }

    @Test
    void shouldTellAllFaultsAtOnceAndComputeNothing() {
        // Given
        var inputs = hanoi().mark("I.1", "6").bonus("B1", "11").deduction("SINGING", "x");

        // When
        var refused = catchThrowableOfType(Refused.class, inputs::score);

        // Then
        assertThat(refused.refusals())
                .extracting(Refusal::pointer)
                .containsExactly(
                        "/marks/I.1/points",
                        "/groups/DISCIPLINE",
                        "/bonuses/B1/points",
                        "/bonuses",
                        "/deductions/SINGING");
    }

    @ParameterizedTest
    @CsvSource({"69.9999, true", "70, true", "70.0001, false"})
    void shouldHoldTheSheetOfAUnitToTheGroupMaximum(BigDecimal last, boolean allowed) {
        // Given
        var own = List.of(new SheetTemplate.Item("TASKS", "U.1", last));
        var ruleSet = RuleSetDocuments.shipped("HN-M-2018");

        // When
        var refused = catchThrowableOfType(
                Refused.class, () -> SheetTemplate.adapted(ruleSet, SheetKind.STAFF, own, List.of()));

        // Then
        assertThat(refused == null).isEqualTo(allowed);
        if (refused != null) {
            assertThat(refused.refusals())
                    .extracting(refusal -> refusal.code().code() + " " + refusal.pointer())
                    .containsExactly("score.group-over-maximum /groups/TASKS");
        }
    }

    /** The formula would never look at them. */
    @Test
    void shouldRefuseCriteriaOfAUnitInTheGroupOfProducts() {
        // Given
        var own = List.of(new SheetTemplate.Item("TASKS", "U.1", BigDecimal.ONE));
        var ruleSet = RuleSetDocuments.shipped("VN-CC-2026");

        // When
        var refused = catchThrowableOfType(
                Refused.class, () -> SheetTemplate.adapted(ruleSet, SheetKind.STAFF, own, List.of()));

        // Then
        assertThat(refused.refusals())
                .extracting(refusal -> refusal.code().code() + " " + refusal.pointer())
                .containsExactly("score.group-of-products /groups/TASKS");
    }

    @Test
    void shouldRefuseAUnitSheetWithUnknownGroupsAndRepeatedCodes() {
        // Given
        var own = List.of(
                new SheetTemplate.Item("TASKS", "I.1", BigDecimal.ONE),
                new SheetTemplate.Item("FUN", "U.2", BigDecimal.ONE));
        var deductions = List.of(
                new DeductionRule("LATE", new Title("a", "a"), "TASKS", BigDecimal.ONE),
                new DeductionRule("NEW", new Title("a", "a"), "FUN", BigDecimal.ONE));
        var ruleSet = RuleSetDocuments.shipped("HN-M-2018");

        // When
        var refused = catchThrowableOfType(
                Refused.class, () -> SheetTemplate.adapted(ruleSet, SheetKind.STAFF, own, deductions));

        // Then
        assertThat(refused.refusals())
                .extracting(refusal -> refusal.code().code() + " " + refusal.pointer())
                .containsExactlyInAnyOrder(
                        "score.twice /marks/I.1",
                        "score.group-unknown /groups/FUN",
                        "score.twice /deductions/LATE",
                        "score.group-unknown /groups/FUN");
    }

    @Test
    void shouldScoreTheSheetOfAUnit() {
        // Given
        var ruleSet = RuleSetDocuments.shipped("HN-M-2018");
        var template = SheetTemplate.adapted(
                ruleSet,
                SheetKind.STAFF,
                List.of(
                        new SheetTemplate.Item("TASKS", "U.1", new BigDecimal("35.5")),
                        new SheetTemplate.Item("TASKS", "U.2", new BigDecimal("34.5"))),
                List.of(new DeductionRule("U.LATE", new Title("a", "a"), "TASKS", new BigDecimal("0.5"))));

        // When
        var score = Inputs.of(ruleSet)
                .template(template)
                .group("DISCIPLINE", "20")
                .group("TASKS", "70")
                .deduction("U.LATE", "finding/1")
                .score();

        // Then
        assertThat(score.rated().exact()).hasToString("89.5000");
    }

    private static Arguments wrong(String told, Supplier<Inputs> inputs) {
        return Arguments.of(told, inputs);
    }

    private static Tasks.Product error(String reference, String cause) {
        var error = new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, reference, cause);
        return new Tasks.Product("P1", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, List.of(error));
    }

    private static Inputs hanoi() {
        return Inputs.of("HN-M-2018")
                .subject(Category.CIVIL_SERVANT, Position.STAFF, false)
                .group("DISCIPLINE", "20")
                .group("TASKS", "70");
    }

    private static Inputs decree() {
        return Inputs.of("VN-CC-2026").group("GENERAL", "30");
    }

    private static List<String> faults(Inputs inputs) {
        return Scoring.faults(inputs.ruleSet(), inputs.template(), inputs.input()).stream()
                .map(refusal -> refusal.code().code() + " " + refusal.pointer())
                .toList();
    }
}
