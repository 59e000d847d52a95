package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps a case together with its decision, its entry in the audit and its event, and answers with it; none can be forgotten. */
@ApplicationScoped
class DisciplineJournal {
    private final DisciplineRepository cases;
    private final DisciplineDecisionRepository decisions;
    private final DisciplineDesk desk;
    private final DisciplineViews views;
    private final OutboxWriter outbox;
    private final AuditTrail audit;

    DisciplineJournal(
            DisciplineRepository cases,
            DisciplineDecisionRepository decisions,
            DisciplineDesk desk,
            DisciplineViews views,
            OutboxWriter outbox,
            AuditTrail audit) {
        this.cases = cases;
        this.decisions = decisions;
        this.desk = desk;
        this.views = views;
        this.outbox = outbox;
        this.audit = audit;
    }

    Answer opened(DisciplineCase opened, Caller caller) {
        cases.insert(opened, opened.clock(desk.rules()).dueOn().orElse(null));
        outbox.write(ExaminationEvent.begun(opened, examinationBans(opened)));
        record("open", opened, null, null, caller);
        return Answer.created(DisciplineViews.PATH + opened.id(), views.full(desk.again(opened.id(), caller)), 1);
    }

    Answer kept(String act, DisciplineCase matter, @Nullable Reason reason, Caller caller) {
        return kept(act, matter, null, reason, caller);
    }

    /**
     * The same for what ends the consideration of a case.
     *
     * @param day first one on which it is considered no more
     * @param decision its first revision; null if it ends without a sanction
     */
    Answer considered(
            String act,
            DisciplineCase matter,
            LocalDate day,
            @Nullable DisciplineDecision decision,
            @Nullable Reason reason,
            Caller caller) {
        outbox.write(ExaminationEvent.ended(matter, examinationBans(matter), day));
        return kept(act, matter, decision, reason, caller);
    }

    private List<Ban> examinationBans(DisciplineCase matter) {
        return desk.rules().on(matter.violation().openedOn()).orElseThrow().examinationBans();
    }

    /** @param decision its new revision; null if the act gave none */
    Answer kept(
            String act,
            DisciplineCase matter,
            @Nullable DisciplineDecision decision,
            @Nullable Reason reason,
            Caller caller) {
        cases.save(matter, matter.clock(desk.rules()).dueOn().orElse(null));
        if (decision != null) {
            decisions.keep(decision);
            outbox.write(DisciplineEvent.of(decision));
        }
        record(act, matter, decision, reason, caller);
        var after = desk.again(matter.id(), caller);
        return Answer.ok(views.full(after), after.matter().rowVersion());
    }

    /** Who reads the audit need not be allowed to know the sanction. */
    private void record(
            String act,
            DisciplineCase matter,
            @Nullable DisciplineDecision decision,
            @Nullable Reason reason,
            Caller caller) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", matter.state().name());
        if (decision != null) {
            facts.put("revision", decision.number());
        }
        Map<String, Object> details = reason == null ? facts : reason.audited(facts);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "discipline-case." + act, "discipline-cases", matter.id(), matter.unitId(), details));
    }
}
