package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What is wrong with inputs, all of it, each with a pointer that names the mark, bonus, product or group by its code. */
final class InputCheck {
    private final PeriodicRules rules;
    private final SheetTemplate template;
    private final ScoreInput input;
    private final List<Refusal> faults = new ArrayList<>();

    private InputCheck(RuleSet ruleSet, SheetTemplate template, ScoreInput input) {
        this.rules = ruleSet.rules();
        this.template = template;
        this.input = input;
    }

    static List<Refusal> faults(RuleSet ruleSet, SheetTemplate template, ScoreInput input) {
        var check = new InputCheck(ruleSet, template, input);
        check.faults.addAll(periodFaults(ruleSet, input.period()));
        check.sheetKind();
        check.marks();
        check.groups();
        check.bonuses();
        check.deductions();
        check.advice();
        check.faults.addAll(ProductCheck.faults(ruleSet.rules(), input));
        check.faults.addAll(circumstanceFaults(ruleSet.rules(), input.circumstances()));
        return List.copyOf(check.faults);
    }

    /** Refusal: score.period-not-rated. */
    static List<Refusal> periodFaults(RuleSet ruleSet, Period period) {
        var header = ruleSet.header();
        boolean early = period.last().isBefore(header.effectiveFrom());
        boolean late = header.effectiveTo() != null && !period.last().isBefore(header.effectiveTo());
        return early || late || !header.periods().contains(period.type())
                ? List.of(periodNotRated(ruleSet, period))
                : List.of();
    }

    static Refusal periodNotRated(RuleSet ruleSet, Period period) {
        return Refusal.of(
                        EvaluationProblem.SCORE_PERIOD_NOT_RATED,
                        "ruleSet",
                        ruleSet.id(),
                        "period",
                        period.type().name(),
                        "last",
                        period.last().toString())
                .at("/period");
    }

    private void sheetKind() {
        var expected = input.subject().sheetKind();
        if (template.kind() != expected) {
            faults.add(Refusal.of(
                            EvaluationProblem.SCORE_WRONG_SHEET,
                            "sheet",
                            template.kind().name(),
                            "expected",
                            expected.name())
                    .at("/subject"));
        }
    }

    /** Refusals: score.out-of-range, score.not-rated-reason-unknown. */
    static List<Refusal> circumstanceFaults(PeriodicRules rules, Circumstances circumstances) {
        var found = new ArrayList<Refusal>();
        var presence = circumstances.presence();
        if (presence.workingDays() < 1) {
            found.add(outOfRange(BigDecimal.valueOf(presence.workingDays()), BigDecimal.ONE, null)
                    .at("/circumstances/presence/workingDays"));
        }
        var most = BigDecimal.valueOf(presence.workingDays());
        if (presence.days().signum() < 0 || presence.days().compareTo(most) > 0) {
            found.add(outOfRange(presence.days(), BigDecimal.ZERO, most).at("/circumstances/presence/days"));
        }
        var reason = circumstances.notRated();
        if (reason != null && !rules.notRated().reasons().contains(reason)) {
            found.add(Refusal.of(EvaluationProblem.SCORE_NOT_RATED_REASON_UNKNOWN, "reason", reason.name())
                    .at("/circumstances/notRated"));
        }
        return found;
    }

    static Refusal outOfRange(BigDecimal value, BigDecimal least, @Nullable BigDecimal most) {
        return Refusal.of(
                EvaluationProblem.SCORE_OUT_OF_RANGE,
                "value",
                value.toPlainString(),
                "least",
                least.toPlainString(),
                "most",
                most == null ? "-" : most.toPlainString());
    }

    private void marks() {
        var seen = new HashSet<String>();
        for (var mark : input.sheet().marks()) {
            boolean first = seen.add(mark.criterion());
            var item = template.item(mark.criterion()).orElse(null);
            var points = mark.points();
            boolean good = item != null && (points == null || isWithin(points, item.maximum()));
            // Of nearly all marks nothing is to be said.
            if (!first || !good) {
                faulty(mark, first, item);
            }
        }
    }

    private void faulty(Sheet.Mark mark, boolean first, SheetTemplate.@Nullable Item item) {
        var place = "/marks/" + escaped(mark.criterion());
        if (!first) {
            refuse(EvaluationProblem.SCORE_TWICE, place);
        }
        if (item == null) {
            refuse(EvaluationProblem.SCORE_CRITERION_UNKNOWN, place);
        } else if (mark.points() != null) {
            range(mark.points(), item.maximum(), place + "/points");
        }
    }

