package vn.gov.hanoi.evaluation.unittask;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The name of a task in the system that it comes from: code of the system, colon, its own id there, as in {@code QLVB:2026-0017}. */
final class TaskKey {
    static final int LONGEST = 140;
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9.-]{0,38}:[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");

    private TaskKey() {}

    /** Refusal: unit-task.key-malformed. */
    static Optional<Refusal> fault(String key) {
        return FORM.matcher(key).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.TASK_KEY_MALFORMED));
    }
}
