package vn.gov.hanoi.training.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What all entries up to a moment add up to, by side; debit less credit, in đồng. */
@Schema(
        name = "TrialBalance",
        description = "Sums of all entries up to a moment by side, debit less credit, in đồng; together zero")
record TrialBalance(
        @Schema(description = "Only accounts of this plan year; null for all", examples = "2020", nullable = true)
        @Nullable
        Integer year,

        @Schema(description = "Only accounts of this source; null for all", examples = "CITY_BUDGET", nullable = true)
        @Nullable
        String fundingSource,

        @Schema(description = "Entries recorded up to this moment count")
        Instant knownAt,

        @Schema(
                description =
                        "Whether all sides add up to zero in each account, and transfers between accounts to zero in each year and source")
        boolean balanced,

        @Schema(description = "Sums of all accounts") Sides total,

        @Schema(description = "By year, block and id", maxItems = 10000)
        List<AccountBalance> accounts) {

    @Schema(name = "TrialBalanceAccount", description = "Sums of one account")
    record AccountBalance(
            UUID id,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "Code of the block", examples = "DEPARTMENTS")
            String block,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "Number of entries", examples = "2")
            long entries,

            Sides sides) {}

    @Schema(name = "TrialBalanceSides", description = "Debit less credit of each side, in đồng")
    record Sides(
            @Schema(description = "Given by the City; below zero", examples = "-1000")
            long appropriationVnd,

            @Schema(description = "Free", examples = "600") long availableVnd,

            @Schema(description = "Promised, not yet spent", examples = "300")
            long committedVnd,

            @Schema(description = "Spent without accepted documents", examples = "40")
            long spentVnd,

            @Schema(description = "Spent with accepted documents", examples = "60")
            long settledVnd,

            @Schema(description = "Given back to the budget", examples = "0")
            long returnedVnd,

            @Schema(description = "Clearing between accounts; zero over a year and source", examples = "0")
            long transferVnd,

            @Schema(description = "Clearing between years; zero over all years of a source", examples = "0")
            long carriedVnd) {
        static final Sides ZERO = new Sides(0, 0, 0, 0, 0, 0, 0, 0);

        Sides plus(Sides other) {
            return new Sides(
                    Math.addExact(appropriationVnd, other.appropriationVnd),
                    Math.addExact(availableVnd, other.availableVnd),
                    Math.addExact(committedVnd, other.committedVnd),
                    Math.addExact(spentVnd, other.spentVnd),
                    Math.addExact(settledVnd, other.settledVnd),
                    Math.addExact(returnedVnd, other.returnedVnd),
                    Math.addExact(transferVnd, other.transferVnd),
                    Math.addExact(carriedVnd, other.carriedVnd));
        }

        /** Zero, whatever was posted. */
        long sum() {
            return values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        }

        /** In the order of the fields. */
        List<Long> values() {
            return List.of(
                    appropriationVnd,
                    availableVnd,
                    committedVnd,
                    spentVnd,
                    settledVnd,
                    returnedVnd,
                    transferVnd,
                    carriedVnd);
        }
    }
}
