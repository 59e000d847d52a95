package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.PublishClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.RaiseRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingRepository.Publication;
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
    private final Event<ResultsTold> resultsTold;

    PublishClosing(
            ClosingDesk desk,
            ClosingStore store,
            ExcellenceCheck cap,
            RuleSetCatalogue catalogue,
            OutboxWriter outbox,
            Clock clock,
            Event<ResultsTold> resultsTold) {
        this.desk = desk;
        this.store = store;
        this.cap = cap;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.clock = clock;
        this.resultsTold = resultsTold;
    }

    /**
     * Refusals: those of {@link ClosingDesk#hold}; evaluation.cap-exceeded, evaluation.cap-not-raisable, evaluation.cap-reason-missing,
     * evaluation.cap-reason-unneeded, those of the decision's texts.
     */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, PublishClosingRequest request, Caller caller) {
        var closing = desk.hold(id, ifMatch, ClosingGuard.Act.PUBLISH, caller).closing();
        var results = store.sheets().results(List.of(id));
        var ready = judged(closing, request, results, cap.judgement(List.of(closing), results));
        tell(List.of(ready), results, caller);
        return store.answer(id, caller);
    }

    /**
     * A closing whose results may be told.
     *
     * @param closing with the reason of a small unit, if one is given
     * @param raise what raises the cap; null if nothing does
     */
    record Ready(Closing closing, @Nullable Raise raise) {}

    /**
     * Refusals: evaluation.cap-not-raisable, evaluation.cap-exceeded, evaluation.cap-reason-missing, evaluation.cap-reason-unneeded, those of
     * the texts.
     *
     * @param results by closing
     */
    Ready judged(
            Closing closing,
            @Nullable PublishClosingRequest request,
            Map<UUID, List<Decided>> results,
            ExcellenceCheck.Judgement judgement) {
        var data = request == null ? null : request.data();
        var raise = data == null ? null : raise(data.raise());
        if (raise != null) {
            Refused.ifAny(cap.notRaisable(results.getOrDefault(closing.id(), List.of())));
        }
        var reasoned = closing.reasoned(data == null ? null : smallUnitReason(data.smallUnitReason()));
        Refused.ifAny(judgement.breaches(reasoned, raise));
        judgement.allow(reasoned, raise);
        return new Ready(reasoned, raise);
    }

    /** @param results by closing, of those that are ready at least */
    void tell(List<Ready> ready, Map<UUID, List<Decided>> results, Caller caller) {
        if (ready.isEmpty()) {
            return;
        }
        var mark = new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var publications = new ArrayList<Publication>();
        var told = new ArrayList<EventDraft>();
        var acts = new ArrayList<AuditTrail.Act>();
        for (var each : ready) {
            var closing = each.closing();
            var own = results.getOrDefault(closing.id(), List.of());
            publications.add(new Publication(closing.id(), each.raise(), closing.smallUnitReason()));
            told.addAll(SheetEvent.published(closing, own, catalogue::version));
            var details = new LinkedHashMap<String, Object>();
            details.put("results", own.size());
            if (each.raise() != null) {
                details.put("raisedBy", each.raise().decision().number());
            }
            if (closing.smallUnitReason() != null) {
                details.put("smallUnit", true);
            }
            acts.add(new AuditTrail.Act("closing.publish", "closings", closing.id(), closing.unitId(), details));
        }
        store.closings().publish(publications, mark);
        int published = store.sheets()
                .publish(publications.stream().map(Publication::id).toList(), mark.at());
        if (published != told.size()) {
            throw new IllegalStateException("%d of %d results were published".formatted(published, told.size()));
        }
        for (var each : ready) {
            var number = results.getOrDefault(each.closing().id(), List.of()).size();
            told.add(ClosingEvent.published(each.closing(), number));
        }
        outbox.writeAll(told);
        resultsTold.fire(
                new ResultsTold(publications.stream().map(Publication::id).toList()));
        store.audit().recordAll(caller, acts);
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
