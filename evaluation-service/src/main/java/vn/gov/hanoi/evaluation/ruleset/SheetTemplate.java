package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Phiếu chấm điểm: the criteria and deductions of one kind of sheet. The rule set gives it; a unit may replace the criteria of a group by
 * its own and add deductions. The maxima of groups stay those of the framework.
 *
 * @param origin whose it is; null for the sheet as the rule set gives it
 */
public record SheetTemplate(
        SheetKind kind,
        List<Item> items,
        List<DeductionRule> deductions,
        @Nullable Origin origin) {
    public SheetTemplate {
        items = List.copyOf(items);
        deductions = List.copyOf(deductions);
    }

    /**
     * A criterion of the sheet.
     *
     * @param group code of its group
     * @param code unique in the sheet
     * @param maximum most points, 0-100, scale 4
     */
    public record Item(String group, String code, BigDecimal maximum) {}

    /**
     * The published template of a unit.
     *
     * @param version among those of the unit for the rule set and kind of sheet, from 1
     * @param digest SHA-256 of criteria and deductions, hexadecimal
     */
    public record Origin(UUID id, UUID unitId, int version, String digest) {}

    /** The sheet as the rule set gives it. */
    public static SheetTemplate of(RuleSet ruleSet, SheetKind kind) {
        var items = new ArrayList<Item>();
        for (var group : ruleSet.rules().groups()) {
            for (var criterion : group.criteria()) {
                var maximum = criterion.maxima().get(kind);
                if (maximum != null) {
                    items.add(new Item(group.code(), criterion.code(), maximum));
                }
            }
        }
        return new SheetTemplate(kind, items, ruleSet.rules().deductions(), null);
    }

    /**
     * The sheet of a unit. Source: 3814-QĐ/TU (each agency adapts its sheet to the framework). Refusals: score.group-unknown,
     * score.group-of-products, score.twice,
     * score.group-over-maximum with a pointer to the group.
     *
     * @param own criteria of the unit; a group that has one loses those of the rule set
     * @param ownDeductions added to those of the rule set
     */
    public static SheetTemplate adapted(
            RuleSet ruleSet, SheetKind kind, List<Item> own, List<DeductionRule> ownDeductions) {
        var given = of(ruleSet, kind);
        var replaced = own.stream().map(Item::group).toList();
        var items = new ArrayList<>(given.items.stream()
                .filter(item -> !replaced.contains(item.group()))
                .toList());
        items.addAll(own);
        var deductions = new ArrayList<>(given.deductions);
        deductions.addAll(ownDeductions);
        var template = new SheetTemplate(kind, items, deductions, null);
        Refused.ifAny(template.faults(ruleSet.rules()));
        return template;
    }

    /** The same as that of a unit. */
    public SheetTemplate from(Origin unit) {
        return new SheetTemplate(kind, items, deductions, unit);
    }

    /**
     * The sheet under other rules: what the unit made its own stays as far as these let it. Refusals: those of {@link #adapted}.
     *
     * @param was the rules that it adapts
     */
    public SheetTemplate under(RuleSet other, RuleSet was) {
        if (origin == null) {
            return of(other, kind);
        }
        var given = of(was, kind);
        var own = items.stream()
                .filter(item -> !given.items(item.group()).contains(item))
                .toList();
        var ownDeductions = deductions.stream()
                .filter(rule -> !given.deductions.contains(rule))
                .toList();
        return adapted(other, kind, own, ownDeductions).from(origin);
    }

    public List<Item> items(String group) {
        // Read many times for every sheet.
        var found = new ArrayList<Item>(items.size());
        for (var item : items) {
            if (item.group().equals(group)) {
                found.add(item);
            }
        }
        return found;
    }

    public Optional<Item> item(String code) {
        for (var item : items) {
            if (item.code().equals(code)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    public Optional<DeductionRule> deduction(String code) {
        return deductions.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    private List<Refusal> faults(PeriodicRules rules) {
        var faults = new ArrayList<Refusal>();
        var codes = new HashSet<String>();
        var products = rules.formula().products();
        for (var item : items) {
            if (rules.group(item.group()).isEmpty()) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_GROUP_UNKNOWN).at("/groups/" + item.group()));
            }
            if (products != null && products.group().equals(item.group())) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_GROUP_OF_PRODUCTS, "group", item.group())
                        .at("/groups/" + item.group()));
            }
            if (!codes.add(item.code())) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_TWICE).at("/marks/" + item.code()));
            }
        }
        for (var group : rules.groups()) {
            var sum = items(group.code()).stream().map(Item::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(group.maximum()) > 0) {
                faults.add(groupOverMaximum(group, sum));
            }
        }
        var seen = new HashSet<String>();
        for (var rule : deductions) {
            if (rules.group(rule.group()).isEmpty()) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_GROUP_UNKNOWN).at("/groups/" + rule.group()));
            }
            if (!seen.add(rule.code())) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_TWICE).at("/deductions/" + rule.code()));
            }
        }
        return faults;
    }

    /** Refusal: score.group-over-maximum. */
    public static Refusal groupOverMaximum(Group group, BigDecimal sum) {
        return Refusal.of(
                        EvaluationProblem.SCORE_GROUP_OVER_MAXIMUM,
                        "group",
                        group.code(),
                        "points",
                        sum.toPlainString(),
                        "maximum",
                        group.maximum().toPlainString())
                .at("/groups/" + group.code());
    }
}
