package vn.gov.hanoi.training.enrolment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;

/**
 * How a class ended for a learner. The state stands apart from the score: who was absent has none, which is not zero.
 *
 * @param score 0 to the maximum, scale 4; null if there is none
 * @param maximum best score, scale 4; null without a score
 */
public record Outcome(
        Result result, @Nullable BigDecimal score, @Nullable BigDecimal maximum) {
    private static final int SCALE = 4;

    /** What became of it. */
    public enum Result {
        PASSED,
        FAILED,
        ABSENT,
        EXEMPT
    }

    /** State of the score, as every mark of the suite has one. */
    public enum ScoreState {
        SCORED,
        NOT_SCORED,
        ABSENT,
        EXEMPT
    }

    public Outcome {
        score = score == null ? null : score.setScale(SCALE);
        maximum = score == null || maximum == null ? null : maximum.setScale(SCALE);
    }

    public ScoreState scoreState() {
        return switch (result) {
            case ABSENT -> ScoreState.ABSENT;
            case EXEMPT -> ScoreState.EXEMPT;
            case PASSED, FAILED -> score == null ? ScoreState.NOT_SCORED : ScoreState.SCORED;
        };
    }

    /**
     * What cannot be. Refusals: training.score-not-taken, training.score-above-maximum, training.outcome-contradicts-score.
     *
     * @param most best score of the class; null if nothing is scored
     * @param passMark least score of who passed; null if the score does not decide
     */
    List<Refusal> refusals(@Nullable BigDecimal most, @Nullable BigDecimal passMark) {
        if (score == null) {
            return List.of();
        }
        if (result == Result.ABSENT || result == Result.EXEMPT || most == null) {
            return List.of(Refusal.of(TrainingProblem.SCORE_NOT_TAKEN, "outcome", result.name())
                    .at("/score"));
        }
        var found = new ArrayList<Refusal>();
        if (score.compareTo(most) > 0) {
            found.add(Refusal.of(TrainingProblem.SCORE_ABOVE_MAXIMUM, "score", score, "maximum", most)
                    .at("/score"));
        }
        if (passMark != null && score.compareTo(passMark) >= 0 != (result == Result.PASSED)) {
            found.add(Refusal.of(
                            TrainingProblem.OUTCOME_CONTRADICTS_SCORE,
                            "outcome",
                            result.name(),
                            "score",
                            score,
                            "passMark",
                            passMark)
                    .at("/outcome"));
        }
        return found;
    }
}
