package vn.gov.hanoi.training.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;

/**
 * A plan that nobody else can change before the transaction ends, with the ids behind the codes of its standing.
 *
 * @param version the one that the plan has by this transaction
 * @param closedBy decision that closed it; null while open
 * @param lastSignedOn newest day of signing among its decisions
 */
record LockedPlan(
        UUID id,
        long version,
        int year,
        UUID unitId,
        @Nullable UUID closedBy,
        LocalDate lastSignedOn,
        PlanStanding standing,
        Map<String, UUID> blocks,
        Map<String, UUID> lines,
        Map<BudgetKey, UUID> accounts) {}
