package vn.gov.hanoi.training.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.commitment.CommitmentViewApi.OfficerRef;
import vn.gov.hanoi.training.decree.Debt;

/** Answers about compensation. */
final class CompensationViewApi {
    private CompensationViewApi() {}

    @Schema(name = "Compensation", description = "A case of costs that may have to be paid back")
    record CompensationView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The commitment") UUID commitmentId,

            @Schema(description = "Whose case it is") OfficerRef officer,

            @Schema(description = "What happened", examples = "LEFT_BEFORE_END", maxLength = 40)
            String trigger,

            @Schema(description = "When it happened") LocalDate eventOn,

            @Schema(
                    description =
                            "OPEN (a proposal), DECIDED, PAYING, SETTLED, EXEMPTED (nothing is paid) or CANCELLED (no case)",
                    examples = "DECIDED",
                    maxLength = 20)
            CompensationState state,

            @Schema(description = "When it was proposed") Instant openedAt,

            @Schema(
                    description = "The debt in đồng; 0 while nobody decided it, and of who is exempted",
                    examples = "45000000")
            long amountVnd,

            @Schema(description = "Paid, in đồng", examples = "15000000")
            long paidVnd,

            @Schema(description = "In đồng, what is due by an instalment and not paid", examples = "0")
            long overdueVnd,

            @Schema(description = "Last day of payment; null until it is decided", nullable = true) @Nullable
            LocalDate dueOn,

            @Schema(description = "More; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DetailsView details,

            @JsonProperty("_actions")
            @Schema(description = "What can be done with it; not in lists", maxItems = 3)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }
    }

    @Schema(name = "CompensationDetails")
    record DetailsView(
            @Schema(
                    description =
                            "REPORTED, TRAINING (the study ended) or DIRECTORY (the officer ended or was dismissed)",
                    examples = "REPORTED",
                    maxLength = 20)
            String source,

            @Schema(description = "What is known", maxLength = 500)
            String note,

            @Schema(description = "How the debt was computed, or would be today")
            DebtView debt,

            @Schema(description = "Parts of the debt", maxItems = 60)
            List<InstalmentView> instalments,

            @Schema(description = "What was paid", maxItems = 1000)
            List<PaymentView> payments,

            @Schema(description = "Members of the council; null until it met", maxItems = 20, nullable = true) @Nullable
            List<String> councilMembers,

            @Schema(description = "Minutes of the council; null until it met", nullable = true) @Nullable
            Document minutes,

            @Schema(description = "The decision; null until there is one", nullable = true) @Nullable
            ActDecision decision,

            @Schema(description = "Ground of an exemption; else null", nullable = true, maxLength = 35) @Nullable
            String ground,

            @Schema(description = "What certifies the ground; else null", nullable = true) @Nullable
            Document certificate,

            @Schema(description = "Why it was no case; else null", nullable = true) @Nullable
            ActReason reason) {}

    @Schema(name = "CompensationDebt", description = "S = F / T1 x (T1 - T2), never below zero; or all of F")
    record DebtView(
            @Schema(description = "Id and version of the rules", examples = "VN-DEGREE 1", maxLength = 60)
            String ruleSet,

            @Schema(description = "Number of the decree of the sending", examples = "171/2025/NĐ-CP", maxLength = 40)
            String legalBasis,

            @Schema(description = "FULL or PROPORTIONAL", examples = "PROPORTIONAL", maxLength = 20)
            String formula,

            @Schema(description = "LAW, or ASSUMED while nobody confirmed it", examples = "ASSUMED", maxLength = 20)
            String confidence,

            @Schema(description = "F: cost of the course in đồng", examples = "60000000")
            long costVnd,

            @Schema(description = "T1: promised months of service", examples = "48")
            int committedMonths,

            @Schema(description = "T2: whole months that were served", examples = "12")
            int servedMonths,

            @Schema(description = "Full years of earlier service that were stated", examples = "0")
            int earlierYears,

            @Schema(description = "What was done, in order", maxItems = 10)
            List<StepView> steps,

            @Schema(
                    description = "How the one division was rounded to whole đồng",
                    examples = "HALF_UP",
                    maxLength = 20)
            String rounding,

            @Schema(description = "The debt in đồng", examples = "45000000")
            long amountVnd,

            @Schema(
                    description = "SHA-256 of inputs, steps and result as JSON with sorted names, hexadecimal",
                    maxLength = 64)
            String digest) {
        static DebtView of(Debt debt) {
            var loss = debt.loss();
            return new DebtView(
                    debt.ruleSet(),
                    debt.legalBasis(),
                    debt.formula().name(),
                    debt.confidence(),
                    loss.costVnd(),
                    loss.committedMonths(),
                    loss.servedMonths(),
                    loss.earlierYears(),
                    debt.steps().stream()
                            .map(step -> new StepView(step.code(), step.value()))
                            .toList(),
                    debt.rounding(),
                    debt.amountVnd(),
                    debt.digest());
        }
    }

    @Schema(name = "DebtStep")
    record StepView(
            @Schema(description = "What was computed", examples = "REMAINING_MONTHS", maxLength = 40)
            String code,

            @Schema(description = "Its value, a whole number or a decimal", examples = "36", maxLength = 40)
            String value) {}

    @Schema(name = "Instalment")
    record InstalmentView(
            @Schema(description = "Last day on which it is paid in time")
            LocalDate dueOn,

            @Schema(description = "In đồng", examples = "15000000")
            long amountVnd) {}

    @Schema(name = "CompensationPayment")
    record PaymentView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Day of payment") LocalDate paidOn,

            @Schema(description = "In đồng", examples = "15000000")
            long amountVnd,

            @Schema(description = "Number of the receipt", maxLength = 100)
            String reference,

            @Schema(description = "When it was recorded") Instant recordedAt) {}
}