    private void groups() {
        var sums = new HashMap<String, BigDecimal>();
        for (var mark : input.sheet().marks()) {
            var points = mark.points();
            if (points != null) {
                template.item(mark.criterion()).ifPresent(item -> sums.merge(item.group(), points, BigDecimal::add));
            }
        }
        for (var group : rules.groups()) {
            var sum = sums.getOrDefault(group.code(), BigDecimal.ZERO);
            if (sum.compareTo(group.maximum()) > 0) {
                faults.add(SheetTemplate.groupOverMaximum(group, sum));
            }
        }
    }

    private void bonuses() {
        var bonuses = input.sheet().bonuses();
        var rule = rules.bonus();
        if (rule == null) {
            if (!bonuses.isEmpty()) {
                refuse(EvaluationProblem.SCORE_BONUS_NONE, "/bonuses");
            }
            return;
        }
        var seen = new HashSet<String>();
        for (var bonus : bonuses) {
            var place = "/bonuses/" + escaped(bonus.code());
            once(seen, bonus.code(), place);
            range(bonus.points(), rule.maximum(), place + "/points");
            boolean proven = bonus.evidence().stream().anyMatch(evidence -> !evidence.isBlank());
            if (rule.needsEvidence() && !proven) {
                refuse(EvaluationProblem.SCORE_BONUS_WITHOUT_EVIDENCE, place + "/evidence");
            }
            boolean approved = bonus.approver() != null && !bonus.approver().isBlank();
            if (rule.needsApprover() && !approved) {
                refuse(EvaluationProblem.SCORE_BONUS_WITHOUT_APPROVER, place + "/approver");
            }
        }
        var sum = bonuses.stream().map(Sheet.Bonus::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(rule.maximum()) > 0) {
            faults.add(Refusal.of(
                            EvaluationProblem.SCORE_BONUS_OVER_MAXIMUM,
                            "points",
                            sum.toPlainString(),
                            "maximum",
                            rule.maximum().toPlainString())
                    .at("/bonuses"));
        }
    }

    private void deductions() {
        var seen = new HashSet<String>();
        for (var deduction : input.sheet().deductions()) {
            var place = "/deductions/" + escaped(deduction.rule());
            var charge = deduction.charge();
            if (charge == null && template.deduction(deduction.rule()).isEmpty()) {
                refuse(EvaluationProblem.SCORE_DEDUCTION_UNKNOWN, place);
            }
            // What was waived takes nothing off anywhere.
            if (charge != null
                    && charge.waived() == null
                    && rules.group(charge.group()).isEmpty()) {
                refuse(EvaluationProblem.SCORE_GROUP_UNKNOWN, place);
            }
            if (deduction.violation().isBlank()) {
                refuse(EvaluationProblem.SCORE_DEDUCTION_WITHOUT_VIOLATION, place + "/violation");
            }
            once(seen, deduction.rule() + '\n' + deduction.violation(), place);
        }
    }

    private void advice() {
        var seen = new HashSet<String>();
        for (var advice : input.sheet().advice()) {
            var place = "/advice/" + escaped(advice.channel());
            once(seen, advice.subject() + '\n' + advice.channel(), place);
            if (GradeWork.channel(rules, advice, input.period()).isEmpty()) {
                refuse(EvaluationProblem.SCORE_CHANNEL_UNKNOWN, place);
            }
            range(advice.points(), rules.scale().maximum(), place + "/points");
        }
    }

    private void once(Set<String> seen, String code, String place) {
        if (!seen.add(code)) {
            refuse(EvaluationProblem.SCORE_TWICE, place);
        }
    }

    private void range(BigDecimal value, BigDecimal most, String place) {
        if (!isWithin(value, most)) {
            faults.add(outOfRange(value, BigDecimal.ZERO, most).at(place));
        }
    }

    private static boolean isWithin(BigDecimal value, BigDecimal most) {
        return value.signum() >= 0 && value.compareTo(most) <= 0;
    }

    private void refuse(ProblemCode code, String place) {
        faults.add(Refusal.of(code).at(place));
    }

    /** RFC 6901. */
    static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
