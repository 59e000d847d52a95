package vn.gov.hanoi.evaluation.yearly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.Fact;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** Requests about annual classifications. */
final class YearRequests {
    private static final int REFERENCE = 300;

    private YearRequests() {}

    @Schema(name = "DecideAnnualRequest", additionalProperties = Schema.False.class)
    record DecideYearRequest(
            @Schema(description = "Why the level differs from the suggestion, or there was none", nullable = true)
            @Valid
            @Nullable
            Reason reason,

            @Schema(description = "The decision") @Valid @NotNull
            Decision decision,

            @Schema(description = "What is decided") @Valid @NotNull
            LevelData data) {}

    @Schema(name = "CorrectAnnualRequest", additionalProperties = Schema.False.class)
    record CorrectYearRequest(
            @Schema(description = "Why the result is corrected") @Valid @NotNull
            Reason reason,

            @Schema(description = "The decision by which it is corrected") @Valid @NotNull
            Decision decision,

            @Schema(description = "What is decided instead") @Valid @NotNull
            LevelData data) {}

    @Schema(name = "AnnualDecisionData", additionalProperties = Schema.False.class)
    record LevelData(
            @Schema(description = "Level; null if the rules do not rate the year", nullable = true) @Nullable
            Grade level,

            @Schema(
                    description = "Answers that no record of the system gives; what is not answered stays unknown",
                    maxItems = 30,
                    nullable = true)
            @Valid
            @Size(max = 30)
            @Nullable
            List<@NotNull StatementRequest> facts,

            @Schema(
                    description = "All disciplinary decisions of the year; empty if there are none, null if not known",
                    maxItems = 20,
                    nullable = true)
            @Valid
            @Size(max = 20)
            @Nullable
            List<@NotNull SanctionRequest> sanctions,

            @Schema(description = "Old agencies that were heard", maxItems = 20, nullable = true)
            @Size(max = 20)
            @Nullable
            List<@NotNull UUID> opinions,

            @Schema(description = "Level of the unit, for its head, if no result of it is recorded", nullable = true)
            @Nullable
            Grade unitLevel,

            @Schema(
                    description = "Collective that decides; null for a single person",
                    maxLength = REFERENCE,
                    nullable = true)
            @Size(min = 1, max = REFERENCE)
            @Nullable
            String collective,

            @Schema(description = "Reference of its minutes", maxLength = REFERENCE, nullable = true)
            @Size(min = 1, max = REFERENCE)
            @Nullable
            String minutes) {}

    @Schema(name = "AnnualStatement", additionalProperties = Schema.False.class)
    record StatementRequest(
            @Schema(description = "Question of the rules") @NotNull
            Fact fact,

            @Schema(description = "Answer to a question of yes or no; else null", nullable = true) @Nullable
            Boolean holds,

            @Schema(description = "Part, for a share; else null", minimum = "0", nullable = true)
            @Digits(integer = 9, fraction = 4)
            @DecimalMin("0")
            @Nullable
            BigDecimal part,

            @Schema(description = "Whole, for a share; else null", minimum = "0", nullable = true)
            @Digits(integer = 9, fraction = 4)
            @DecimalMin("0")
            @Nullable
            BigDecimal whole,

            @Schema(description = "Where it is recorded; no personal data", maxLength = 200) @NotBlank @Size(max = 200)
            String source) {
        Facts.Stated kept() {
            return new Facts.Stated(fact, holds, part, whole, VietnameseText.nfc(source.strip()));
        }
    }

    @Schema(name = "AnnualSanction", additionalProperties = Schema.False.class)
    record SanctionRequest(
            @Schema(
                    description = "Form of discipline",
                    maxLength = 40,
                    pattern = "^[A-Z][A-Z_]{1,39}$",
                    examples = "REPRIMAND")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z_]{1,39}")
            String form,

            @Schema(description = "Day of the decision") @NotNull
            LocalDate decidedOn,

            @Schema(description = "Whether the violation was in duty; null if not known", nullable = true) @Nullable
            Boolean inDuty,

            @Schema(description = "Discipline of the party without one of the State")
            boolean partyOnly,

            @Schema(description = "Where it is recorded; no personal data", maxLength = 200) @NotBlank @Size(max = 200)
            String source) {
        Facts.Disciplined kept() {
            return new Facts.Disciplined(form, decidedOn, inDuty, partyOnly, VietnameseText.nfc(source.strip()));
        }
    }
}
