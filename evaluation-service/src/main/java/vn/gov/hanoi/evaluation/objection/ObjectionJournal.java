package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Effect;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps an objection together with its entry in the audit and its event, and answers with it; none can be forgotten. */
@ApplicationScoped
class ObjectionJournal {
    private final ObjectionRepository objections;
    private final ObjectionDesk desk;
    private final ObjectionViews views;
    private final OutboxWriter outbox;
    private final AuditTrail audit;

    ObjectionJournal(
            ObjectionRepository objections,
            ObjectionDesk desk,
            ObjectionViews views,
            OutboxWriter outbox,
            AuditTrail audit) {
        this.objections = objections;
        this.desk = desk;
        this.views = views;
        this.outbox = outbox;
        this.audit = audit;
    }

    Answer received(Objection objection, Caller caller) {
        objections.insert(objection);
        record("objection.receive", objection, caller);
        outbox.write(ObjectionEvent.received(objection).draft());
        return Answer.created(ObjectionViews.PATH + objection.id(), views.full(desk.again(objection.id(), caller)), 1);
    }

    Answer reviewed(Objection objection, Caller caller) {
        return kept("objection.review", objection, null, List.of(), caller);
    }

    Answer withdrawn(Objection objection, Caller caller) {
        return kept("objection.withdraw", objection, ObjectionEvent.withdrawn(objection), List.of(), caller);
    }

    /** @param effects what it did to other records */
    Answer resolved(Objection objection, List<Effect> effects, Caller caller) {
        return kept("objection.resolve", objection, ObjectionEvent.resolved(objection), effects, caller);
    }

    private Answer kept(
            String action, Objection objection, @Nullable ObjectionEvent event, List<Effect> effects, Caller caller) {
        objections.save(objection);
        record(action, objection, caller);
        if (event != null) {
            outbox.write(event.draft());
        }
        var after = desk.again(objection.id(), caller);
        return Answer.ok(
                new ObjectionViews.Effected(views.full(after), effects),
                after.objection().rowVersion());
    }

    private void record(String action, Objection objection, Caller caller) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("evaluationId", objection.about().evaluationId());
        facts.put("state", objection.state().name());
        var ending = objection.ending();
        if (ending != null && ending.delegationId() != null) {
            facts.put("delegationId", ending.delegationId());
        }
        if (ending != null && ending.resultId() != null) {
            facts.put("resultId", ending.resultId());
        }
        var reason = ending == null ? null : ending.reason();
        Map<String, Object> details = reason == null ? facts : reason.audited(facts);
        audit.record(
                caller,
                new AuditTrail.Act(
                        action, "objections", objection.id(), objection.about().unitId(), details));
    }
}
