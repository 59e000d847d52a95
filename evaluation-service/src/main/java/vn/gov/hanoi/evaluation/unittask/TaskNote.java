package vn.gov.hanoi.evaluation.unittask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** What an act said about a task; kept for ever. */
@Schema(name = "UnitTaskNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskNote(
        @Schema(description = "The day it is due from then on; null if the act did not touch it", nullable = true)
        @Nullable
        LocalDate dueOn,

        @Schema(description = "The outcome reported or confirmed; null if none was", nullable = true) @Nullable
        Outcome outcome,

        @Schema(description = "Day on which it was finished; null if it was not", nullable = true) @Nullable
        LocalDate finishedOn,

        @Schema(description = "Quality confirmed; null if none was", nullable = true) @Nullable
        Quality quality,

        @Schema(description = "Whether more was done than asked for; null if nothing was done", nullable = true)
        @Nullable
        Boolean exceeded,

        @Schema(description = "References to the evidence of a report", maxItems = 20)
        List<String> evidence,

        @Schema(description = "In words; null if nothing was said", maxLength = 500, nullable = true) @Nullable
        String comment,

        @Schema(description = "Code of the reason; null if none was asked for", maxLength = 40, nullable = true)
        @Nullable
        String reason,

        @Schema(description = "Document by which it was decided; null if none was asked for", nullable = true) @Nullable
        Decision decision) {

    static TaskNote due(LocalDate dueOn, @Nullable Reason reason, @Nullable Decision decision) {
        return new TaskNote(
                dueOn, null, null, null, null, List.of(), null, reason == null ? null : reason.code(), decision);
    }

    static TaskNote outcome(Completion completion, List<String> evidence, @Nullable String comment) {
        return new TaskNote(
                null,
                completion.outcome(),
                completion.finishedOn(),
                completion.quality(),
                completion.outcome() == Outcome.DONE ? completion.exceeded() : null,
                evidence,
                comment,
                null,
                null);
    }

    static TaskNote reasoned(Reason reason, Decision decision) {
        return new TaskNote(null, null, null, null, null, List.of(), null, reason.code(), decision);
    }

    /** What is right, beside why. */
    static TaskNote corrected(LocalDate dueOn, @Nullable Completion completion, Reason reason, Decision decision) {
        return new TaskNote(
                dueOn,
                completion == null ? null : completion.outcome(),
                completion == null ? null : completion.finishedOn(),
                completion == null ? null : completion.quality(),
                completion == null ? null : completion.exceeded(),
                List.of(),
                null,
                reason.code(),
                decision);
    }
}
