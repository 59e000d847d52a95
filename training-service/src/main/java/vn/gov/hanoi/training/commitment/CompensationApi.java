package vn.gov.hanoi.training.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.Instalment;
import vn.gov.hanoi.training.decree.Trigger;

/** Requests about compensation. */
final class CompensationApi {
    private CompensationApi() {}

    @Schema(
            name = "CompensationRequest",
            additionalProperties = Schema.False.class,
            description = "A case is proposed; nobody owes anything by it")
    record CompensationRequest(
            @Schema(description = "Commitment of an officer of your units") @NotNull
            UUID commitmentId,

            @Schema(
                    description = "What happened; the decree of the day of sending says whether it leads to a debt",
                    examples = "LEFT_BEFORE_END",
                    maxLength = 40)
            @NotNull
            Trigger trigger,

            @Schema(description = "First day without service or study, not after today", examples = "2026-07-01")
            @NotNull
            @PlausibleDay
            LocalDate eventOn,

            @Schema(description = "What is known", examples = "Tự ý bỏ việc", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String note) {}

    @Schema(name = "CouncilRequest", additionalProperties = Schema.False.class)
    record CouncilRequest(
            @Schema(description = "References of the members, for example their posts", maxItems = 20)
            @NotNull
            @Size(min = 1, max = 20)
            List<
                            @NotBlank @Size(max = 200)
                            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE) String>
                    members,

            @Schema(description = "Minutes of the meeting") @NotNull @Valid
            Document minutes) {
        CompensationCase.Council kept() {
            return new CompensationCase.Council(
                    members.stream().map(PlainText::of).toList(), minutes);
        }
    }

    @Schema(name = "EarlierServiceRequest", additionalProperties = Schema.False.class)
    record EarlierServiceRequest(
            @Schema(
                    description = "Full years of service before the training",
                    minimum = "0",
                    maximum = "60",
                    examples = "8")
            @Min(0)
            @Max(60)
            int years,

            @Schema(description = "Whether the higher reduction counts: women, ethnic minorities")
            boolean priority) {}

    @Schema(name = "InstalmentRequest", additionalProperties = Schema.False.class)
    record InstalmentRequest(
            @Schema(description = "Last day on which it is paid in time", examples = "2026-09-30")
            @NotNull
            @PlausibleDay
            LocalDate dueOn,

            @Schema(description = "In đồng, above zero", examples = "15000000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd) {
        Instalment kept() {
            return new Instalment(dueOn, amountVnd);
        }
    }

    @Schema(
            name = "DecideCompensationRequest",
            additionalProperties = Schema.False.class,
            description = "The decision of a council; the debt follows from the formula")
    record DecideRequest(
            @Schema(description = "The signed decision; the days of payment count from its signing") @NotNull @Valid
            ActDecision decision,

            @Schema(description = "The council") @NotNull @Valid
            CouncilRequest council,

            @Schema(
                    description =
                            "Earlier service; counts only if the rules have reductions, which they have not by default",
                    nullable = true)
            @Valid
            @Nullable
            EarlierServiceRequest earlierService,

            @Schema(
                    description =
                            "Parts that add up to the debt, on ascending days up to the last one that the rules allow. Null: all of it on the last day of payment",
                    maxItems = 60,
                    nullable = true)
            @Size(min = 1, max = 60)
            @Nullable
            List<@NotNull @Valid InstalmentRequest> instalments) {}

    @Schema(
            name = "ReleaseCompensationRequest",
            additionalProperties = Schema.False.class,
            description = "Nothing is paid, on a ground of the decree")
    record ReleaseRequest(
            @Schema(
                    description = "ILLNESS, DISASTER, EPIDEMIC, or TRANSFER by the competent authority",
                    examples = "TRANSFER",
                    maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String ground,

            @Schema(description = "What certifies the ground") @NotNull @Valid
            Document certificate,

            @Schema(description = "The council") @NotNull @Valid
            CouncilRequest council,

            @Schema(description = "The signed decision") @NotNull @Valid
            ActDecision decision) {}

    @Schema(name = "CancelCompensationRequest", additionalProperties = Schema.False.class)
    record CancelRequest(
            @Schema(description = "Why it was no case") @NotNull @Valid
            ActReason reason) {}

    @Schema(
            name = "CompensationPaymentRequest",
            additionalProperties = Schema.False.class,
            description = "Something was paid")
    record PaymentRequest(
            @Schema(description = "Day of payment, from the decision to today", examples = "2026-08-14")
            @NotNull
            @PlausibleDay
            LocalDate paidOn,

            @Schema(description = "In đồng, above zero and not more than is owed", examples = "15000000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd,

            @Schema(description = "Number of the receipt, once for a case", examples = "GNT-0142/2026", maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String reference) {}
}
