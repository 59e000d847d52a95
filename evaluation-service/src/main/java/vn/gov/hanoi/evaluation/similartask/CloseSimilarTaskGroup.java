package vn.gov.hanoi.evaluation.similartask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.CloseGroupRequest;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Ends a group. Months that were told with it stay as they were counted. */
@ApplicationScoped
class CloseSimilarTaskGroup {
    private final SimilarTaskGroupRepository groups;
    private final SimilarTaskGroupQueries queries;
    private final AuditTrail audit;

    CloseSimilarTaskGroup(SimilarTaskGroupRepository groups, SimilarTaskGroupQueries queries, AuditTrail audit) {
        this.groups = groups;
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found, scope.outside for the scope of a part of the City, precondition.required,
     * precondition.failed, similar-task-group.not-in-force, similar-task-group.months-told.
     */
    @Transactional
    Answer close(UUID id, @Nullable String ifMatch, CloseGroupRequest request, Caller caller) {
        var _ = queries.get(id, caller);
        var scope = queries.requireCity(caller);
        groups.holdAll();
        var before = groups.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, before.rowVersion());
        var day = request.effectiveOn();
        if (!before.validity().contains(day)) {
            throw new Refused(Refusal.of(EvaluationProblem.GROUP_NOT_IN_FORCE).at("/effectiveOn"));
        }
        if (groups.toldIn(before.unitIds(), new Validity(day, before.validity().to()))) {
            throw new Refused(Refusal.of(EvaluationProblem.GROUP_MONTHS_TOLD).at("/effectiveOn"));
        }
        groups.close(before, day);
        var after = before.closedOn(day);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "similar-task-group.close",
                        "similar-task-groups",
                        id,
                        scope.rootUnitId(),
                        request.reason().audited(Map.of("effectiveOn", day.toString()))));
        return Answer.ok(queries.view(after), after.rowVersion());
    }
}
