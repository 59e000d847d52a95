package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;

/** Random right sheets, from a seed. */
public final class RandomInputs {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Random random;

    public RandomInputs(long seed) {
        random = new Random(seed);
    }

    public Inputs sheet(String id) {
        var inputs = Inputs.of(id);
        var position = one(Position.values());
        var category = position == Position.STAFF
                ? one(Category.CIVIL_SERVANT, Category.CONTRACT_WORKER)
                : Category.CIVIL_SERVANT;
        inputs.subject(category, position, position != Position.STAFF);
        for (var item : inputs.template().items()) {
            if (random.nextInt(60) > 0) {
                inputs.mark(item.code(), part(item.maximum()).toPlainString());
            }
        }
        circumstances(inputs);
        return inputs.ruleSet().rules().formula().products() == null ? hanoi(inputs) : decree(inputs);
    }

    private Inputs hanoi(Inputs inputs) {
        for (int i = random.nextInt(3); i > 0; i--) {
            inputs.bonus("B" + i, part(BigDecimal.valueOf(5)).toPlainString());
        }
        var rules = inputs.ruleSet().rules().deductions();
        for (int i = random.nextInt(4); i > 0; i--) {
            inputs.deduction(rules.get(random.nextInt(rules.size())).code(), "finding/" + i);
        }
        if (random.nextBoolean()) {
            inputs.advice(
                    "COMMUNE_CHAIRMAN",
                    "DISTRICT_CHAIRMAN",
                    part(BigDecimal.valueOf(100)).toPlainString());
        }
        return inputs;
    }

    private Inputs decree(Inputs inputs) {
        for (int i = random.nextInt(5); i > 0; i--) {
            int assigned = random.nextInt(6);
            var errors = new ArrayList<Tasks.ProductError>();
            for (int j = random.nextInt(5); j > 0; j--) {
                errors.add(new Tasks.ProductError(
                        one(Tasks.ProductError.Kind.values()), "check/" + j, random.nextInt(4) == 0 ? "storm" : null));
            }
            inputs.product(new Tasks.Product(
                    "P" + i,
                    part(BigDecimal.valueOf(4)).add(new BigDecimal("0.3")),
                    BigDecimal.valueOf(assigned),
                    BigDecimal.valueOf(random.nextInt(assigned + 2)),
                    errors));
        }
        if (inputs.input().subject().leader() && random.nextInt(20) > 0) {
            var grades = Map.of(
                    Grade.A,
                    random.nextInt(3),
                    Grade.B,
                    random.nextInt(9),
                    Grade.C,
                    random.nextInt(3),
                    Grade.D,
                    random.nextInt(2));
            var setting = random.nextInt(5) == 0 ? new Tasks.Setting(factor(), "reason") : null;
            inputs.factors(new Tasks.LeaderFactors(new Tasks.UnitGrades(grades, setting), factor(), factor()));
        }
        return inputs;
    }

    private void circumstances(Inputs inputs) {
        int workingDays = 18 + random.nextInt(6);
        inputs.present(
                BigDecimal.valueOf(random.nextInt(2 * workingDays + 1))
                        .multiply(HALF)
                        .toPlainString(),
                workingDays);
        if (random.nextInt(20) == 0) {
            inputs.notRated(one(NotRatedReason.values()));
        }
        if (random.nextBoolean()) {
            inputs.unit(one(Grade.values()));
        }
        if (random.nextInt(10) == 0) {
            var from = inputs.input().period().from();
            inputs.discipline(
                    "12/QĐ", LocalDate.ofEpochDay(from.toEpochDay() - 10 + random.nextInt(40)), random.nextBoolean());
        }
    }

    /** The same inputs, lists in another order. */
    ScoreInput turned(ScoreInput input) {
        var sheet = input.sheet();
        return new ScoreInput(
                input.period(),
                input.subject(),
                new Sheet(
                        shuffled(sheet.marks()),
                        shuffled(sheet.bonuses()),
                        shuffled(sheet.deductions()),
                        shuffled(sheet.advice())),
                new Tasks(shuffled(input.tasks().products()), input.tasks().factors()),
                input.circumstances());
    }

    private <T> List<T> shuffled(List<T> items) {
        var copy = new ArrayList<>(items);
        java.util.Collections.shuffle(copy, random);
        return copy;
    }

    private BigDecimal factor() {
        return random.nextBoolean() ? BigDecimal.ONE : HALF;
    }

    /** 0 to the maximum with four places; often the maximum itself, because boundaries are there. */
    private BigDecimal part(BigDecimal maximum) {
        if (random.nextInt(3) > 0) {
            return maximum;
        }
        return BigDecimal.valueOf(random.nextLong(maximum.movePointRight(4).longValueExact() + 1), 4);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
