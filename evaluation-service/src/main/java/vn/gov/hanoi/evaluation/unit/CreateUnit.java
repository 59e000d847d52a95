package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.unit.UnitApi.CreateUnitRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records one unit. */
@ApplicationScoped
class CreateUnit {
    private final UnitRepository units;
    private final UnitQueries queries;
    private final DirectoryGuard guard;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;
    private final UnitEventQueries events;

    CreateUnit(
            UnitRepository units,
            UnitQueries queries,
            DirectoryGuard guard,
            DirectoryClockRepository clock,
            AuditTrail audit,
            UnitEventQueries events) {
        this.units = units;
        this.queries = queries;
        this.guard = guard;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Records a unit below one of the caller's, or the City while the directory is empty.
     *
     * <p>Refusals: those of the fields, unit.parent-mismatch, unit.parent-unknown, unit.parent-not-in-force,
     * unit.code-exists, unit.root-exists, unit.root-not-yours, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer create(CreateUnitRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var draft = request.draft();
        var parent = request.parentId() == null ? null : parent(request.parentId(), caller);
        if (draft.type() == UnitType.CITY && parent == null) {
            Refused.ifAny(guard.rootFaults(draft.code(), caller));
        }
        var faults = new Faults()
                .addAll(draft.faults())
                .add("/parentId", draft.parentFault(parent != null))
                .add(
                        "/parentId",
                        DirectoryGuard.parentInForce(parent == null ? null : parent.states(), draft.validity()));
        Refused.ifAny(faults.all());
        var unit = Unit.open(Ids.next(), draft, new UnitState(draft.name(), draft.type(), request.parentId()));
        units.insertAll(List.of(unit), stamp, null);
        audit.record(
                caller, new AuditTrail.Act("unit.create", "units", unit.id(), unit.id(), Map.of("code", draft.code())));
        events.tell(List.of(unit));
        var view = queries.view(unit, clock.moment(null, null));
        return Answer.created("/evaluation/v1/units/" + unit.id(), view, unit.version());
    }

    private @Nullable Unit parent(UUID id, Caller caller) {
        var found = units.find(id)
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.UNIT_PARENT_UNKNOWN).at("/parentId")));
        guard.requireInScope(caller, found.id(), "/parentId");
        return found;
    }
}
