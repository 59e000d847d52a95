package vn.gov.hanoi.training.norm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;

/** Door to the cost sheets that classes keep: versions are added, none is altered. Scope, audit and locks are the caller's matter. */
@ApplicationScoped
public class ClassSheets {
    private final ClassCosts costs;
    private final ClassSheetRepository sheets;
    private final Clock clock;

    ClassSheets(ClassCosts costs, ClassSheetRepository sheets, Clock clock) {
        this.costs = costs;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** Computes a sheet by the norms of its days. Refusals: those of {@link ClassCosts#sheet}. */
    public CostSheet computed(CostSheetRequest request, String pointer) {
        return costs.sheet(request, pointer);
    }

    /** Adds the next version; the caller holds the class. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID classId, CostSheet sheet, Caller caller) {
        sheets.add(classId, sheet, clock.instant(), caller.subject());
    }

    /** All versions of a class, the newest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ClassSheet> of(UUID classId) {
        return sheets.of(classId);
    }
}
