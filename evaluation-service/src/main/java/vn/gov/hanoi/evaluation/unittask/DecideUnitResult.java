package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Act;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Ruled;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.DecideRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Decides the level of a unit, and decides it again where it was wrong. The suggestion of the rules binds nobody. */
@ApplicationScoped
class DecideUnitResult {
    private final UnitResultRepository results;
    private final UnitResultQueries queries;
    private final UnitResultViews views;
    private final TaskGuard guard;
    private final Clock clock;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Event<UnitLevelDecided> decided;

    DecideUnitResult(
            UnitResultRepository results,
            UnitResultQueries queries,
            UnitResultViews views,
            TaskGuard guard,
            Clock clock,
            AuditTrail audit,
            OutboxWriter outbox,
            Event<UnitLevelDecided> decided) {
        this.results = results;
        this.queries = queries;
        this.views = views;
        this.guard = guard;
        this.clock = clock;
        this.audit = audit;
        this.outbox = outbox;
        this.decided = decided;
    }

    /**
     * What the tasks count to at this moment is fixed with the decision. A correction is a new revision that counts anew. Of two people at
     * once the second finds another version.
     *
     * <p>Refusals: resource.not-found, precondition.required, precondition.failed, authority.missing, authority.own-act,
     * unit-result.decided, unit-result.not-decided, unit-result.superseded, unit-result.period-running, those of the decision.
     */
    @Transactional
    Answer decide(Act act, UUID id, @Nullable String ifMatch, DecideRequest request, Caller caller) {
        var before = results.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, before.version());
        Refused.ifAny(views.refusals(act, before, caller));
        check(before, request);
        results.holdLevel(before.unitId(), before.period());
        var ruled = ruled(before, request, caller);
        var after = act == Act.DECIDE ? before.decided(ruled) : before.corrected(Ids.next(), ruled);
        if (act == Act.DECIDE) {
            results.decide(after, ruled);
        } else {
            results.supersede(before, after, ruled);
            outbox.write(UnitResultEvent.superseded(before, after).draft());
        }
        outbox.write(UnitResultEvent.decided(after).draft());
        decided.fire(new UnitLevelDecided(after.id(), after.unitId(), after.period(), ruled.level()));
        audit.record(
                caller,
                new AuditTrail.Act(
                        act == Act.DECIDE ? "unit-result.decide" : "unit-result.correct",
                        "unit-results",
                        after.id(),
                        after.unitId(),
                        request.reason()
                                .audited(Map.of(
                                        "level", ruled.level().name(),
                                        "digest", ruled.digest(),
                                        "decision", ruled.decision().number()))));
        return Answer.ok(views.full(after, caller), after.version());
    }

    private void check(UnitResult result, DecideRequest request) {
        var today = LocalDate.now(clock);
        var from = Periods.decidableFrom(result.period());
        if (today.isBefore(from)) {
            throw new Refused(Refusal.of(EvaluationProblem.RESULT_PERIOD_RUNNING, "from", from.toString()));
        }
        var decision = request.decision().kept();
        var faults = new Faults().addAll(decision.faults("/decision"));
        if (decision.signedOn().isAfter(today)) {
            faults.addAll(List.of(Refusal.of(
                            EvaluationProblem.DATE_OUT_OF_RANGE,
                            "from",
                            Validity.EARLIEST.toString(),
                            "to",
                            today.toString())
                    .at("/decision/signedOn")));
        }
        Refused.ifAny(faults.all());
    }

    private Ruled ruled(UnitResult result, DecideRequest request, Caller caller) {
        var basis = queries.basis(result.unitId(), result.period());
        return new Ruled(
                request.data().level(),
                queries.suggestion(basis.counts()).orElse(null),
                UnitResultViews.written(basis),
                caller.subject(),
                guard.superior(caller, result.unitId()),
                clock.instant(),
                request.reason().code(),
                request.decision().kept());
    }
}
