package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Where the acts on a closing are kept: its row, its sheets, its locks and the audit; and the answer after them. */
@ApplicationScoped
class ClosingStore {
    private final ClosingRepository closings;
    private final ClosingSheetRepository sheets;
    private final ClosingLockRepository locks;
    private final AuditTrail audit;
    private final ClosingQueries queries;

    ClosingStore(
            ClosingRepository closings,
            ClosingSheetRepository sheets,
            ClosingLockRepository locks,
            AuditTrail audit,
            ClosingQueries queries) {
        this.closings = closings;
        this.sheets = sheets;
        this.locks = locks;
        this.audit = audit;
        this.queries = queries;
    }

    ClosingRepository closings() {
        return closings;
    }

    ClosingSheetRepository sheets() {
        return sheets;
    }

    ClosingLockRepository locks() {
        return locks;
    }

    AuditTrail audit() {
        return audit;
    }

    Answer answer(UUID id, Caller caller) {
        var closing = closings.find(id).orElseThrow();
        return Answer.ok(queries.view(closing, caller), closing.rowVersion());
    }
}
