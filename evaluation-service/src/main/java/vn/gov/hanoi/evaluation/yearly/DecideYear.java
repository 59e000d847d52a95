package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.yearly.YearDecision.Asked;
import vn.gov.hanoi.evaluation.yearly.YearRequests.CorrectYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearRequests.DecideYearRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Decides the level of a year (cấp có thẩm quyền quyết định xếp loại), and corrects a told one by a later decision: a new revision stands in
 * its place, with the months as they are now, and nothing is overwritten.
 */
@ApplicationScoped
class DecideYear {
    private final YearDesk desk;
    private final YearStore store;
    private final YearRollUpRepository rollUp;
    private final YearConsequences consequences;
    private final YearCap cap;
    private final OutboxWriter outbox;
    private final Clock clock;

    DecideYear(
            YearDesk desk,
            YearStore store,
            YearRollUpRepository rollUp,
            YearConsequences consequences,
            YearCap cap,
            OutboxWriter outbox,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.rollUp = rollUp;
        this.consequences = consequences;
        this.cap = cap;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Refusals: those of {@link YearDesk#hold} and of {@link YearDecision#of}. */
    @Transactional
    Answer decide(UUID id, @Nullable String ifMatch, DecideYearRequest request, Caller caller) {
        var at = desk.hold(id, ifMatch, YearGuard.Act.DECIDE, caller);
        var decided = decided(
                at, new Asked(request.data(), request.decision(), request.reason(), mark(caller), recorded(at.row())));
        store.rows().save(decided);
        record("annual-classification.decide", at, decided, caller);
        return answer(id, caller);
    }

    /**
     * Refusals: those of {@link YearDesk#hold} and of {@link YearDecision#of}; annual.cap-exceeded if the unit would have too many of the
     * best level.
     */
    @Transactional
    Answer correct(UUID id, @Nullable String ifMatch, CorrectYearRequest request, Caller caller) {
        var at = desk.hold(id, ifMatch, YearGuard.Act.CORRECT, caller);
        var mark = mark(caller);
        var next = Ids.next();
        store.rows().supersede(id, next, mark.at());
        rollUp.rollUpOne(next);
        var row = store.rows().hold(next).orElseThrow();
        var fresh = new YearGuard(row, at.closing(), at.ruleSet(), at.relation());
        var decided =
                decided(fresh, new Asked(request.data(), request.decision(), request.reason(), mark, recorded(row)));
        var revision = decided.published(mark.at());
        store.rows().save(revision);
        Refused.ifAny(cap.breaches(
                store.rows().living(at.closing().id()), at.closing().raise()));
        record("annual-classification.correct", at, revision, caller);
        outbox.write(YearEvent.superseded(revision, at.ruleSet()));
        return answer(next, caller);
    }

    private List<RecordedSanction> recorded(Classification row) {
        return store.sanctions().of(List.of(row.person().officerId()));
    }

    private Classification decided(YearGuard at, Asked asked) {
        var decision = YearDecision.of(at, asked);
        var flagged = consequences.of(at.row(), decision.decided().level(), at.ruleSet());
        return at.row().decided(decision.facts(), decision.suggestion(), decision.decided(), flagged);
    }

    private void record(String act, YearGuard before, Classification after, Caller caller) {
        var details = new LinkedHashMap<String, Object>();
        details.put("year", after.year());
        details.put("from", before.row().state().name());
        details.put("revision", after.revision().number());
        var delegation = before.relation().delegation();
        if (delegation != null) {
            details.put("delegationId", delegation);
        }
        var decided = after.decided();
        var reason = decided == null ? null : decided.reason();
        Map<String, Object> audited = reason == null ? details : reason.audited(details);
        store.audit()
                .record(
                        caller,
                        new AuditTrail.Act(
                                act,
                                "annual-classifications",
                                after.id(),
                                after.person().unitId(),
                                audited));
    }

    private Answer answer(UUID id, Caller caller) {
        var seen = desk.again(id, caller);
        return Answer.ok(store.views().full(seen), seen.row().rowVersion());
    }

    private YearClosing.Mark mark(Caller caller) {
        // As the database keeps it: the event and the row tell the same moment.
        return new YearClosing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
