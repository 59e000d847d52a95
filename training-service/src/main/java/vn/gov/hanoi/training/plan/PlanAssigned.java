package vn.gov.hanoi.training.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.FundingSource;

/**
 * A decision assigned the quota and money of a year: payload of vn.gov.hanoi.training.plan.assigned.v1.
 *
 * @param id the plan
 * @param unitId unit that decides the plan
 */
record PlanAssigned(
        UUID id, long version, int year, UUID unitId, Decision decision, List<Block> blocks, PlanTotals totals) {
    /** The decision, named as on paper. */
    record Decision(UUID id, String number, LocalDate signedOn) {}

    /** @param budgetVnd đồng */
    record Block(
            UUID id,
            String code,
            FundingSource fundingSource,
            AssignmentStatus status,
            long budgetVnd,
            List<Line> lines) {}

    /** @param classes null while pending, as {@code places} */
    record Line(
            UUID id,
            String code,
            @Nullable Integer classes,
            @Nullable Integer places) {}

    static PlanAssigned of(Plan plan, PlanDecision decision, PlanTotals totals) {
        return new PlanAssigned(
                plan.id(),
                plan.version(),
                plan.year(),
                plan.unitId(),
                new Decision(decision.id(), decision.number(), decision.signedOn()),
                decision.blocks().stream().map(PlanAssigned::block).toList(),
                totals);
    }

    private static Block block(PlanBlock block) {
        return new Block(
                block.id(),
                block.code(),
                block.fundingSource(),
                block.status(),
                block.budget().dong(),
                block.lines().stream()
                        .map(line -> new Line(line.id(), line.code(), line.classes(), line.places()))
                        .toList());
    }
}
