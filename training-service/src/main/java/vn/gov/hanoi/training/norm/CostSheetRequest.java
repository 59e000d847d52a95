package vn.gov.hanoi.training.norm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;

/** What a class, or a line of classes, would cost. */
@Schema(name = "CostSheetRequest", description = "Items with their prices, by day where they are used each day")
public record CostSheetRequest(
        @Schema(description = "Training places that share the cost", examples = "40") @NotNull @Positive
        Integer places,

        @Schema(description = "Hours of teaching, two decimals", examples = "40.00")
        @NotNull
        @DecimalMin("0.01")
        @DecimalMax("100000")
        @Digits(integer = 6, fraction = 2)
        BigDecimal hours,

        @Schema(description = "Items") @NotEmpty @Size(max = 200)
        List<@NotNull @Valid Item> items) {
    /** One item at one price; on each day from the first to the last. */
    @Schema(name = "CostSheetItemRequest")
    public record Item(
            @Schema(description = "Code of the item in the norms", examples = "LECTURER", maxLength = 40)
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z_]{1,39}")
            String item,

            @Schema(description = "First day", examples = "2026-05-11") @NotNull @PlausibleDay
            LocalDate from,

            @Schema(description = "Last day; null: the first", examples = "2026-05-15", nullable = true)
            @PlausibleDay
            @Nullable
            LocalDate to,

            @Schema(description = "Units on each day", examples = "2") @NotNull @Positive @Max(1_000_000)
            Integer quantityPerDay,

            @Schema(description = "Price of one unit in đồng", examples = "1500000")
            @NotNull
            @PositiveOrZero
            @Max(9007199254740991L)
            Long unitPriceVnd) {
        LocalDate last() {
            return to == null ? from : to;
        }
    }
}
