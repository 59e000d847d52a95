package vn.gov.hanoi.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Decided;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Kept;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.score.Inputs;
import vn.gov.hanoi.evaluation.score.RandomInputs;
import vn.gov.hanoi.evaluation.simulation.GroupCounts.Line;
import vn.gov.hanoi.evaluation.simulation.Rescored.Compared;
import vn.gov.hanoi.evaluation.simulation.Rescored.Shift;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineKind;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** What holds for every sheet and every split into units. */
class RescoringPropertyTest {
    private static final List<String> IDS = RuleSetDocuments.IDS;
    private static final int LEAST = 5;

    private static Kept kept(Inputs inputs, boolean lowered) {
        var score = inputs.score();
        var value = score.value();
        var grade = value == null ? null : lowered ? Grade.D : value.grade();
        return new Kept(
                inputs.ruleSet(),
                inputs.template(),
                inputs.input().subject().category(),
                UnitType.DEPARTMENT,
                new Decided(
                        inputs.input(),
                        score.outcome(),
                        value == null ? null : value.points(),
                        value == null ? null : value.gradeByPoints(),
                        grade));
    }

    /** A rule set for everybody, so that only the score differs. */
    private static RuleSet forAll(String id, RuleSetDocuments.Change... changes) {
        var all = new ArrayList<>(List.of(changes));
        all.add(RuleSetDocuments.set(
                "/appliesTo/0/categories", "[\"CADRE\",\"CIVIL_SERVANT\",\"PUBLIC_EMPLOYEE\",\"CONTRACT_WORKER\"]"));
        all.add(RuleSetDocuments.set("/appliesTo/0/unitTypes", "[\"DEPARTMENT\"]"));
        for (int i = 0; i < 4; i++) {
            // Only one application, or they would meet.
            all.add(RuleSetDocuments.set("/appliesTo/1", null));
        }
        return RuleSetDocuments.read(RuleSetDocuments.altered(id, all.toArray(RuleSetDocuments.Change[]::new)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void shouldShiftNothingByTheRulesThatRatedTheSheetWhateverTheDeciderLowered(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var inputs = new RandomInputs(seed).sheet(IDS.get(random.nextInt(IDS.size())));
        var sheet = kept(inputs, random.nextBoolean());

        // When
        var rescored =
                new Rescoring(inputs.ruleSet()).rescore(sheet, inputs.input().period());

        // Then
        if (rescored instanceof Compared compared) {
            assertThat(compared.byPoints().from()).isEqualTo(compared.byPoints().to());
            assertThat(compared.grades().from()).isEqualTo(compared.grades().to());
            assertThat(compared.shift() == null || compared.shift().signum() == 0)
                    .isTrue();
        } else {
            assertThat(rescored).isInstanceOf(Rescored.NotSubject.class);
        }
    }

    @Test
    void shouldRateMonthsOutsideTheTimeOfTheRulesAsOnTheNearestDay() {
        // Given
        var later = RuleSetDocuments.set("/effectiveFrom", "\"2040-01-01\"");
        var draft = forAll(
                "HN-M-2022",
                later,
                RuleSetDocuments.set("/effectiveTo", null),
                RuleSetDocuments.set("/appliesTo/0/effectiveFrom", "\"2040-01-01\""),
                RuleSetDocuments.set("/appliesTo/0/effectiveTo", null));
        var inputs = Inputs.of("HN-M-2022");
        inputs.template()
                .items()
                .forEach(item -> inputs.mark(item.code(), item.maximum().toPlainString()));

        // When
        var rescored =
                new Rescoring(draft).rescore(kept(inputs, false), inputs.input().period());

        // Then
        assertThat(rescored).isInstanceOf(Compared.class);
        assertThat(Rescoring.isStretched(draft.header(), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)))
                .isTrue();
    }

    private static Rescored sheet(Random random) {
        var results = Result.values();
        var from = results[random.nextInt(results.length)];
        var to = results[random.nextInt(results.length)];
        @Nullable BigDecimal shift = random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(9) - 4L) : null;
        return switch (random.nextInt(8)) {
            case 0 -> new Rescored.Undecided();
            case 1 -> new Rescored.NotSubject();
            case 2 -> new Rescored.Rejected(List.of(new Rescored.Reason("score.criterion-unknown", "/marks/I.1")));
            default -> new Compared(new Shift(from, to), new Shift(from, to), shift, List.of());
        };
    }

    private static Map<UUID, GroupCounts> units(Random random) {
        var units = new LinkedHashMap<UUID, GroupCounts>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            var group = new GroupCounts();
            for (int j = random.nextInt(30); j > 0; j--) {
                group.add(random.nextInt(6) == 0 ? Category.CADRE : Category.CIVIL_SERVANT, sheet(random));
            }
            units.put(new UUID(0, i), group);
        }
        return units;
    }

    private static long compared(List<Line> lines, LineKind kind, @Nullable Category category) {
        return lines.stream()
                .filter(line -> line.kind() == kind && line.category() == category)
                .mapToLong(line -> line.figures().compared())
                .sum();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void shouldNeverTellOrLetOneSubtractWhatFewPeopleCameTo(@ForAll long seed) {
        // Given
        var units = units(new Random(seed));

        // When
        var lines = GroupCounts.lines(units, LEAST);

        // Then
        for (var line : lines) {
            var figures = line.figures();
            assertThat(figures.withheld() || figures.compared() == 0 || figures.compared() >= LEAST)
                    .isTrue();
            assertThat(figures.grades() == null).isEqualTo(figures.withheld());
        }
        for (var category : new @Nullable Category[] {null, Category.CADRE, Category.CIVIL_SERVANT}) {
            boolean told = category == null
                    || lines.stream().anyMatch(each -> each.kind() == LineKind.TOTAL && each.category() == category);
            var rest = compared(lines, LineKind.TOTAL, category) - compared(lines, LineKind.UNIT, category);
            boolean withheld = lines.getFirst().figures().withheld();
            assertThat(!told || withheld || rest == 0 || rest >= LEAST).isTrue();
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void shouldLoseNoSheetBetweenTheUnitsAndTheTotal(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var units = units(random);

        // When
        var exact = GroupCounts.lines(units, 1);
        var grouped = GroupCounts.lines(units, LEAST);

        // Then
        assertThat(exact.stream().filter(line -> line.kind() == LineKind.UNIT && line.category() == null))
                .hasSameSizeAs(units.keySet());
        for (var lines : List.of(exact, grouped)) {
            var total = lines.getFirst().figures();
            assertThat(total.sheets())
                    .isEqualTo(total.undecided() + total.notSubject() + total.notScored() + total.compared())
                    .isEqualTo(lines.stream()
                            .filter(line -> line.kind() != LineKind.TOTAL && line.category() == null)
                            .mapToLong(line -> line.figures().sheets())
                            .sum());
        }
    }
}
