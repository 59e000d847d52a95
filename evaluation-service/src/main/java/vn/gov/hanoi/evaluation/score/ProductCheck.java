package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Formula;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What is wrong with products and leader's factors. */
final class ProductCheck {
    private final List<Refusal> faults = new ArrayList<>();

    private ProductCheck() {}

    static List<Refusal> faults(PeriodicRules rules, ScoreInput input) {
        var check = new ProductCheck();
        var tasks = input.tasks();
        var parameters = rules.formula().products();
        if (parameters == null) {
            check.unless(tasks.products().isEmpty(), EvaluationProblem.SCORE_PRODUCTS_NOT_USED, "/products");
            check.unless(tasks.factors() == null, EvaluationProblem.SCORE_FACTORS_NOT_USED, "/factors");
            return check.faults;
        }
        check.products(tasks.products());
        var factors = tasks.factors();
        if (factors != null) {
            check.unless(input.subject().leader(), EvaluationProblem.SCORE_FACTORS_NOT_USED, "/factors");
            check.factors(parameters, factors);
        }
        return check.faults;
    }

    private void products(List<Tasks.Product> products) {
        var seen = new HashSet<String>();
        for (var product : products) {
            var place = "/products/" + InputCheck.escaped(product.code());
            unless(seen.add(product.code()), EvaluationProblem.SCORE_TWICE, place);
            notNegative(product.assigned(), place + "/assigned");
            notNegative(product.completed(), place + "/completed");
            if (product.factor().signum() <= 0) {
                faults.add(InputCheck.outOfRange(product.factor(), BigDecimal.ZERO, null)
                        .at(place + "/factor"));
            }
            var errors = new HashSet<String>();
            for (var error : product.errors()) {
                unless(!error.reference().isBlank(), EvaluationProblem.SCORE_REFERENCE_MISSING, place + "/errors");
                boolean once = errors.add(error.kind() + "\n" + error.reference());
                unless(once, EvaluationProblem.SCORE_TWICE, place + "/errors");
                boolean explained = error.objectiveCause() == null
                        || !error.objectiveCause().isBlank();
                unless(explained, EvaluationProblem.SCORE_REASON_MISSING, place + "/errors");
            }
        }
    }

    private void factors(Formula.Products parameters, Tasks.LeaderFactors factors) {
        allowed(parameters, factors.organisation(), "/factors/organisation");
        allowed(parameters, factors.unity(), "/factors/unity");
        for (int count : factors.unit().grades().values()) {
            notNegative(BigDecimal.valueOf(count), "/factors/unit/grades");
        }
        var setting = factors.unit().setting();
        if (setting != null) {
            var place = "/factors/unit/setting";
            allowed(parameters, setting.value(), place + "/value");
            unless(!setting.reason().isBlank(), EvaluationProblem.SCORE_REASON_MISSING, place + "/reason");
            unless(parameters.unitFactor().overridable(), EvaluationProblem.SCORE_FACTORS_NOT_USED, place);
        }
    }

    private void allowed(Formula.Products parameters, BigDecimal value, String place) {
        if (parameters.leaderFactors().stream().noneMatch(allowed -> allowed.compareTo(value) == 0)) {
            var allowed = parameters.leaderFactors().stream()
                    .sorted()
                    .map(BigDecimal::toPlainString)
                    .toList();
            faults.add(Refusal.of(
                            EvaluationProblem.SCORE_FACTOR_NOT_ALLOWED,
                            "value",
                            value.toPlainString(),
                            "allowed",
                            String.join("; ", allowed))
                    .at(place));
        }
    }

    private void notNegative(BigDecimal value, String place) {
        if (value.signum() < 0) {
            faults.add(InputCheck.outOfRange(value, BigDecimal.ZERO, null).at(place));
        }
    }

    private void unless(boolean holds, ProblemCode code, String place) {
        if (!holds) {
            faults.add(Refusal.of(code).at(place));
        }
    }
}
