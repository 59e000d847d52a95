package vn.gov.hanoi.evaluation.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.HiddenField;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Requests and answers about absences. */
final class AbsenceApi {
    private AbsenceApi() {}

    @Schema(name = "AbsenceRequest", additionalProperties = Schema.False.class)
    record AbsenceRequest(
            @Schema(description = "Why away", examples = "STUDY") @NotNull
            AbsenceKind kind,

            @Schema(description = "First day away") @NotNull LocalDate validFrom,

            @Schema(description = "First day back; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision, if there is one", maxLength = 100, nullable = true) @Nullable
            String decisionNumber) {
        /** In the form in which it is kept. */
        AbsenceRequest kept() {
            return new AbsenceRequest(
                    kind,
                    validFrom,
                    validTo,
                    decisionNumber == null ? null : VietnameseText.nfc(decisionNumber.strip()));
        }

        Validity validity() {
            return new Validity(validFrom, validTo);
        }

        /** Refusals: date.out-of-range, validity.empty, those of the text. */
        List<Refusal> faults(String pointer) {
            return new Faults()
                    .date(pointer + "/validFrom", validFrom)
                    .date(pointer + "/validTo", validTo)
                    .add(pointer + "/validTo", validity().fault())
                    .add(
                            pointer + "/decisionNumber",
                            decisionNumber == null ? Optional.empty() : TextRule.DECISION_NUMBER.fault(decisionNumber))
                    .all();
        }
    }

    @Schema(name = "CorrectAbsenceRequest", additionalProperties = Schema.False.class)
    record CorrectAbsenceRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "What is right") @Valid @NotNull
            AbsenceRequest data) {}

    @Schema(name = "Absence")
    record AbsenceView(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Tag of the present version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Who is away") UUID officerId,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Why; absent if hidden from the caller")
            @Nullable
            AbsenceKind kind,

            @Schema(description = "First day away") LocalDate validFrom,

            @Schema(description = "First day back; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Number of the decision; absent if there is none or if hidden", maxLength = 100)
            @Nullable
            String decisionNumber,

            @Schema(description = "What is not shown to the caller", maxItems = 20)
            List<HiddenField> hiddenFields) {}
}
