package vn.gov.hanoi.selection.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.application.ApplicationApi.OfficerRef;
import vn.gov.hanoi.selection.ruleset.Violation;

/** Requests and answers about papers. */
final class PaperApi {
    private PaperApi() {}

    @Schema(
            name = "PaperAttendanceRequest",
            additionalProperties = Schema.False.class,
            description = "Whether the person came; who is later than the rules allow does not sit")
    record AttendanceRequest(
            @Schema(description = "Whether the person came") @NotNull
            Boolean came,

            @Schema(description = "Minutes after the start, 0-600; 0 without", examples = "12")
            @Min(0)
            @Max(600)
            @Nullable
            Integer minutesLate) {}

    @Schema(
            name = "PaperViolationRequest",
            additionalProperties = Schema.False.class,
            description = "A violation in the room; it cannot be taken back")
    record ViolationRequest(
            @Schema(description = "Form") @NotNull Violation kind,

            @Schema(description = "What happened, by the minutes", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String text) {}

    @Schema(
            name = "PaperViolation",
            requiredProperties = {"kind", "text", "recordedAt"},
            description = "A violation in the room")
    record ViolationView(
            @Schema(description = "Form") Violation kind,

            @Schema(description = "What happened", maxLength = 1000)
            String text,

            @Schema(description = "When it was recorded, UTC")
            Instant recordedAt) {}

    @Schema(
            name = "PaperMark",
            requiredProperties = {"phase", "code", "mean", "deductionPercent", "points", "passed"},
            description = "A mark of the paper")
    record MarkView(
            @Schema(description = "First or second marking; the later one counts")
            Phase phase,

            @Schema(description = "Code of the script, as it is told to the public", maxLength = 12)
            String code,

            @Schema(description = "By the rule of the round, before deductions, two decimals, 0-100")
            BigDecimal mean,

            @Schema(description = "Deduction for violations in the room, percent")
            int deductionPercent,

            @Schema(description = "After deductions, two decimals, 0-100")
            BigDecimal points,

            @Schema(description = "Whether the exact mark, before rounding, reaches the pass mark")
            boolean passed) {}

    @Schema(
            name = "Paper",
            requiredProperties = {
                "id",
                "etag",
                "examId",
                "number",
                "room",
                "applicationId",
                "officer",
                "attendance",
                "minutesLate",
                "handedIn",
                "violations",
                "marks",
                "version"
            },
            description =
                    "A seat of the written round. Who takes in scripts sees numbers only; marks are for the person and the personnel officers, after they were told")
    record PaperView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The written round") UUID examId,
            @Schema(description = "Registration number") int number,

            @Schema(description = "Room", maxLength = 60) String room,

            @Schema(description = "The application; null for who sees numbers only", nullable = true) @Nullable
            UUID applicationId,

            @Schema(description = "The person; null for who sees numbers only", nullable = true) @Nullable
            OfficerRef officer,

            @Schema(description = "Whether the person came") Attendance attendance,

            @Schema(description = "Minutes after the start; null if absent or not recorded", nullable = true) @Nullable
            Integer minutesLate,

            @Schema(description = "Whether a script was taken in")
            boolean handedIn,

            @Schema(description = "Violations in their order; empty for who sees numbers only", maxItems = 50)
            List<ViolationView> violations,

            @Schema(description = "Marks, the first marking first; empty before they are told", maxItems = 2)
            List<MarkView> marks,

            @Schema(description = "Number of the last change")
            long version) {}

    @Schema(
            name = "Papers",
            requiredProperties = {"items"},
            description = "Papers of a written round in the order of the numbers")
    record PapersView(
            @Schema(description = "Those that the caller may see", maxItems = 5000)
            List<PaperView> items) {}
}
