package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.PublishClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.RaiseRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Publishes a closing (công khai kết quả): all results of the unit at once, or none. Nobody decides in it meanwhile, so the count of the top
 * grade is exact.
 */
@ApplicationScoped
class PublishClosing {
    private final ClosingDesk desk;
    private final ClosingStore store;
    private final ExcellenceCheck cap;
    private final RuleSetCatalogue catalogue;
    private final OutboxWriter outbox;
    private final Clock clock;

    PublishClosing(
            ClosingDesk desk,
            ClosingStore store,
            ExcellenceCheck cap,
            RuleSetCatalogue catalogue,
            OutboxWriter outbox,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.cap = cap;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link ClosingDesk#hold}; evaluation.cap-exceeded, evaluation.cap-not-raisable, evaluation.cap-reason-missing,
     * evaluation.cap-reason-unneeded, those of the decision's texts.
     */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, PublishClosingRequest request, Caller caller) {
        var closing = desk.hold(id, ifMatch, ClosingGuard.Act.PUBLISH, caller).closing();
        var results = store.sheets().results(id);
        var raise = request.data() == null ? null : raise(request.data().raise());
        if (raise != null) {
            Refused.ifAny(cap.notRaisable(results));
        }
        var reason =
                request.data() == null ? null : smallUnitReason(request.data().smallUnitReason());
        Refused.ifAny(cap.breaches(closing.reasoned(reason), raise));
        var mark = new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.closings().publish(id, mark, raise, reason);
        int told = store.sheets().publish(id, mark.at());
        if (told != results.size()) {
            throw new IllegalStateException("%d of %d results were published".formatted(told, results.size()));
        }
        outbox.writeAll(SheetEvent.published(closing, results, catalogue::version));
        var details = new LinkedHashMap<String, Object>();
        details.put("results", told);
        if (raise != null) {
            details.put("raisedBy", raise.decision().number());
        }
        if (reason != null) {
            details.put("smallUnit", true);
        }
        store.audit().record(caller, new AuditTrail.Act("closing.publish", "closings", id, closing.unitId(), details));
        return store.answer(id, caller);
    }

    private static @Nullable String smallUnitReason(@Nullable String given) {
        GivenWork.check(Collections.singletonMap("/data/smallUnitReason", given));
        return GivenWork.text(given);
    }

    private static @Nullable Raise raise(@Nullable RaiseRequest given) {
        if (given == null) {
            return null;
        }
        var decision = given.decision().kept();
        var reason = GivenWork.text(given.reason());
        GivenWork.check(Collections.singletonMap("/data/raise/reason", given.reason()));
        Refused.ifAny(decision.faults("/data/raise/decision"));
        if (reason == null) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING).at("/data/raise/reason"));
        }
        return new Raise(decision, reason);
    }
}
