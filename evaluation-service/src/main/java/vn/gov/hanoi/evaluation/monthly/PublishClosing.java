package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.PublishClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.RaiseRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.EventDraft;
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

    /** Refusals: those of {@link ClosingDesk#hold}; evaluation.cap-exceeded, evaluation.cap-not-raisable, those of the decision's texts. */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, PublishClosingRequest request, Caller caller) {
        var closing = desk.hold(id, ifMatch, ClosingGuard.Act.PUBLISH, caller).closing();
        var raise = raise(request);
        var results = store.sheets().results(List.of(id));
        judge(closing, raise, results, cap.judgement(List.of(closing), results));
        tell(List.of(new Ready(closing, raise)), results, caller);
        return store.answer(id, caller);
    }

    /** @param raise what raises the cap; null if nothing does */
    record Ready(Closing closing, @Nullable Raise raise) {}

    /** Refusals: evaluation.cap-not-raisable, evaluation.cap-exceeded. */
    void judge(
            Closing closing,
            @Nullable Raise raise,
            Map<UUID, List<Decided>> results,
            ExcellenceCheck.Judgement judgement) {
        if (raise != null) {
            Refused.ifAny(cap.notRaisable(results.getOrDefault(closing.id(), List.of())));
        }
        Refused.ifAny(judgement.breaches(closing, raise));
    }

    /** @param results by closing, of those that are ready at least */
    void tell(List<Ready> ready, Map<UUID, List<Decided>> results, Caller caller) {
        if (ready.isEmpty()) {
            return;
        }
        var mark = new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var raises = new LinkedHashMap<UUID, Optional<Raise>>();
        ready.forEach(each -> raises.put(each.closing().id(), Optional.ofNullable(each.raise())));
        store.closings().publish(raises, mark);
        var told = new ArrayList<EventDraft>();
        var acts = new ArrayList<AuditTrail.Act>();
        for (var each : ready) {
            var closing = each.closing();
            var own = results.getOrDefault(closing.id(), List.of());
            told.addAll(SheetEvent.published(closing, own, catalogue::version));
            var details = new LinkedHashMap<String, Object>();
            details.put("results", own.size());
            if (each.raise() != null) {
                details.put("raisedBy", each.raise().decision().number());
            }
            acts.add(new AuditTrail.Act("closing.publish", "closings", closing.id(), closing.unitId(), details));
        }
        int published = store.sheets().publish(raises.keySet(), mark.at());
        if (published != told.size()) {
            throw new IllegalStateException("%d of %d results were published".formatted(published, told.size()));
        }
        outbox.writeAll(told);
        store.audit().recordAll(caller, acts);
    }

    /** Refusals: those of the decision's texts, evaluation.reason-missing. */
    static @Nullable Raise raise(@Nullable PublishClosingRequest request) {
        return request == null || request.data() == null
                ? null
                : raise(request.data().raise());
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
