package vn.gov.hanoi.training.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the money of a plan year, by source and block (quyết toán kinh phí). */
@Schema(name = "PlanSettlement", description = "Money of a plan year by source and block, added up from the entries")
record PlanSettlement(
        @Schema(description = "The plan") UUID planId,

        @Schema(description = "Plan year", examples = "2020")
        int year,

        @Schema(description = "Entries recorded up to this moment count")
        Instant knownAt,

        @Schema(description = "Whether what came in equals what is there in every row")
        boolean balanced,

        @Schema(description = "By source", maxItems = 10) List<Source> sources,

        @Schema(description = "Sums of the sources") Money totals) {
    static PlanSettlement of(UUID planId, int year, Instant knownAt, List<Source> sources) {
        var totals = sources.stream().map(Source::money).reduce(Money.NONE, Money::plus);
        boolean balanced = sources.stream()
                .flatMap(source -> source.blocks().stream())
                .allMatch(block -> block.money().adds());
        return new PlanSettlement(planId, year, knownAt, balanced, sources, totals);
    }

    @Schema(name = "PlanSettlementSource", description = "One funding source; sources never mix")
    record Source(
            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "By code", maxItems = 1000)
            List<Block> blocks,

            @Schema(description = "Sums of the blocks") Money money) {
        static Source of(String fundingSource, List<Block> blocks) {
            return new Source(
                    fundingSource, blocks, blocks.stream().map(Block::money).reduce(Money.NONE, Money::plus));
        }
    }

    @Schema(name = "PlanSettlementBlock", description = "The accounts of one block within your scope")
    record Block(
            @Schema(description = "Code of the block", examples = "DEPARTMENTS")
            String code,

            @Schema(description = "Name of the block") String name,

            @Schema(description = "Accounts", examples = "3")
            long accounts,

            @Schema(description = "Accounts whose books are closed", examples = "3")
            long closed,

            @Schema(description = "Their money") Money money) {}

    @Schema(name = "PlanSettlementMoney", description = "In đồng; what came in equals what is there")
    record Money(
            @Schema(description = "Given by decisions, less what decisions took back", examples = "1000")
            long allocatedVnd,

            @Schema(description = "From other accounts of the year and source, less what went there", examples = "0")
            long transferredVnd,

            @Schema(description = "Left from the year before", examples = "0")
            long carriedInVnd,

            @Schema(description = "Free", examples = "0") long availableVnd,

            @Schema(description = "Promised, not yet spent", examples = "300")
            long committedVnd,

            @Schema(description = "Spent, documents not yet accepted", examples = "40")
            long unsettledVnd,

            @Schema(description = "Spent, documents accepted (đã quyết toán)", examples = "660")
            long settledVnd,

            @Schema(description = "Spent, with or without documents", examples = "700")
            long spentVnd,

            @Schema(description = "Given back to the budget", examples = "0")
            long returnedVnd,

            @Schema(description = "Carried over to the next year", examples = "0")
            long carriedOverVnd) {
        static final Money NONE = new Money(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Money plus(Money other) {
            return new Money(
                    Math.addExact(allocatedVnd, other.allocatedVnd),
                    Math.addExact(transferredVnd, other.transferredVnd),
                    Math.addExact(carriedInVnd, other.carriedInVnd),
                    Math.addExact(availableVnd, other.availableVnd),
                    Math.addExact(committedVnd, other.committedVnd),
                    Math.addExact(unsettledVnd, other.unsettledVnd),
                    Math.addExact(settledVnd, other.settledVnd),
                    Math.addExact(spentVnd, other.spentVnd),
                    Math.addExact(returnedVnd, other.returnedVnd),
                    Math.addExact(carriedOverVnd, other.carriedOverVnd));
        }

        boolean adds() {
            return allocatedVnd + transferredVnd + carriedInVnd
                            == availableVnd + committedVnd + spentVnd + returnedVnd + carriedOverVnd
                    && spentVnd == unsettledVnd + settledVnd;
        }
    }
}
