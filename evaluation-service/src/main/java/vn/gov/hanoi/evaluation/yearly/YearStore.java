package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import vn.gov.hanoi.evaluation.discipline.SanctionQueries;
import vn.gov.hanoi.kernel.audit.AuditTrail;

/** Where the acts on years are kept: closings, classifications and the audit; what they rest on besides, and the answers after them. */
@ApplicationScoped
class YearStore {
    private final YearClosingRepository closings;
    private final ClassificationRepository rows;
    private final SanctionQueries sanctions;
    private final AuditTrail audit;
    private final YearViews views;

    YearStore(
            YearClosingRepository closings,
            ClassificationRepository rows,
            SanctionQueries sanctions,
            AuditTrail audit,
            YearViews views) {
        this.closings = closings;
        this.rows = rows;
        this.sanctions = sanctions;
        this.audit = audit;
        this.views = views;
    }

    YearClosingRepository closings() {
        return closings;
    }

    ClassificationRepository rows() {
        return rows;
    }

    SanctionQueries sanctions() {
        return sanctions;
    }

    AuditTrail audit() {
        return audit;
    }

    YearViews views() {
        return views;
    }
}
