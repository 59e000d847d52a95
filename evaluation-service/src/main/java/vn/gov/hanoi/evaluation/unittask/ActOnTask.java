package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Extends, reports, resolves, cancels and corrects tasks. */
@ApplicationScoped
class ActOnTask {
    private final UnitTaskRepository tasks;
    private final UnitTaskQueries queries;
    private final TaskGuard guard;
    private final Clock clock;
    private final AuditTrail audit;

    ActOnTask(UnitTaskRepository tasks, UnitTaskQueries queries, TaskGuard guard, Clock clock, AuditTrail audit) {
        this.tasks = tasks;
        this.queries = queries;
        this.guard = guard;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Takes a task one step further; of two people at once the second finds another version.
     *
     * <p>Refusals: resource.not-found, precondition.required, precondition.failed, those of {@link TaskGuard#refusals} and
     * {@link TaskStep#faults}.
     */
    @Transactional
    Answer act(UUID id, @Nullable String ifMatch, TaskStep step, Caller caller) {
        var before = tasks.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, before.version());
        Refused.ifAny(guard.refusals(step.act(), before, caller));
        Refused.ifAny(step.faults(before, LocalDate.now(clock)));
        var right = guard.right(step.act(), before, caller);
        var after = step.after(before);
        tasks.update(after);
        tasks.add(List.of(TaskEntry.of(after, step, right, clock.instant(), caller)));
        audit.record(
                caller,
                new AuditTrail.Act("unit-task." + step.act().verb(), "unit-tasks", id, after.unitId(), step.audited()));
        return Answer.ok(queries.view(after, caller), after.version());
    }
}
