package vn.gov.hanoi.training.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;

/**
 * A later decision changed or closed a plan: payload of vn.gov.hanoi.training.plan.changed.v1. Figures are those that hold by it.
 *
 * @param id the plan
 * @param version of the plan by this decision
 * @param unitId unit that decides the plan
 */
record PlanChanged(
        UUID id,
        long version,
        int year,
        UUID unitId,
        DecisionKind kind,
        PlanAssigned.Decision decision,
        List<Line> lines,
        List<Budget> budgets) {
    /** A line that has another quota or status, or is new. */
    record Line(
            UUID id,
            String code,
            String block,
            AssignmentStatus status,
            @Nullable Integer classes,
            @Nullable Integer places) {}

    /** @param budgetVnd đồng */
    record Budget(String block, FundingSource fundingSource, UUID unitId, long budgetVnd) {}

    /** @param lineIds ids by code, those of new lines too */
    static PlanChanged of(
            LockedPlan plan, PlanDecision decision, PlanChange change, java.util.Map<String, UUID> lineIds) {
        return new PlanChanged(
                plan.id(),
                plan.version(),
                plan.year(),
                plan.unitId(),
                decision.kind(),
                new PlanAssigned.Decision(decision.id(), decision.number(), decision.signedOn()),
                change.changedLines().stream()
                        .map(line -> new Line(
                                PlanStanding.known(lineIds, line.code()),
                                line.code(),
                                line.block(),
                                line.status(),
                                line.classes(),
                                line.places()))
                        .toList(),
                change.changedBudgets().stream()
                        .map(key -> budget(plan, change, key))
                        .toList());
    }

    private static Budget budget(LockedPlan plan, PlanChange change, BudgetKey key) {
        return new Budget(
                key.block(),
                plan.standing().source(key.block()),
                key.unitId(),
                change.after().budget(key).budgetVnd());
    }
}
