package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.AssignRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Assigns a task to a unit. */
@ApplicationScoped
class AssignTask {
    private final UnitTaskRepository tasks;
    private final UnitTaskQueries queries;
    private final TaskGuard guard;
    private final TaskUnitQueries units;
    private final DirectoryClockRepository moments;
    private final Clock clock;
    private final AuditTrail audit;

    AssignTask(
            UnitTaskRepository tasks,
            UnitTaskQueries queries,
            TaskGuard guard,
            TaskUnitQueries units,
            DirectoryClockRepository moments,
            Clock clock,
            AuditTrail audit) {
        this.tasks = tasks;
        this.queries = queries;
        this.guard = guard;
        this.units = units;
        this.moments = moments;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Refusals: scope.outside, unit-task.own-unit, those of {@link TaskContent#faults}, unit-task.key-malformed, unit-task.unit-not-in-force,
     * unit-task.key-exists.
     */
    @Transactional
    Answer assign(AssignRequest request, Caller caller) {
        Refused.ifAny(guard.ofAssigner(caller, request.unitId()).stream()
                .map(refusal -> refusal.at("/unitId"))
                .toList());
        var content = request.content();
        var key = request.externalKey();
        var faults = new Faults().addAll(content.faults(request.dueOn(), ""));
        if (key != null) {
            faults.add("/externalKey", TaskKey.fault(key));
        }
        Refused.ifAny(faults.all());
        if (units.place(request.unitId(), moments.moment(content.assignedOn(), null))
                .isEmpty()) {
            throw new Refused(Refusal.of(
                            EvaluationProblem.TASK_UNIT_NOT_IN_FORCE,
                            "day",
                            content.assignedOn().toString())
                    .at("/unitId"));
        }
        var task = UnitTask.assigned(Ids.next(), request.unitId(), key, content, request.dueOn());
        tasks.insertAll(List.of(task));
        tasks.add(List.of(TaskEntry.assigned(task, clock.instant(), caller)));
        audit.record(
                caller,
                new AuditTrail.Act(
                        "unit-task.assign",
                        "unit-tasks",
                        task.id(),
                        task.unitId(),
                        Map.of("document", content.document())));
        return Answer.created(UnitTaskViews.PATH + task.id(), queries.view(task, caller), task.version());
    }
}
