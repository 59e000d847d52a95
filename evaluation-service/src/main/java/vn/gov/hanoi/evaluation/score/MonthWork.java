package vn.gov.hanoi.evaluation.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Group;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.score.Sheet.Charge;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;

/** The points of one sheet by group, with its steps. */
final class MonthWork {
    private final PeriodicRules rules;
    private final SheetTemplate template;
    private final ScoreInput input;
    private final Steps steps;
    private final List<String> missing = new ArrayList<>();

    MonthWork(PeriodicRules rules, SheetTemplate template, ScoreInput input, Steps steps) {
        this.rules = rules;
        this.template = template;
        this.input = input;
        this.steps = steps;
    }

    MonthParts parts() {
        var groups = new LinkedHashMap<String, Fraction>();
        var products = rules.formula().products();
        for (int i = 0; i < rules.groups().size(); i++) {
            var group = rules.groups().get(i);
            if (products == null || !products.group().equals(group.code())) {
                groups.put(group.code(), group(group, "/rules/groups/" + i));
            }
        }
        if (rules.bonus() != null) {
            groups.put(MonthParts.BONUS, bonus(rules.bonus()));
        }
        if (products == null) {
            return new MonthParts(groups, null, null, List.copyOf(missing));
        }
        var work = new ProductWork(rules, products, steps);
        return new MonthParts(groups, work.tally(input.tasks().products()), factors(work), List.copyOf(missing));
    }

    private MonthParts.@Nullable Factors factors(ProductWork work) {
        var factors = input.tasks().factors();
        return factors == null ? null : work.factors(factors);
    }

    /** Sum of the marks less the deductions, never below 0. */
    private Fraction group(Group group, String path) {
        var points = marks();
        var sum = Fraction.ZERO;
        for (var item : template.items(group.code())) {
            var value = points.get(item.code());
            if (value == null) {
                missing.add(item.code());
            } else {
                sum = sum.plus(value);
            }
            steps.take(Step.Code.MARK, path, group.source())
                    .with("group", group.code())
                    .with("criterion", item.code())
                    .with("maximum", item.maximum())
                    .gives(value == null ? Steps.ABSENT : value);
        }
        var off = deductions(group);
        var result = sum.minus(off).max(Fraction.ZERO);
        steps.take(Step.Code.GROUP, path + "/maximum", group.source())
                .with("group", group.code())
                .with("marks", sum)
                .with("deductions", off)
                .with("maximum", group.maximum())
                .gives(result);
        return result;
    }

    private Map<String, Fraction> marks() {
        var points = new LinkedHashMap<String, Fraction>();
        for (var mark : input.sheet().marks()) {
            if (mark.points() != null) {
                points.put(mark.criterion(), Fraction.of(mark.points()));
            }
        }
        return points;
    }

    private Fraction deductions(Group group) {
        var off = Fraction.ZERO;
        for (var deduction : input.sheet().deductions()) {
            var charge = deduction.charge();
            if (charge != null) {
                off = off.plus(charged(group, deduction, charge));
                continue;
            }
            var rule = template.deduction(deduction.rule()).orElseThrow();
            if (rule.group().equals(group.code())) {
                var points = Fraction.of(rule.points());
                off = off.plus(points);
                steps.take(Step.Code.DEDUCTION, "/rules/deductions", group.source())
                        .with("group", group.code())
                        .with("deduction", rule.code())
                        .with("violation", deduction.violation())
                        .gives(points);
            }
        }
        return off;
    }

    /** A waived charge takes nothing off, and is told with the reason all the same. */
    private Fraction charged(Group group, Deduction deduction, Charge charge) {
        if (!charge.group().equals(group.code())) {
            return Fraction.ZERO;
        }
        var waived = charge.waived();
        var points = waived == null ? Fraction.of(charge.points()) : Fraction.ZERO;
        var step = steps.take(
                        waived == null ? Step.Code.CHARGE : Step.Code.CHARGE_WAIVED, "/rules/groups", group.source())
                .with("group", group.code())
                .with("finding", deduction.rule())
                .with("violation", deduction.violation())
                .with("rules", charge.rules());
        (waived == null ? step : step.with("reason", waived).with("points", charge.points())).gives(points);
        return points;
    }

    private Fraction bonus(PeriodicRules.BonusRule rule) {
        var sum = Fraction.ZERO;
        for (var bonus : input.sheet().bonuses()) {
            var points = Fraction.of(bonus.points());
            sum = sum.plus(points);
            steps.take(Step.Code.BONUS, "/rules/bonus", rule.source())
                    .with("bonus", bonus.code())
                    .with("evidence", bonus.evidence().isEmpty() ? null : String.join("; ", bonus.evidence()))
                    .with("approver", bonus.approver())
                    .gives(points);
        }
        steps.take(Step.Code.BONUS_TOTAL, "/rules/bonus/maximum", rule.source())
                .with("maximum", rule.maximum())
                .gives(sum);
        return sum;
    }
}
