package vn.gov.hanoi.evaluation.unittask;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * A task of a unit (nhiệm vụ Thành phố giao).
 *
 * @param key name in the system that it comes from; null if it was entered here
 * @param dueOn day in Hanoi, with all extensions
 * @param completion the confirmed outcome; null until then
 * @param reported whether the unit has reported
 * @param version of the record, from 1
 */
record UnitTask(
        UUID id,
        UUID unitId,
        @Nullable String key,
        TaskContent content,
        LocalDate dueOn,
        @Nullable Completion completion,
        boolean cancelled,
        boolean reported,
        long version) {

    /** What can be done with a task. */
    enum Act {
        EXTEND("/extensions", "reason", "decision", "data"),
        SUBMIT("/actions/submit", "data"),
        RESOLVE("/actions/resolve", "data"),
        CANCEL("/actions/cancel", "reason", "decision"),
        CORRECT("/actions/correct", "reason", "decision", "data");

        private final String path;
        private final List<String> needs;

        Act(String path, String... needs) {
            this.path = path;
            this.needs = List.of(needs);
        }

        /** Where it is done, below the task. */
        String path() {
            return path;
        }

        /** What it needs besides the version. */
        List<String> needs() {
            return needs;
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static UnitTask assigned(UUID id, UUID unitId, @Nullable String key, TaskContent content, LocalDate dueOn) {
        return new UnitTask(id, unitId, key, content, dueOn, null, false, false, 1);
    }

    TaskState state() {
        if (cancelled) {
            return TaskState.CANCELLED;
        }
        if (completion == null) {
            return TaskState.ASSIGNED;
        }
        return switch (completion.outcome()) {
            case NOT_DONE -> TaskState.NOT_DONE;
            case DONE -> completion.isLate(dueOn) ? TaskState.DONE_LATE : TaskState.DONE_ON_TIME;
        };
    }

    /** What the state says against an act. Refusals: unit-task.finished, unit-task.cancelled. */
    List<Refusal> refusals(Act act) {
        if (cancelled) {
            return List.of(Refusal.of(EvaluationProblem.TASK_CANCELLED));
        }
        return completion == null || act == Act.CORRECT
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.TASK_FINISHED));
    }

    UnitTask extended(LocalDate until) {
        return next(content, until, completion, cancelled, reported);
    }

    UnitTask reportedOn() {
        return next(content, dueOn, completion, cancelled, true);
    }

    UnitTask resolved(Completion confirmed) {
        return next(content, dueOn, confirmed, cancelled, reported);
    }

    UnitTask withdrawn() {
        return next(content, dueOn, completion, true, reported);
    }

    UnitTask corrected(TaskContent right, LocalDate rightDue, @Nullable Completion confirmed) {
        return next(right, rightDue, confirmed, cancelled, reported);
    }

    private UnitTask next(
            TaskContent nextContent,
            LocalDate nextDue,
            @Nullable Completion confirmed,
            boolean isCancelled,
            boolean isReported) {
        return new UnitTask(id, unitId, key, nextContent, nextDue, confirmed, isCancelled, isReported, version + 1);
    }

    /** What was delivered, whatever became of the task since: a second delivery is known by it. */
    String delivered() {
        return CanonicalJson.digest(
                List.of(unitId, content.document(), content.title(), content.assignedOn(), content.weight(), dueOn));
    }
}
