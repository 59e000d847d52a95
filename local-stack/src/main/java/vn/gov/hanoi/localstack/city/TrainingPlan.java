package vn.gov.hanoi.localstack.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training plan of a year as the City assigned it: one decision gives quota and money per block. */
public record TrainingPlan(int year, Decision decision, String legalBasis, List<Block> blocks) {

    /** Number, day and issuing unit (its code) of the decision; the real number of 2020 is not known, so it is marked as a sample. */
    public record Decision(String number, String signedOn, String issuer) {}

    /**
     * A block of the plan (khối).
     *
     * @param budgetMillionVnd budget in million đồng, the unit of the source
     * @param status ASSIGNED, or PENDING_APPROVAL while the City has not approved the adjustment
     */
    public record Block(
            String code, String name, String fundingSource, long budgetMillionVnd, String status, List<Line> lines) {

        /** Budget in đồng. */
        public long budgetVnd() {
            return Math.multiplyExact(budgetMillionVnd, 1_000_000L);
        }
    }

    /** A line of a block; classes and places (training places, not persons) are null while nothing is allotted. */
    public record Line(
            String code,
            String name,
            @Nullable Integer classes,
            @Nullable Integer places) {}
}
