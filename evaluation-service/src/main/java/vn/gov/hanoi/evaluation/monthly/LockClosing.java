package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Locks a closing (khóa kỳ) once petitions are no longer possible, with a digest over all results. */
@ApplicationScoped
class LockClosing {
    private final ClosingDesk desk;
    private final ClosingStore store;
    private final Clock clock;

    LockClosing(ClosingDesk desk, ClosingStore store, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    /** Refusals: those of {@link ClosingDesk#hold}. */
    @Transactional
    Answer lock(UUID id, @Nullable String ifMatch, Caller caller) {
        var closing = desk.hold(id, ifMatch, ClosingGuard.Act.LOCK, caller).closing();
        var results = store.sheets().results(id);
        var lock = new Closing.Lock(
                new Closing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)), digest(results));
        int locked = store.sheets().lock(id);
        store.closings().lock(id, lock);
        store.audit()
                .record(
                        caller,
                        new AuditTrail.Act(
                                "closing.lock",
                                "closings",
                                id,
                                closing.unitId(),
                                Map.of("results", locked, "digest", lock.digest())));
        return store.answer(id, caller);
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
