package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ReopenClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingLock.Reopening;
import vn.gov.hanoi.evaluation.monthly.ClosingLockRepository.Dependents;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Reopens a locked closing (mở lại kỳ) by a decision from above the unit. Its results are told still and change only by corrections; who
 * rests on them is told. Locking again gives another digest, and the old one stays in the history.
 */
@ApplicationScoped
class ReopenClosing {
    private final ClosingDesk desk;
    private final ClosingStore store;
    private final OutboxWriter outbox;
    private final Clock clock;

    ReopenClosing(ClosingDesk desk, ClosingStore store, OutboxWriter outbox, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Refusals: those of {@link ClosingDesk#hold} and of the decision, text.control-character, date.out-of-range. */
    @Transactional
    Answer reopen(UUID id, @Nullable String ifMatch, ReopenClosingRequest request, Caller caller) {
        var guard = desk.hold(id, ifMatch, ClosingGuard.Act.REOPEN, caller);
        var closing = guard.closing();
        var reopening = new Reopening(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Objects.requireNonNull(guard.superior().officerId()),
                Relation.delegation(guard.superior().ruling()),
                new Reason(
                        request.reason().code(),
                        Objects.requireNonNullElse(
                                GivenWork.text(request.reason().text()), "")),
                decision(request));
        var lock = store.locks().history(id).getLast();
        var dependents = store.locks().dependents(id);
        store.locks().reopen(id, lock.seq(), caller.subject(), reopening);
        // The closing first: a result is unlocked only in a closing that is.
        store.closings().reopen(id);
        int results = store.sheets().reopen(id);
        outbox.write(ClosingEvent.reopened(new ClosingEvent.Reopened(
                id,
                closing.unitId(),
                closing.period().text(),
                lock.seq(),
                lock.digest(),
                reopening.decision().number(),
                dependents.stream().map(Dependents::annualClosingId).toList())));
        var details = new LinkedHashMap<String, Object>();
        details.put("lock", lock.seq());
        details.put("digest", lock.digest());
        details.put("results", results);
        details.put("decision", reopening.decision().number());
        var delegation = reopening.delegationId();
        if (delegation != null) {
            details.put("delegationId", delegation);
        }
        Map<String, Object> audited = reopening.reason().audited(details);
        store.audit().record(caller, new AuditTrail.Act("closing.reopen", "closings", id, closing.unitId(), audited));
        return store.answer(id, caller);
    }

    private Decision decision(ReopenClosingRequest request) {
        GivenWork.check(
                Collections.singletonMap("/reason/text", request.reason().text()));
        var decision = request.decision().kept();
        Refused.ifAny(decision.faults("/decision"));
        var today = LocalDate.now(clock);
        if (decision.signedOn().isAfter(today)) {
            throw new Refused(Refusal.of(
                            EvaluationProblem.DATE_OUT_OF_RANGE,
                            "from",
                            Validity.EARLIEST.toString(),
                            "to",
                            today.toString())
                    .at("/decision/signedOn"));
        }
        return decision;
    }
}
