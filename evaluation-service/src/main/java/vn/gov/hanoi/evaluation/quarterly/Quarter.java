package vn.gov.hanoi.evaluation.quarterly;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Month;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.score.Circumstances;
import vn.gov.hanoi.evaluation.score.Circumstances.Presence;
import vn.gov.hanoi.evaluation.score.QuarterInput;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.ScoreInput;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * What the told months of one person come to. Pure.
 *
 * @param months told ones, in their order; at least one
 * @param ruleSet that of the last month; it rates all of them
 * @param score null if there is an obstacle
 * @param obstacle why nothing follows; null if something does
 */
record Quarter(
        List<Month> months,
        RuleSet ruleSet,
        @Nullable Score score,
        @Nullable Obstacle obstacle) {

    /** Why nothing follows from told months. */
    enum Obstacle {
        /** The rule set of the last month makes no such period. */
        NO_QUARTER_RULES,
        /** Months were rated by rule sets of which none rates the others. */
        RULES_DIFFER
    }

    /** How far the months of a quarter have come. */
    enum State {
        /** A month is not told yet: more may follow. */
        OPEN,
        PUBLISHED,
        LOCKED;

        /** @param unitTold whether the agency has told the last month of the quarter */
        static State of(Collection<Month> all, boolean unitTold) {
            if (!unitTold || !all.stream().allMatch(Month::told)) {
                return OPEN;
            }
            return all.stream().allMatch(Month::locked) ? LOCKED : PUBLISHED;
        }
    }

    static Quarter of(Period period, List<Month> all) {
        var months = all.stream().filter(Month::told).toList();
        var ruleSet = months.getLast().ruleSet();
        var aggregation = ruleSet.rules().aggregation();
        if (aggregation == null || !aggregation.periods().contains(period.type())) {
            return new Quarter(months, ruleSet, null, Obstacle.NO_QUARTER_RULES);
        }
        if (months.stream().anyMatch(month -> !month.ruleSet().id().equals(ruleSet.id()))) {
            return new Quarter(months, ruleSet, null, Obstacle.RULES_DIFFER);
        }
        try {
            return new Quarter(months, ruleSet, Scoring.quarter(ruleSet, input(period, ruleSet, months)), null);
        } catch (Refused refused) {
            return new Quarter(months, ruleSet, null, obstacle(months, ruleSet, refused));
        }
    }

    /** @throws IllegalStateException if the rules refuse what they rated themselves: stored months are no more right than others */
    private static Obstacle obstacle(List<Month> months, RuleSet ruleSet, Refused refused) {
        if (refused.refusals().stream().anyMatch(each -> each.code() == EvaluationProblem.SCORE_PERIOD_NOT_RATED)) {
            return Obstacle.NO_QUARTER_RULES;
        }
        if (months.stream().allMatch(month -> month.ruleSet().version() == ruleSet.version())) {
            throw new IllegalStateException("told months are refused", refused);
        }
        return Obstacle.RULES_DIFFER;
    }

    private static QuarterInput input(Period period, RuleSet ruleSet, List<Month> months) {
        var inputs = months.stream().map(Quarter::input).toList();
        return new QuarterInput(
                period,
                inputs.getLast().subject(),
                months.stream()
                        .map(month -> new QuarterInput.Month(template(month, ruleSet), input(month)))
                        .toList(),
                circumstances(inputs));
    }

    /** The sheet of the month as the rules of the last one have it; marks of criteria that these do not know are refused. */
    private static SheetTemplate template(Month month, RuleSet ruleSet) {
        return month.ruleSet().version() == ruleSet.version()
                ? month.template()
                : month.template().under(ruleSet, month.ruleSet());
    }

    private static ScoreInput input(Month month) {
        return Objects.requireNonNull(month.decided()).input();
    }

    /**
     * Of the quarter: presence is added up over the months really worked, every decision of discipline is kept, and the head stands beside
     * the lowest level that the unit had in them, as of d, đ and e the least counts (assumed; legal_check). Without a month worked the last
     * one says why.
     */
    private static Circumstances circumstances(List<ScoreInput> inputs) {
        var worked = inputs.stream()
                .map(ScoreInput::circumstances)
                .filter(each -> each.notRated() == null)
                .toList();
        var counted = worked.isEmpty()
                ? inputs.stream().map(ScoreInput::circumstances).toList()
                : worked;
        return new Circumstances(
                worked.isEmpty() ? counted.getLast().notRated() : null,
                new Presence(
                        counted.stream().map(each -> each.presence().days()).reduce(BigDecimal.ZERO, BigDecimal::add),
                        counted.stream()
                                .mapToInt(each -> each.presence().workingDays())
                                .sum()),
                worked.stream()
                        .map(Circumstances::unitGrade)
                        .filter(Objects::nonNull)
                        .reduce(Grade::atMost)
                        .orElse(null),
                inputs.stream()
                        .flatMap(each -> each.circumstances().disciplines().stream())
                        .distinct()
                        .toList());
    }
}
