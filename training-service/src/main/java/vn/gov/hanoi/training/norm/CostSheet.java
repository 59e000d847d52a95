package vn.gov.hanoi.training.norm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A computed cost sheet (dự toán chi tiết lớp học) with what it shows against the norms. */
@Schema(
        name = "CostSheet",
        description = "What a class costs by item, for each place and hour, and what is above the norms")
public record CostSheet(
        @Schema(description = "Training places", examples = "40")
        int places,

        @Schema(description = "Hours of teaching", examples = "40.00")
        BigDecimal hours,

        @Schema(description = "Items in the order of the request", maxItems = 200)
        List<Item> items,

        @Schema(description = "Sum in đồng", examples = "38500000")
        long totalVnd,

        @Schema(description = "Sum for each place, in đồng, rounded as said", examples = "962500")
        long perPlaceVnd,

        @Schema(description = "Sum for each hour, in đồng, rounded as said", examples = "962500")
        long perHourVnd,

        @Schema(description = "How the last two are rounded", examples = "HALF_UP_TO_DONG")
        String rounding,

        @Schema(description = "What is above a norm", maxItems = 1000)
        List<Finding> findings) {

    /**
     * The sum without what is above the ceilings, in đồng. A share is counted once for its item, however many rows name it.
     */
    long withinNorms() {
        var shares = new HashMap<String, Long>();
        long above = 0;
        for (var finding : findings) {
            long more = finding.askedVnd() - finding.ceilingVnd();
            if (finding.ceilingPercent() == null) {
                long days = ChronoUnit.DAYS.between(finding.from(), finding.to()) + 1;
                above += days * items.get(finding.index()).quantityPerDay() * more;
            } else {
                shares.merge(finding.item(), more, Math::max);
            }
        }
        return totalVnd
                - above
                - shares.values().stream().mapToLong(Long::longValue).sum();
    }

    @Schema(name = "CostSheetItem")
    public record Item(
            @Schema(description = "Code of the item", examples = "LECTURER")
            String item,

            @Schema(description = "First day", examples = "2026-05-11")
            LocalDate from,

            @Schema(description = "Last day", examples = "2026-05-15")
            LocalDate to,

            @Schema(description = "Days", examples = "5") long days,

            @Schema(description = "Units on each day", examples = "2")
            int quantityPerDay,

            @Schema(description = "Price of one unit in đồng", examples = "1500000")
            long unitPriceVnd,

            @Schema(description = "days x quantityPerDay x unitPriceVnd, in đồng", examples = "15000000")
            long amountVnd) {}

    @Schema(name = "CostSheetFinding", description = "Something above its norm on some days")
    public record Finding(
            @Schema(description = "training.cost-above-norm", examples = "training.cost-above-norm")
            String code,

            @Schema(description = "Code of the item", examples = "LECTURER")
            String item,

            @Schema(description = "Place of the item in the request, from 0", examples = "0")
            int index,

            @Schema(description = "First day of it", examples = "2026-05-11")
            LocalDate from,

            @Schema(description = "Last day of it", examples = "2026-05-15")
            LocalDate to,

            @Schema(description = "Norms that say so", examples = "TT100-2025")
            String ruleSet,

            @Schema(description = "Highest price in đồng; for a share, the highest sum", examples = "2000000")
            long ceilingVnd,

            @Schema(description = "Price, or sum for a share, in đồng", examples = "2500000")
            long askedVnd,

            @Schema(description = "Highest share in percent; null for a price", examples = "10.0000", nullable = true)
            @Nullable
            BigDecimal ceilingPercent,

            @Schema(description = "Whether the norms refuse it")
            boolean blocks) {}
}
