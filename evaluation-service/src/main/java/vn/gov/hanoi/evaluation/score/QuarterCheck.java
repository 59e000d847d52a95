package vn.gov.hanoi.evaluation.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What is wrong with the inputs of a quarter; faults of a month point below {@code /months/2026-01}. */
final class QuarterCheck {
    private QuarterCheck() {}

    static List<Refusal> faults(RuleSet ruleSet, QuarterInput input) {
        var faults = new ArrayList<Refusal>();
        var aggregation = ruleSet.rules().aggregation();
        boolean made = aggregation != null
                && aggregation.periods().contains(input.period().type());
        if (made) {
            faults.addAll(InputCheck.periodFaults(ruleSet, input.period()));
        } else {
            faults.add(InputCheck.periodNotRated(ruleSet, input.period()));
        }
        faults.addAll(InputCheck.circumstanceFaults(ruleSet.rules(), input.circumstances()));
        var seen = new HashSet<YearMonth>();
        for (var month : input.months()) {
            var period = month.input().period();
            var name = YearMonth.from(period.from());
            boolean fits = period.type() == PeriodType.MONTH && input.period().covers(period);
            if (!seen.add(name) || !fits) {
                faults.add(Refusal.of(EvaluationProblem.SCORE_WRONG_MONTH, "month", name.toString())
                        .at("/months/" + name));
            }
            InputCheck.faults(ruleSet, month.template(), month.input())
                    .forEach(fault -> faults.add(fault.at("/months/" + name + fault.pointer())));
        }
        return List.copyOf(faults);
    }
}
