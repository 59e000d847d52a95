package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.EntriesView;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.ExplanationView;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.RulesView;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.StepView;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.score.Explanation;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.ScoreTexts;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says how a result came about: computes it again from what is stored, and shows it only if it is the stored one. */
@ApplicationScoped
class ExplainSheet {
    private static final Logger LOGGER = Logger.getLogger(ExplainSheet.class);

    private final SheetDesk desk;
    private final SheetEntryRepository entries;
    private final SheetVisibilityQueries visibility;
    private final ScoreTexts texts = new ScoreTexts();

    ExplainSheet(SheetDesk desk, SheetEntryRepository entries, SheetVisibilityQueries visibility) {
        this.desk = desk;
        this.entries = entries;
        this.visibility = visibility;
    }

    /**
     * Refusals: those of {@link SheetDesk#see}; authority.missing for who sees no points; resource.not-found before the decision;
     * evaluation.explanation-differs (500) if recomputing gives another result.
     */
    @Transactional
    ExplanationView explain(UUID id, Caller caller) {
        var seen = open(id, caller);
        var score = recompute(seen);
        var result = seen.sheet().result();
        var value = result == null ? null : result.value();
        var explanation = score.explanation();
        return new ExplanationView(
                new RulesView(
                        explanation.ruleSet().id(),
                        explanation.ruleSet().version(),
                        explanation.ruleSet().digest()),
                SheetViews.template(seen),
                score.outcome(),
                explanation.inputsDigest(),
                explanation.digest(),
                steps(explanation),
                score.value() == null ? null : score.rated().grade(),
                value == null ? null : value.grade());
    }

    /** What was done on the sheet. Refusals: those of {@link SheetDesk#see}; authority.missing for who sees no points. */
    @Transactional
    EntriesView entries(UUID id, Caller caller) {
        var seen = open(id, caller);
        return new EntriesView(entries.of(id).stream()
                .map(entry -> SheetViews.entry(seen, entry))
                .toList());
    }

    private SheetCase open(UUID id, Caller caller) {
        var seen = desk.see(id, caller);
        if (!visibility.seesPoints(caller, seen)) {
            throw new Refused(EvaluationProblem.AUTHORITY_MISSING);
        }
        return seen;
    }

    /** Refusals: resource.not-found before the decision; evaluation.explanation-differs (500) if it is another result than the stored one. */
    static Score recompute(SheetCase seen) {
        Score score;
        try {
            score = seen.recomputed().orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        } catch (Refused refused) {
            if (seen.sheet().result() == null) {
                throw refused;
            }
            // Stored inputs that the rules refuse are no more right than others.
            throw differs(seen);
        }
        if (!seen.isKept(score)) {
            throw differs(seen);
        }
        return score;
    }

    private static Refused differs(SheetCase seen) {
        LOGGER.errorf(
                "recomputing differs from the stored result: sheetId=%s",
                seen.sheet().id());
        return new Refused(Refusal.of(EvaluationProblem.EVALUATION_EXPLANATION_DIFFERS));
    }

    private List<StepView> steps(Explanation explanation) {
        return explanation.steps().stream()
                .map(step -> new StepView(
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
