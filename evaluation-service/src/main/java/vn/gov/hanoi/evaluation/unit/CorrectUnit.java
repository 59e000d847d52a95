package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.unit.UnitApi.AddCodeRequest;
import vn.gov.hanoi.evaluation.unit.UnitApi.CorrectUnitRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Corrects what was recorded of a unit, and records its further codes. What was known before stays readable. */
@ApplicationScoped
class CorrectUnit {
    private final UnitRepository units;
    private final UnitQueries queries;
    private final DirectoryGuard guard;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;
    private final UnitEventQueries events;

    CorrectUnit(
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
     * Records what the unit really was in a time.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, unit.parent-mismatch,
     * unit.parent-unknown, unit.parent-not-in-force, unit.cycle, unit.correction-empty, scope.outside.
     */
    @Transactional
    Answer correct(UUID id, @Nullable String ifMatch, CorrectUnitRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = required(id, ifMatch, caller);
        var data = request.data();
        var when = data.validity();
        var faults = new Faults()
                .date("/data/from", when.from())
                .date("/data/to", when.to())
                .add("/data/to", when.fault());
        Refused.ifAny(faults.all());
        var after = data.inForce() ? before.put(when, state(before, data, caller)) : before.clear(when);
        if (after.states().spans().isEmpty()) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.UNIT_CORRECTION_EMPTY).at("/data/inForce"));
        }
        if (after.states().equals(before.states())) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.UNIT_CORRECTION_EMPTY).at("/data"));
        }
        return record(
                new UnitRepository.Change(before, after),
                stamp,
                new AuditTrail.Act(
                        "unit.correct",
                        "units",
                        id,
                        id,
                        request.reason().audited(Map.of("from", when.from().toString(), "inForce", data.inForce()))),
                caller);
    }

    private UnitState state(Unit before, UnitApi.UnitCorrection data, Caller caller) {
        var was = before.states().nearest(data.from()).orElseThrow();
        var state = new UnitState(
                data.name() == null ? was.name() : UnitDraft.name(data.name()),
                data.type() == null ? was.type() : data.type(),
                data.parentId() == null ? was.parentId() : data.parentId());
        var faults = new Faults()
                .add("/data/name", TextRule.UNIT_NAME.fault(state.name()))
                .add("/data/type", UnitDraft.parentFault(state.type(), state.parentId() != null));
        Refused.ifAny(faults.all());
        if (data.parentId() != null) {
            var parent = units.find(data.parentId())
                    .orElseThrow(() -> new Refused(
                            Refusal.of(EvaluationProblem.UNIT_PARENT_UNKNOWN).at("/data/parentId")));
            guard.requireInScope(caller, parent.id(), "/data/parentId");
        }
        return state;
    }

    /**
     * Records a code of the unit; from its first day it stands in the place of the unit's other code of the scheme.
     *
     * <p>Refusals: unit.code-malformed, unit.code-exists, validity.empty, date.out-of-range, unit.not-in-force,
     * resource.not-found.
     */
    @Transactional
    Answer addCode(UUID id, AddCodeRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = visible(id, caller);
        var when = request.validity();
        var faults = new Faults()
                .add("/code", request.scheme().fault(request.code()))
                .date("/validFrom", when.from())
                .date("/validTo", when.to())
                .add("/validTo", when.fault());
        Refused.ifAny(faults.all());
        var within = when.to() == null ? when.until(before.states().end()) : when;
        if (within.fault().isPresent() || before.states().firstGap(within).isPresent()) {
            throw new Refused(Refusal.of(
                            EvaluationProblem.UNIT_NOT_IN_FORCE,
                            "validFrom",
                            when.from().toString())
                    .at("/validFrom"));
        }
        var after = before.put(within, request.scheme(), request.code());
        return record(
                new UnitRepository.Change(before, after),
                stamp,
                new AuditTrail.Act(
                        "unit.add-code", "units", id, id, Map.of("scheme", request.scheme(), "code", request.code())),
                caller);
    }

    private Answer record(UnitRepository.Change change, Stamp stamp, AuditTrail.Act act, Caller caller) {
        units.update(change, stamp);
        audit.record(caller, act);
        events.tell(List.of(change.after()));
        return Answer.ok(
                queries.view(change.after(), clock.moment(null, null)),
                change.after().version());
    }

    private Unit required(UUID id, @Nullable String ifMatch, Caller caller) {
        var unit = visible(id, caller);
        Etags.require(ifMatch, unit.version());
        return unit;
    }

    private Unit visible(UUID id, Caller caller) {
        guard.requireVisible(caller, id);
        return units.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
