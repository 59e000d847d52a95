package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.gov.hanoi.evaluation.annual.AnnualFinding;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.yearly.YearExplanationApi.YearExplanation;
import vn.gov.hanoi.evaluation.yearly.YearExplanationApi.YearRules;
import vn.gov.hanoi.evaluation.yearly.YearExplanationApi.YearStep;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says how a suggestion came about: computes it again from what is stored, and shows it only if it is the stored one. */
@ApplicationScoped
class ExplainYear {
    private static final Logger LOGGER = Logger.getLogger(ExplainYear.class);

    private final YearDesk desk;

    ExplainYear(YearDesk desk) {
        this.desk = desk;
    }

    /**
     * Refusals: those of {@link YearDesk#see}; authority.missing for who sees no points; evaluation.explanation-differs (500) if
     * recomputing gives another result.
     */
    @Transactional
    YearExplanation explain(UUID id, Caller caller) {
        var seen = desk.see(id, caller);
        if (!seen.relation().seesPoints()) {
            throw new Refused(EvaluationProblem.AUTHORITY_MISSING);
        }
        var finding = recompute(seen);
        var explanation = finding.explanation();
        var stored = seen.row().suggested();
        var decided = seen.row().decided();
        return new YearExplanation(
                new YearRules(
                        explanation.ruleSet().id(),
                        explanation.ruleSet().version(),
                        explanation.ruleSet().digest()),
                explanation.digest(),
                explanation.steps().stream()
                        .map(step -> new YearStep(
                                step.code(),
                                seen.ruleSet().titleOfCondition(step.code()).orElse(null),
                                step.inputs(),
                                step.result(),
                                step.legalBasis(),
                                step.confidence().name(),
                                step.parameter()))
                        .toList(),
                stored.notRated(),
                stored.level(),
                stored.limit(),
                decided == null ? null : decided.level());
    }

    private static AnnualFinding recompute(YearGuard seen) {
        var row = seen.row();
        try {
            var finding = YearCase.find(seen.ruleSet(), row, row.facts());
            if (YearCase.kept(finding).equals(row.suggested())) {
                return finding;
            }
        } catch (IllegalArgumentException e) {
            // Stored inputs that the rules refuse are no more right than others.
            LOGGER.errorf(e, "stored inputs are refused: classificationId=%s", row.id());
        }
        LOGGER.errorf("recomputing differs from the stored suggestion: classificationId=%s", row.id());
        throw new Refused(Refusal.of(EvaluationProblem.EVALUATION_EXPLANATION_DIFFERS));
    }
}
