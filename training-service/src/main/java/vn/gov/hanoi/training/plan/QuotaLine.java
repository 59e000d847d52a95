package vn.gov.hanoi.training.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;

/**
 * A plan line as another room sees it.
 *
 * @param year plan year
 * @param accountId account that pays for its classes: that of its unit in the block, or else of the unit that decides the plan
 * @param closed whether the plan is closed
 * @param movingFrom first day on which its unit is no longer there and what is free of it waits to be moved; null while it is
 * @param moved whether a reorganisation brought it: its source stays that of the unit it comes from
 * @param quota what is assigned
 * @param taken what opened classes have taken of it
 */
public record QuotaLine(
        UUID id,
        UUID planId,
        int year,
        UUID blockId,
        UUID accountId,
        boolean closed,
        FundingSource fundingSource,
        AssignmentStatus status,
        @Nullable LocalDate movingFrom,
        boolean moved,
        Quota quota,
        Taken taken) {
    /** Both null while the line awaits approval. */
    public record Quota(@Nullable Integer classes, @Nullable Integer places) {}

    boolean isMoving(LocalDate today) {
        return movingFrom != null && !movingFrom.isAfter(today);
    }

    /** Never above the quota. */
    public record Taken(int classes, int places) {}

    /**
     * Why one more class with so many places cannot open; empty if it can. Refusals: training.line-pending-approval,
     * training.quota-classes-exceeded, training.quota-places-exceeded.
     */
    List<Refusal> refusals(int requested) {
        var classes = quota.classes();
        var places = quota.places();
        if (status == AssignmentStatus.PENDING_APPROVAL || classes == null || places == null) {
            return List.of(Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL).at("/planLineId"));
        }
        var found = new ArrayList<Refusal>();
        if (taken.classes() >= classes) {
            found.add(Refusal.of(TrainingProblem.QUOTA_CLASSES_EXCEEDED, "assigned", classes, "opened", taken.classes())
                    .at("/planLineId"));
        }
        if ((long) taken.places() + requested > places) {
            found.add(Refusal.of(
                            TrainingProblem.QUOTA_PLACES_EXCEEDED,
                            "assigned",
                            places,
                            "opened",
                            taken.places(),
                            "requested",
                            requested)
                    .at("/places"));
        }
        return found;
    }
}
