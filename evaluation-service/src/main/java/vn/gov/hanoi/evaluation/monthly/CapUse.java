package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * How a rule set's cap is used in a closing.
 *
 * @param share in force, raised or not
 * @param rated people who count; of a small unit those of all units that it counts with
 * @param used those of them with the top grade
 * @param ranking those who reach it by points, the highest first: it lists and never chooses
 * @param exception the one place that the share does not give, against a written reason; null without one
 * @param pooled with whom the people of the closing are counted; null if by themselves
 */
record CapUse(
        String ruleSet,
        Grade grade,
        BigDecimal share,
        int rated,
        int allowed,
        int used,
        List<Map<String, Object>> ranking,
        @Nullable ByReason exception,
        @Nullable Pooled pooled) {
    /** @param id of the unit above or of the group */
    record Pooled(ExcellenceCap.Pool kind, UUID id) {}

    /** @param reasoned whether a reason is kept for everybody who has the place */
    record ByReason(boolean reasoned) {}

    /** Refusals: evaluation.cap-exceeded, evaluation.cap-reason-missing. */
    Refusal refusal() {
        if (!exceeded()) {
            return Refusal.of(
                            EvaluationProblem.EVALUATION_CAP_REASON_MISSING,
                            "ruleSet",
                            ruleSet,
                            "grade",
                            grade.name(),
                            "rated",
                            rated)
                    .at("/data/smallUnitReason");
        }
        return Refusal.of(
                EvaluationProblem.EVALUATION_CAP_EXCEEDED,
                "ruleSet",
                ruleSet,
                "grade",
                grade.name(),
                "rated",
                rated,
                "allowed",
                allowed,
                "used",
                used,
                "countedWith",
                pooled == null ? "-" : pooled.kind().name(),
                "ranking",
                ranking);
    }

    boolean exceeded() {
        return used > allowed;
    }

    boolean refused() {
        return exceeded()
                || usesException() && !Objects.requireNonNull(exception).reasoned();
    }

    boolean usesException() {
        return exception != null && used > 0;
    }

    /** The same once results are told, when no reason can be given any more: without one there is no such place. */
    CapUse told() {
        return exception == null || exception.reasoned()
                ? this
                : new CapUse(ruleSet, grade, share, rated, 0, used, ranking, null, pooled);
    }
}
