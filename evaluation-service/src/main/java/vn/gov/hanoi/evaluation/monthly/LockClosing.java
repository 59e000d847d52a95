package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.LockClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Locks a closing (khóa kỳ) once petitions are no longer possible, with a digest over all results. The sign-off goes up the tree: the units
 * below are waited for, unless a reason says why not.
 */
@ApplicationScoped
class LockClosing {
    private static final int NAMED = 20;

    private final ClosingDesk desk;
    private final ClosingStore store;
    private final ExcellenceCheck cap;
    private final OutboxWriter outbox;
    private final Clock clock;

    LockClosing(ClosingDesk desk, ClosingStore store, ExcellenceCheck cap, OutboxWriter outbox, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.cap = cap;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link ClosingDesk#hold}; evaluation.closings-below-open without a reason; evaluation.cap-exceeded,
     * text.control-character.
     */
    @Transactional
    Answer lock(UUID id, @Nullable String ifMatch, @Nullable LockClosingRequest request, Caller caller) {
        var guard = desk.hold(id, ifMatch, ClosingGuard.Act.LOCK, caller);
        var closing = guard.closing();
        var reason = reason(guard, request);
        // After a reopening the results are others than those that were published.
        Refused.ifAny(cap.breaches(closing, closing.raise()));
        var results = store.sheets().results(id);
        var lock = new Closing.Lock(
                new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)), digest(results));
        var before = store.locks().history(id);
        int locked = store.sheets().lock(id);
        store.closings().lock(id, lock);
        store.locks().lock(id, lock, results.size(), guard.unlockedBelow().size(), reason);
        outbox.write(ClosingEvent.locked(new ClosingEvent.Locked(
                id,
                closing.unitId(),
                closing.period().text(),
                before.size() + 1,
                lock.digest(),
                results.size(),
                before.isEmpty() ? null : before.getLast().digest())));
        var details = new LinkedHashMap<String, Object>();
        details.put("results", locked);
        details.put("digest", lock.digest());
        if (reason != null) {
            details.put("unlockedBelow", guard.unlockedBelow().size());
        }
        store.audit().record(caller, new AuditTrail.Act("closing.lock", "closings", id, closing.unitId(), details));
        return store.answer(id, caller);
    }

    /** Why units below are not waited for; null if there are none. */
    private static @Nullable String reason(ClosingGuard guard, @Nullable LockClosingRequest request) {
        var data = request == null ? null : request.data();
        var given = data == null ? null : data.reason();
        GivenWork.check(Collections.singletonMap("/data/reason", given));
        var below = guard.unlockedBelow();
        if (below.isEmpty()) {
            return null;
        }
        var reason = GivenWork.text(given);
        if (reason == null) {
            throw new Refused(Refusal.of(
                            EvaluationProblem.EVALUATION_CLOSINGS_BELOW_OPEN,
                            "count",
                            below.size(),
                            "units",
                            below.stream()
                                    .limit(NAMED)
                                    .map(each -> each.unitId().toString())
                                    .collect(Collectors.joining(", ")))
                    .at("/data/reason"));
        }
        return reason;
    }

    /** One result as it is signed off. */
    private record Signed(UUID officerId, int revision, String grade, String digest) {}

    /** SHA-256 over the canonical results in the order of the officers, hexadecimal. */
    static String digest(List<Decided> results) {
        return CanonicalJson.digest(results.stream()
                .map(each -> new Signed(
                        each.officerId(),
                        each.revision(),
                        each.grade() == null ? "-" : each.grade().name(),
                        each.digest()))
                .toList());
    }
}
