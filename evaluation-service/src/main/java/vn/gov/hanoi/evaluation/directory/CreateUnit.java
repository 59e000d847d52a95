package vn.gov.hanoi.evaluation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.directory.UnitApi.CreateUnitRequest;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitReference;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitView;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records one unit. */
@ApplicationScoped
class CreateUnit {
    private final UnitRepository units;
    private final DirectoryGuard guard;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    CreateUnit(UnitRepository units, DirectoryGuard guard, AuditTrail audit, OutboxWriter outbox, Clock clock) {
        this.units = units;
        this.guard = guard;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records a unit below one of the caller's, or the City while the directory is empty.
     *
     * <p>Refusals: those of the fields, unit.parent-mismatch, unit.parent-unknown, unit.parent-not-in-force,
     * unit.code-exists, unit.root-exists, unit.root-not-yours, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer create(CreateUnitRequest request, Caller caller) {
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
                        DirectoryGuard.parentInForce(parent == null ? null : parent.validity(), draft.validity()));
        Refused.ifAny(faults.all());
        var unit = Unit.open(Ids.next(), draft, request.parentId(), new Stamp(clock.instant(), caller.subject()));
        units.persistAndFlush(unit);
        audit.record(
                caller, new AuditTrail.Act("unit.create", "units", unit.id(), unit.id(), Map.of("code", unit.code())));
        outbox.write(unit.recorded().draft());
        var view = UnitView.from(unit, reference(parent));
        return Answer.created("/evaluation/v1/units/" + unit.id(), view, unit.version());
    }

    private Unit parent(UUID id, Caller caller) {
        var found = units.findByIdOptional(id)
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.UNIT_PARENT_UNKNOWN).at("/parentId")));
        guard.requireInScope(caller, found.id(), "/parentId");
        return found;
    }

    private static @Nullable UnitReference reference(@Nullable Unit parent) {
        return parent == null ? null : new UnitReference(parent.id(), parent.code(), parent.name());
    }
}
