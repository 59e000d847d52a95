package vn.gov.hanoi.evaluation.unittask;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * One line of the history of a task.
 *
 * @param version of the task that the act made
 * @param act null for the assignment itself
 * @param by subject of who acted
 * @param officerId the officer, where authority was needed; null otherwise
 * @param delegationId order by which the officer acted for another; null if there is none
 */
record TaskEntry(
        UUID taskId,
        long version,
        UnitTask.@Nullable Act act,
        Instant at,
        String by,
        @Nullable UUID officerId,
        @Nullable UUID delegationId,
        TaskNote note) {

    /** The assignment. */
    static TaskEntry assigned(UnitTask task, Instant at, Caller by) {
        return new TaskEntry(
                task.id(), task.version(), null, at, by.subject(), null, null, TaskNote.due(task.dueOn(), null, null));
    }

    static TaskEntry of(UnitTask after, TaskStep step, TaskGuard.Right right, Instant at, Caller by) {
        return new TaskEntry(
                after.id(),
                after.version(),
                step.act(),
                at,
                by.subject(),
                right.officerId(),
                right.delegationId(),
                step.note());
    }
}
