package vn.gov.hanoi.evaluation.unittask;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** What is sent about tasks. */
final class UnitTaskRequests {
    private UnitTaskRequests() {}

    @Schema(name = "AssignUnitTaskRequest", additionalProperties = Schema.False.class)
    record AssignRequest(
            @Schema(description = "Unit that has to do it; below the unit of the caller") @NotNull
            UUID unitId,

            @Schema(
                    description = "System that it comes from, colon, its id there; null if it is entered here",
                    maxLength = TaskKey.LONGEST,
                    examples = "QLVB:2026-0017",
                    nullable = true)
            @Size(max = TaskKey.LONGEST)
            @Nullable
            String externalKey,

            @Schema(
                    description = "Number of the document by which it is assigned",
                    maxLength = 100,
                    examples = "215/KH-UBND")
            @NotNull
            String documentNumber,

            @Schema(description = "Title in Vietnamese; kept in NFC, trimmed", maxLength = 500) @NotNull
            String title,

            @Schema(description = "Day in Hanoi on which it is assigned") @NotNull
            LocalDate assignedOn,

            @Schema(description = "Day in Hanoi on which it is due") @NotNull
            LocalDate dueOn,

            @Schema(description = "Factor, 0.0001 to 9999.9999, scale 4; default 1", nullable = true)
            @DecimalMin("0.0001")
            @DecimalMax("9999.9999")
            @Digits(integer = 4, fraction = 4)
            @Nullable
            BigDecimal weight) {
        TaskContent content() {
            return new TaskContent(documentNumber, title, assignedOn, weight == null ? BigDecimal.ONE : weight).kept();
        }
    }

    @Schema(name = "ExtendUnitTaskRequest", additionalProperties = Schema.False.class)
    record ExtendRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "Document that extends it") @Valid @NotNull
            Decision decision,

            @Schema(description = "Until when") @Valid @NotNull
            Data data) {
        @Schema(name = "UnitTaskExtension", additionalProperties = Schema.False.class)
        record Data(
                @Schema(description = "Day in Hanoi on which it is due from now on; later than before") @NotNull
                LocalDate dueOn) {}

        TaskStep step() {
            return new TaskStep.Extend(data.dueOn(), reason, decision.kept());
        }
    }

    @Schema(name = "SubmitUnitTaskRequest", additionalProperties = Schema.False.class)
    record SubmitRequest(
            @Schema(description = "What the unit says became of it") @Valid @NotNull
            Data data) {
        @Schema(name = "UnitTaskReport", additionalProperties = Schema.False.class)
        record Data(
                @Schema(description = "Done or not") @NotNull
                Outcome outcome,

                @Schema(description = "Day on which it was finished; null if it was not", nullable = true) @Nullable
                LocalDate finishedOn,

                @Schema(description = "Whether more was done than asked for")
                boolean exceeded,

                @Schema(description = "References to the evidence, each at most 500 characters", maxItems = 20)
                @NotNull
                @Size(max = 20)
                List<@NotNull @Size(max = 2000) String> evidence,

                @Schema(description = "In words; null for nothing", maxLength = 500, nullable = true) @Nullable
                String comment) {}

        TaskStep step() {
            return new TaskStep.Submit(
                    new Completion(data.outcome(), data.finishedOn(), null, data.exceeded()),
                    data.evidence().stream()
                            .map(each -> VietnameseText.nfc(each.strip()))
                            .toList(),
                    data.comment() == null
                            ? null
                            : VietnameseText.nfc(data.comment().strip()));
        }
    }

    @Schema(name = "ResolveUnitTaskRequest", additionalProperties = Schema.False.class)
    record ResolveRequest(
            @Schema(description = "What became of it") @Valid @NotNull
            Data data) {
        @Schema(name = "UnitTaskOutcome", additionalProperties = Schema.False.class)
        record Data(
                @Schema(description = "Done or not") @NotNull
                Outcome outcome,

                @Schema(description = "Day on which it was finished; null if it was not", nullable = true) @Nullable
                LocalDate finishedOn,

                @Schema(description = "Quality; null if it was not done", nullable = true) @Nullable
                Quality quality,

                @Schema(description = "Whether more was done than asked for")
                boolean exceeded) {
            Completion completion() {
                return new Completion(outcome, finishedOn, quality, exceeded);
            }
        }

        TaskStep step() {
            return new TaskStep.Resolve(data.completion());
        }
    }

    @Schema(name = "CancelUnitTaskRequest", additionalProperties = Schema.False.class)
    record CancelRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "Document that withdraws it") @Valid @NotNull
            Decision decision) {
        TaskStep step() {
            return new TaskStep.Cancel(reason, decision.kept());
        }
    }

    @Schema(name = "CorrectUnitTaskRequest", additionalProperties = Schema.False.class)
    record CorrectRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "Document on which the correction rests") @Valid @NotNull
            Decision decision,

            @Schema(description = "What should have been recorded") @Valid @NotNull
            Data data) {
        @Schema(name = "UnitTaskCorrection", additionalProperties = Schema.False.class)
        record Data(
                @Schema(description = "Number of the document by which it was assigned", maxLength = 100) @NotNull
                String documentNumber,

                @Schema(description = "Title in Vietnamese", maxLength = 500) @NotNull
                String title,

                @Schema(description = "Day on which it was assigned") @NotNull
                LocalDate assignedOn,

                @Schema(description = "Day on which it is due") @NotNull
                LocalDate dueOn,

                @Schema(description = "Factor, 0.0001 to 9999.9999, scale 4")
                @NotNull
                @DecimalMin("0.0001")
                @DecimalMax("9999.9999")
                @Digits(integer = 4, fraction = 4)
                BigDecimal weight,

                @Schema(description = "The right outcome of a finished task; null of an open one", nullable = true)
                @Valid
                ResolveRequest.@Nullable Data outcome) {}

        TaskStep step() {
            var content = new TaskContent(data.documentNumber(), data.title(), data.assignedOn(), data.weight()).kept();
            var outcome = data.outcome();
            return new TaskStep.Correct(
                    content, data.dueOn(), outcome == null ? null : outcome.completion(), reason, decision.kept());
        }
    }
}
