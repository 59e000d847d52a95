package vn.gov.hanoi.evaluation.quarterly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Month;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Span;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterExplanation;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterRuleContent;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterStep;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.score.Explanation;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.ScoreTexts;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says how a quarter came about. Every month is computed again first: a quarter rests on stored results only if they are still right. */
@ApplicationScoped
class ExplainQuarter {
    private static final Logger LOGGER = Logger.getLogger(ExplainQuarter.class);

    private final ToldMonthQueries told;
    private final ScoreTexts texts = new ScoreTexts();

    ExplainQuarter(ToldMonthQueries told) {
        this.told = told;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found without a told month and for who has nothing to do with the last one,
     * authority.missing for who sees no points; score.period-not-rated, evaluation.quarter-rules-differ;
     * evaluation.explanation-differs (500) if a month recomputes to another result than the stored one.
     */
    @Transactional
    QuarterExplanation explain(UUID officerId, Span span, Caller caller) {
        told.requireScope(caller);
        var all = told.months(List.of(officerId), span).getOrDefault(officerId, List.of());
        var last = all.stream()
                .filter(Month::told)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        told.requirePoints(last.sheetId(), caller);
        var quarter = Quarter.of(span.period(), all);
        var score = quarter.score();
        if (score == null) {
            throw new Refused(refusal(quarter, span.period()));
        }
        quarter.months().forEach(ExplainQuarter::requireKept);
        return explanation(quarter, score, span.period());
    }

    private static Refusal refusal(Quarter quarter, Period period) {
        return switch (Objects.requireNonNull(quarter.obstacle())) {
            case NO_QUARTER_RULES ->
                Refusal.of(
                        EvaluationProblem.SCORE_PERIOD_NOT_RATED,
                        "ruleSet",
                        quarter.ruleSet().id(),
                        "period",
                        period.type().name(),
                        "last",
                        period.last().toString());
            case RULES_DIFFER ->
                Refusal.of(
                        EvaluationProblem.EVALUATION_QUARTER_RULES_DIFFER,
                        "ruleSets",
                        String.join(
                                ", ",
                                quarter.months().stream()
                                        .map(month -> month.ruleSet().id() + " "
                                                + month.ruleSet().version())
                                        .distinct()
                                        .toList()));
        };
    }

    private static void requireKept(Month month) {
        var input = Objects.requireNonNull(month.decided()).input();
        var digest = Scoring.score(month.ruleSet(), month.template(), input)
                .explanation()
                .digest();
        if (!digest.equals(month.digest())) {
            LOGGER.errorf("recomputing differs from the stored result: sheetId=%s", month.sheetId());
            throw new Refused(EvaluationProblem.EVALUATION_EXPLANATION_DIFFERS);
        }
    }

    private QuarterExplanation explanation(Quarter quarter, Score score, Period period) {
        var explanation = score.explanation();
        var value = score.value();
        return new QuarterExplanation(
                period.text(),
                new QuarterRuleContent(
                        explanation.ruleSet().id(),
                        explanation.ruleSet().version(),
                        explanation.ruleSet().digest()),
                quarter.months().stream()
                        .map(month -> ReadQuarters.month(month, true))
                        .toList(),
                score.outcome(),
                value == null ? null : value.points(),
                value == null ? null : value.grade(),
                explanation.inputsDigest(),
                explanation.digest(),
                steps(explanation));
    }

    private List<QuarterStep> steps(Explanation explanation) {
        return explanation.steps().stream()
                .map(step -> new QuarterStep(
                        step.code().name(),
                        step.path(),
                        step.basis(),
                        step.confidence().name(),
                        step.inputs(),
                        step.result(),
                        texts.tell(step, Locale.of("vi")),
                        texts.tell(step, Locale.ENGLISH)))
                .toList();
    }
}
