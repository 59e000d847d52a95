package vn.gov.hanoi.training.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;

/** Requests about drafts of moving decisions. */
final class MoveApi {
    private MoveApi() {}

    @Schema(
            name = "DividePlanMoveRequest",
            description = "Amounts instead of the shares; none goes back to the shares",
            additionalProperties = Schema.False.class)
    record DivideRequest(
            @Schema(
                    description = "For each block and unit that is named: all of its free money, to the đồng",
                    maxItems = 1000)
            @NotNull
            @Size(max = 1000)
            List<@NotNull @Valid Amount> amounts) {}

    @Schema(name = "PlanMoveAmount", additionalProperties = Schema.False.class)
    record Amount(
            @Schema(description = "Code of the block", examples = "DEPARTMENTS", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String block,

            @Schema(description = "Unit that gives") @NotNull
            UUID fromUnitId,

            @Schema(description = "Unit that takes, one of its successors") @NotNull
            UUID toUnitId,

            @Schema(description = "Đồng", examples = "250000000") @NotNull @PositiveOrZero @Max(9007199254740991L)
            Long amountVnd) {}

    @Schema(name = "ApprovePlanMoveRequest", additionalProperties = Schema.False.class)
    record ApproveRequest(@NotNull @Valid MoveDecision decision) {}

    @Schema(name = "PlanMoveDecision", additionalProperties = Schema.False.class)
    record MoveDecision(
            @Schema(
                    description = "Number, unique for the issuer and year of signing",
                    examples = "55/QĐ-MẪU",
                    maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String number,

            @Schema(description = "Day of signing, not before the reorganisation takes effect", examples = "2025-07-15")
            @NotNull
            @PlausibleDay
            LocalDate signedOn,

            @Schema(description = "Code of the deciding unit, the City", examples = "H26", maxLength = 35)
            @NotBlank
            @Size(max = 35)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String issuer) {}
}
