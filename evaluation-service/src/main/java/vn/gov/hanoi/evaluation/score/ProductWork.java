package vn.gov.hanoi.evaluation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Formula;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;

/**
 * Task points from converted products: Decree 335/2025 of 21/12/2025, arts 13-16 (rule sets VN-CC-2026 and VN-VC-2026; legal_check). For
 * staff (a + b + c) / 3 of the maximum of the group, for leaders (a + b + c + d + đ + e) / 6.
 */
final class ProductWork {
    private static final String PATH = "/rules/formula/products";

    private final PeriodicRules rules;
    private final Formula.Products parameters;
    private final Steps steps;

    ProductWork(PeriodicRules rules, Formula.Products parameters, Steps steps) {
        this.rules = rules;
        this.parameters = parameters;
        this.steps = steps;
    }

    /** Converted sums. An error takes its share off one completed product; a kind of product never falls below 0. */
    MonthParts.Tally tally(List<Tasks.Product> products) {
        var sum = MonthParts.Tally.NOTHING;
        for (var product : products) {
            var factor = Fraction.of(product.factor());
            var completed = Fraction.of(product.completed());
            var quality = credit(product, Tasks.ProductError.Kind.QUALITY);
            var progress = credit(product, Tasks.ProductError.Kind.PROGRESS);
            steps.take(Step.Code.PRODUCT, PATH + "/errorShare", rules.formula().source())
                    .with("product", product.code())
                    .with("factor", factor)
                    .with("assigned", product.assigned())
                    .with("completed", completed)
                    .with("errors", errors(product))
                    .with("quality", quality)
                    .gives(progress);
            sum = sum.plus(new MonthParts.Tally(
                    factor.times(Fraction.of(product.assigned())),
                    factor.times(completed),
                    factor.times(quality),
                    factor.times(progress)));
        }
        return sum;
    }

    private Fraction credit(Tasks.Product product, Tasks.ProductError.Kind kind) {
        long errors = product.errors().stream()
                .filter(error -> error.kind() == kind && error.objectiveCause() == null)
                .count();
        var completed = Fraction.of(product.completed());
        var most = completed.times(Fraction.of(parameters.errorsPerProduct()));
        var counted = Fraction.of(errors).min(most);
        return completed
                .minus(counted.times(Fraction.of(parameters.errorShare())))
                .max(Fraction.ZERO);
    }

    private static String errors(Tasks.Product product) {
        var told = product.errors().stream()
                .map(error -> error.kind() + " " + error.reference()
                        + (error.objectiveCause() == null ? "" : " (" + error.objectiveCause() + ")"))
                .toList();
        return told.isEmpty() ? Steps.ABSENT : String.join("; ", told);
    }

    MonthParts.Factors factors(Tasks.LeaderFactors factors) {
        var unit = unit(factors.unit());
        var source = rules.formula().source();
        var organisation = Fraction.of(factors.organisation());
        var unity = Fraction.of(factors.unity());
        steps.take(Step.Code.ORGANISATION_FACTOR, PATH + "/leaderFactors", source)
                .gives(organisation);
        steps.take(Step.Code.UNITY_FACTOR, PATH + "/leaderFactors", source).gives(unity);
        return new MonthParts.Factors(unit, organisation, unity);
    }

    /** The factor d; null if nobody under management is rated and the decider set nothing. */
    private @Nullable Fraction unit(Tasks.UnitGrades unit) {
        var rule = parameters.unitFactor();
        int rated = 0;
        int below = 0;
        var step = steps.take(
                Step.Code.UNIT_FACTOR, PATH + "/unitFactor", rules.formula().source());
        for (var grade : Grade.values()) {
            int persons = unit.grades().getOrDefault(grade, 0);
            step.with("persons" + grade, persons);
            rated += persons;
            below += rule.atLeast().isBetterThan(grade) ? persons : 0;
        }
        var setting = unit.setting();
        var computed = rated == 0 ? null : Fraction.of(below == 0 ? rule.full() : rule.otherwise());
        var value = setting == null ? computed : Fraction.of(setting.value());
        step.with("computed", computed)
                .with("reason", setting == null ? null : setting.reason())
                .gives(value == null ? Steps.ABSENT : value);
        return value;
    }

    /**
     * Points of the group from sums and factors.
     *
     * @param missing is added to, if something is not there
     * @return empty if something is not there
     */
    Optional<Fraction> points(
            MonthParts.Tally tally, MonthParts.@Nullable Factors factors, boolean leader, List<String> missing) {
        if (tally.assigned().isZero()) {
            missing.add("PRODUCTS");
        }
        if (leader && (factors == null || factors.unit() == null)) {
            missing.add(factors == null ? "FACTORS" : "UNIT_FACTOR");
        }
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        var shares = new ArrayList<Fraction>();
        shares.add(share(Step.Code.QUANTITY, tally.completed(), tally.assigned()));
        shares.add(share(Step.Code.QUALITY, tally.quality(), tally.assigned()));
        shares.add(share(Step.Code.PROGRESS, tally.progress(), tally.assigned()));
        if (leader && factors != null && factors.unit() != null) {
            shares.addAll(List.of(factors.unit(), factors.organisation(), factors.unity()));
        }
        var group = rules.group(parameters.group()).orElseThrow();
        var sum = Fraction.sum(shares);
        var points = sum.dividedBy(Fraction.of(shares.size())).times(Fraction.of(group.maximum()));
        steps.take(Step.Code.TASK_POINTS, "/rules/formula/id", rules.formula().source())
                .with("sum", sum)
                .with("parts", shares.size())
                .with("maximum", group.maximum())
                .gives(points);
        return Optional.of(points);
    }

    /** Clamped to 0..1: more than was assigned gives no more than all. */
    private Fraction share(Step.Code code, Fraction done, Fraction assigned) {
        var share = done.dividedBy(assigned).within(Fraction.ZERO, Fraction.ONE);
        steps.take(code, PATH, rules.formula().source())
                .with("done", done)
                .with("assigned", assigned)
                .gives(share);
        return share;
    }
}
