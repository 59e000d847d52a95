package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The one implementation of points and grades, for a single sheet, an import and a recomputation alike. */
public final class Scoring {
    private Scoring() {}

    /**
     * What is wrong with the inputs, each with a pointer that names the place by code, for example {@code /marks/II.1/points} or {@code
     * /groups/TASKS}; empty if nothing. A mark that is not given is no fault: it makes the result INSUFFICIENT_DATA.
     */
    public static List<Refusal> faults(RuleSet ruleSet, SheetTemplate template, ScoreInput input) {
        return InputCheck.faults(ruleSet, template, input);
    }

    /**
     * Rates one period. Points 0-100 exact; grade from the exact value, then under the ceilings. Source: the rule set of the period.
     * Refusals: those of {@link #faults}.
     */
    public static Score score(RuleSet ruleSet, SheetTemplate template, ScoreInput input) {
        Refused.ifAny(faults(ruleSet, template, input));
        var rules = ruleSet.rules();
        var steps = new Steps(ruleSet);
        formula(ruleSet, steps, input.period(), input.subject());
        unitTemplate(rules, steps, template);
        var reason = notRated(rules, input.circumstances());
        if (reason != null) {
            notRated(rules, steps, reason, input);
            return Score.notRated(reason, steps.explain(input));
        }
        var parts = new MonthWork(rules, template, input, steps).parts();
        var missing = new ArrayList<>(parts.missing());
        var points = new LinkedHashMap<>(parts.groups());
        taskPoints(rules, steps, input.subject(), parts, missing, points);
        if (!missing.isEmpty()) {
            insufficient(rules, steps, missing, input.sheet().advice(), input.circumstances());
            return Score.insufficient(missing, steps.explain(input));
        }
        var total = total(rules, steps, points);
        var value = new GradeWork(rules, input.period(), input.subject(), input.circumstances(), steps)
                .value(total, input.sheet().advice());
        return Score.rated(value, steps.explain(input));
    }

    /**
     * Rates a quarter from its months: Decree 335/2025 of 21/12/2025, art. 17 cl. 3 and App. I (rule set VN-CC-2026; legal_check). Months
     * that are not rated are left out; without any other there is no result. Refusals: those of {@link #faults} for each month with
     * pointers below {@code /months/}, score.period-not-rated, score.wrong-month.
     */
    public static Score quarter(RuleSet ruleSet, QuarterInput input) {
        return new QuarterWork(ruleSet, input).score();
    }

    static void formula(RuleSet ruleSet, Steps steps, Period period, Subject subject) {
        var formula = ruleSet.rules().formula();
        steps.take(Step.Code.FORMULA, "/rules/formula/id", formula.source())
                .with("period", period.type())
                .with("from", period.from())
                .with("last", period.last())
                .with("category", subject.category())
                .with("position", subject.position())
                .with("sheet", subject.sheetKind())
                .gives(formula.id());
    }

    /** Names the template of the unit, down to its content; the sheet of the rule set is named by the formula. */
    private static void unitTemplate(PeriodicRules rules, Steps steps, SheetTemplate template) {
        var origin = template.origin();
        if (origin != null) {
            steps.take(
                            Step.Code.UNIT_TEMPLATE,
                            "/rules/groups",
                            rules.groups().getFirst().source())
                    .with("template", origin.id())
                    .with("unit", origin.unitId())
                    .with("version", origin.version())
                    .gives(origin.digest());
        }
    }

    /** Why there is no rating; null if there is one. Nobody present on any day is absent, not zero. */
    static @Nullable NotRatedReason notRated(PeriodicRules rules, Circumstances circumstances) {
        if (circumstances.notRated() != null) {
            return circumstances.notRated();
        }
        boolean away = circumstances.presence().days().compareTo(BigDecimal.ZERO) == 0;
        boolean known = rules.notRated().reasons().contains(NotRatedReason.ABSENT_ALL_PERIOD);
        return away && known ? NotRatedReason.ABSENT_ALL_PERIOD : null;
    }

    static void notRated(PeriodicRules rules, Steps steps, NotRatedReason reason, Record input) {
        // The digest of what is not looked at: an altered input differs here.
        steps.take(Step.Code.NOT_RATED, "/rules/notRated", rules.notRated().source())
                .with("inputs", CanonicalJson.digest(input))
                .gives(reason);
    }

    static void insufficient(
            PeriodicRules rules,
            Steps steps,
            List<String> missing,
            List<Sheet.Advice> advice,
            Circumstances circumstances) {
        steps.take(
                        Step.Code.INSUFFICIENT_DATA,
                        "/rules/formula",
                        rules.formula().source())
                .with("missing", String.join("; ", missing))
                .with("circumstances", CanonicalJson.digest(List.of(advice, circumstances)))
                .gives(Score.Outcome.INSUFFICIENT_DATA);
    }

    /** Adds the points that the formula gives for products, if it counts any. */
    static void taskPoints(
            PeriodicRules rules,
            Steps steps,
            Subject subject,
            MonthParts parts,
            List<String> missing,
            Map<String, Fraction> points) {
        var products = rules.formula().products();
        if (products != null && parts.tally() != null) {
            new ProductWork(rules, products, steps)
                    .points(parts.tally(), parts.factors(), subject.leader(), missing)
                    .ifPresent(task -> points.put(products.group(), task));
        }
    }

    static Fraction total(PeriodicRules rules, Steps steps, Map<String, Fraction> points) {
        var total = Fraction.sum(points.values());
        var step = steps.take(Step.Code.TOTAL, "/rules/groups", rules.formula().source());
        points.forEach(step::with);
        step.gives(total);
        return total;
    }
}
