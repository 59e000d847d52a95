package vn.gov.hanoi.evaluation.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.problem.Refused;

/** A quarter from its months. */
final class QuarterWork {
    private final RuleSet ruleSet;
    private final PeriodicRules rules;
    private final QuarterInput input;
    private final Steps steps;
    private final List<String> missing = new ArrayList<>();

    QuarterWork(RuleSet ruleSet, QuarterInput input) {
        this.ruleSet = ruleSet;
        this.rules = ruleSet.rules();
        this.input = input;
        this.steps = new Steps(ruleSet);
    }

    Score score() {
        Refused.ifAny(QuarterCheck.faults(ruleSet, input));
        Scoring.formula(ruleSet, steps, input.period(), input.subject());
        var worked =
                input.months().stream().filter(month -> reason(month) == null).toList();
        var reason = reason(worked);
        if (reason != null) {
            Scoring.notRated(rules, steps, reason, input);
            return Score.notRated(reason, steps.explain(input));
        }
        var points = aggregation().method() == PeriodicRules.Aggregation.Method.CUMULATIVE
                ? cumulative(worked)
                : means(worked);
        if (!missing.isEmpty()) {
            Scoring.insufficient(rules, steps, missing, List.of(), input.circumstances());
            return Score.insufficient(missing, steps.explain(input));
        }
        var total = Scoring.total(rules, steps, points);
        var value = new GradeWork(rules, input.period(), input.subject(), input.circumstances(), steps)
                .value(total, List.of());
        return Score.rated(value, steps.explain(input));
    }

    private PeriodicRules.Aggregation aggregation() {
        return Objects.requireNonNull(rules.aggregation());
    }

    private @Nullable NotRatedReason reason(QuarterInput.Month month) {
        return Scoring.notRated(rules, month.input().circumstances());
    }

    /** Without a month really worked there is no result; the last month says why. */
    private @Nullable NotRatedReason reason(List<QuarterInput.Month> worked) {
        var whole = Scoring.notRated(rules, input.circumstances());
        if (whole != null || !worked.isEmpty()) {
            return whole;
        }
        return input.months().isEmpty()
                ? NotRatedReason.ABSENT_ALL_PERIOD
                : reason(input.months().getLast());
    }

    /** Groups: mean of the months. Products: sums by sums. Leader's factors: the least. */
    private Map<String, Fraction> cumulative(List<QuarterInput.Month> worked) {
        var sums = new LinkedHashMap<String, Fraction>();
        var tally = MonthParts.Tally.NOTHING;
        MonthParts.Factors least = null;
        for (var month : input.months()) {
            if (!worked.contains(month)) {
                step(month).gives(Objects.requireNonNull(reason(month)));
                continue;
            }
            // The steps of the month stand in its own explanation; here is what it brings.
            var parts = new MonthWork(rules, month.template(), month.input(), new Steps(ruleSet)).parts();
            tell(month, parts);
            parts.groups().forEach((code, points) -> sums.merge(code, points, Fraction::plus));
            tally = parts.tally() == null ? tally : tally.plus(parts.tally());
            least = least(least, parts.factors());
        }
        var points = new LinkedHashMap<String, Fraction>();
        sums.forEach((code, sum) -> points.put(code, mean(code, sum, worked.size())));
        var all = new MonthParts(points, tally, least, List.of());
        Scoring.taskPoints(rules, steps, input.subject(), all, missing, points);
        return points;
    }

    private static MonthParts.@Nullable Factors least(
            MonthParts.@Nullable Factors one, MonthParts.@Nullable Factors other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.least(other);
    }

    private void tell(QuarterInput.Month month, MonthParts parts) {
        var name = name(month);
        parts.missing().forEach(code -> missing.add(name + " " + code));
        if (month.input().subject().leader() && rules.formula().products() != null && parts.factors() == null) {
            missing.add(name + " FACTORS");
        }
        var step = step(month);
        parts.groups().forEach(step::with);
        var tally = parts.tally();
        if (tally != null) {
            step.with("assigned", tally.assigned())
                    .with("completed", tally.completed())
                    .with("quality", tally.quality())
                    .with("progress", tally.progress());
        }
        var factors = parts.factors();
        if (factors != null) {
            step.with("unitFactor", factors.unit())
                    .with("organisationFactor", factors.organisation())
                    .with("unityFactor", factors.unity());
        }
        step.gives(parts.missing().isEmpty() ? Score.Outcome.RATED : Score.Outcome.INSUFFICIENT_DATA);
    }

    private Map<String, Fraction> means(List<QuarterInput.Month> worked) {
        var sum = Fraction.ZERO;
        for (var month : input.months()) {
            var score = Scoring.score(ruleSet, month.template(), month.input());
            score.missing().forEach(code -> missing.add(name(month) + " " + code));
            sum = score.value() == null ? sum : sum.plus(score.value().exact());
            step(month)
                    .gives(
                            score.value() == null
                                    ? score.outcome()
                                    : score.value().exact());
        }
        return Map.of("MONTHS", mean("MONTHS", sum, worked.size()));
    }

    private Fraction mean(String code, Fraction sum, int months) {
        var mean = sum.dividedBy(Fraction.of(months));
        steps.take(Step.Code.MEAN, "/rules/aggregation/method", aggregation().source())
                .with("group", code)
                .with("sum", sum)
                .with("months", months)
                .gives(mean);
        return mean;
    }

    private Steps.Draft step(QuarterInput.Month month) {
        return steps.take(Step.Code.MONTH, "/rules/aggregation", aggregation().source())
                .with("month", name(month))
                .with("inputs", CanonicalJson.digest(month));
    }

    private static String name(QuarterInput.Month month) {
        return YearMonth.from(month.input().period().from()).toString();
    }
}
