package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Actor;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps what a step changed together with its entry in the history, its event and its line in the audit; none can be forgotten. */
@ApplicationScoped
class SheetJournal {
    private final SheetRepository sheets;
    private final SheetEntryRepository entries;
    private final SheetFlagRepository flags;
    private final SheetDesk desk;
    private final SheetViews views;
    private final OutboxWriter outbox;
    private final AuditTrail audit;
    private final Clock clock;

    SheetJournal(
            SheetRepository sheets,
            SheetEntryRepository entries,
            SheetFlagRepository flags,
            SheetDesk desk,
            SheetViews views,
            OutboxWriter outbox,
            AuditTrail audit,
            Clock clock) {
        this.sheets = sheets;
        this.entries = entries;
        this.flags = flags;
        this.desk = desk;
        this.views = views;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A step as it was done.
     *
     * @param content what it left; null if it gives no marks
     */
    record Step(Act act, Kind kind, @Nullable Content content, Details details) {}

    /** Keeps the sheet after the step, and answers with it. */
    Answer keep(SheetCase before, EvaluationSheet after, Step step, Caller caller) {
        sheets.save(after);
        record(before, after, step, caller);
        return answer(after.id(), caller);
    }

    /** The entry, the event and the audit of a step whose sheet is kept already. */
    void record(SheetCase before, EvaluationSheet after, Step step, Caller caller) {
        var guard = before.guard();
        boolean alone = step.act() == Act.REVIEW_MANAGER && guard.alone();
        var delegation = guard.delegation(step.act());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (before.sheet().result() != null) {
            flags.settle(before.sheet().id(), now, SheetFlag.Kind.values());
        }
        entries.append(
                after.id(),
                new SheetEntry(
                        0,
                        step.kind(),
                        before.sheet().state(),
                        after.state(),
                        new Actor(caller.subject(), before.relation().officerId(), delegation, alone),
                        step.content(),
                        step.details(),
                        now));
        outbox.write(SheetEvent.moved(before.sheet(), after, step.kind()));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("from", before.sheet().state().name());
        facts.put("to", after.state().name());
        if (alone) {
            facts.put("alone", true);
        }
        if (delegation != null) {
            facts.put("delegationId", delegation);
        }
        var reason = step.details().reason();
        Map<String, Object> details = reason == null ? facts : reason.audited(facts);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "evaluation." + step.kind().name().toLowerCase(Locale.ROOT),
                        "evaluations",
                        after.id(),
                        after.person().unitId(),
                        details));
    }

    Answer answer(UUID id, Caller caller) {
        var seen = desk.again(id, caller);
        return Answer.ok(views.full(seen, caller), seen.sheet().rowVersion());
    }
}
