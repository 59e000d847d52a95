package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.CapUse;
import vn.gov.hanoi.evaluation.monthly.SheetApi.CorrectRequest;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Corrects a told result by a decision: a new revision stands in its place, and nothing is overwritten. */
@ApplicationScoped
class CorrectSheet {
    private final SheetDesk desk;
    private final SheetRepository sheets;
    private final ExcellenceCheck cap;
    private final SheetJournal journal;
    private final OutboxWriter outbox;
    private final DecisionDesk decisions;
    private final Event<ResultReplaced> replaced;

    CorrectSheet(
            SheetDesk desk,
            SheetRepository sheets,
            ExcellenceCheck cap,
            SheetJournal journal,
            OutboxWriter outbox,
            DecisionDesk decisions,
            Event<ResultReplaced> replaced) {
        this.desk = desk;
        this.sheets = sheets;
        this.cap = cap;
        this.journal = journal;
        this.outbox = outbox;
        this.decisions = decisions;
        this.replaced = replaced;
    }

    /**
     * Without an objection; beside an open one it is refused, since the one who objects is answered by somebody without a hand in the result.
     *
     * <p>Refusals: those of {@link SheetDesk#hold} and {@link #revise}.
     */
    @Transactional
    Answer correct(UUID id, @Nullable String ifMatch, CorrectRequest request, Caller caller) {
        var at = desk.hold(id, ifMatch, Act.CORRECT, caller);
        return journal.answer(revise(at, request, caller).id(), caller);
    }

    /**
     * On a sheet that is held already, be it on the ground of an objection.
     *
     * <p>Refusals: those of {@link SheetDecision#of}; evaluation.cap-exceeded if the unit would have too many of the top grade.
     *
     * @return the revision in its place
     */
    @Transactional(Transactional.TxType.MANDATORY)
    EvaluationSheet revise(SheetCase at, CorrectRequest request, Caller caller) {
        var decision = decisions.decide(at, request.data(), request.reason(), request.decision(), caller);
        var now = decision.result().decided().at();
        var revision = at.sheet().corrected(Ids.next(), decision.content(), decision.result(), now);
        sheets.supersede(revision, now);
        Refused.ifAny(cap.breaches(at.closing(), at.closing().raise()));
        journal.record(
                at,
                revision,
                new SheetJournal.Step(Act.CORRECT, Kind.CORRECTION, decision.content(), decision.details()),
                caller);
        outbox.write(SheetEvent.superseded(at, revision));
        var number = revision.revision().number();
        replaced.fire(new ResultReplaced(
                at.sheet().id(), revision.id(), revision.period().from(), number));
        return revision;
    }

    /** How the cap of a sheet's rules is used now in its closing; null if they have none. */
    @Nullable
    CapUse capUse(SheetCase at) {
        return cap.use(at.closing(), at.ruleSet().id())
                .map(use -> new CapUse(use.ruleSet(), use.grade(), use.rated(), use.allowed(), use.used()))
                .orElse(null);
    }
}
