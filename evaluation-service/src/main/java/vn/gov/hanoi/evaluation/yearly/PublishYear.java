package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.yearly.YearClosing.Raise;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.PublishYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearRaise;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Publishes a year (công khai kết quả): all classifications of the unit at once, or none. Nobody decides in it meanwhile, so the count of
 * the best level is exact.
 */
@ApplicationScoped
class PublishYear {
    private final YearDesk desk;
    private final YearStore store;
    private final YearCap cap;
    private final YearConsequences consequences;
    private final OutboxWriter outbox;
    private final Clock clock;

    PublishYear(
            YearDesk desk,
            YearStore store,
            YearCap cap,
            YearConsequences consequences,
            OutboxWriter outbox,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.cap = cap;
        this.consequences = consequences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link YearDesk#holdClosing}; annual.cap-exceeded, evaluation.cap-not-raisable, evaluation.reason-missing, those
     * of the decision's texts.
     */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, PublishYearRequest request, Caller caller) {
        var guard = desk.holdClosing(id, ifMatch, caller);
        var rows = store.rows().living(id);
        var raise = request.data() == null ? null : raise(request.data().raise());
        if (raise != null) {
            Refused.ifAny(cap.notRaisable(rows));
        }
        Refused.ifAny(cap.breaches(rows, raise));
        var mark = new YearClosing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var events = new ArrayList<EventDraft>();
        for (var row : rows) {
            var ruleSet = Objects.requireNonNull(guard.ruleSets().get(row.ruleSetId()));
            var decided = Objects.requireNonNull(row.decided());
            // A year before may have been told since the decision.
            var flagged = consequences.of(row, decided.level(), ruleSet);
            if (!flagged.equals(row.consequences())) {
                store.rows().flag(row.id(), flagged);
            }
            events.add(YearEvent.published(row, flagged, ruleSet));
        }
        store.closings().publish(id, mark, raise);
        int told = store.rows().publish(id, mark.at());
        if (told != rows.size()) {
            throw new IllegalStateException("%d of %d classifications were published".formatted(told, rows.size()));
        }
        outbox.writeAll(events);
        var details = new LinkedHashMap<String, Object>();
        details.put("classifications", told);
        if (raise != null) {
            details.put("raisedBy", raise.decision().number());
        }
        store.audit()
                .record(
                        caller,
                        new AuditTrail.Act(
                                "annual-closing.publish",
                                "annual-closings",
                                id,
                                guard.closing().unitId(),
                                details));
        var closing = store.closings().find(id).orElseThrow();
        return Answer.ok(store.views().closing(closing, caller), closing.rowVersion());
    }

    private static @Nullable Raise raise(@Nullable YearRaise given) {
        if (given == null) {
            return null;
        }
        var decision = given.decision().kept();
        var reason = VietnameseText.nfc(given.reason().strip());
        var found = new ArrayList<>(decision.faults("/data/raise/decision"));
        if (reason.isEmpty()) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING).at("/data/raise/reason"));
        }
        Refused.ifAny(found);
        return new Raise(decision, reason);
    }
}
