package vn.gov.hanoi.evaluation.monthly;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** A decided result rests on an input that was replaced since. */
@Schema(name = "EvaluationOutdatedInput")
record SheetFlag(
        @Schema(description = "Result that rests on it") UUID evaluationId,

        @Schema(description = "Which input") Kind kind,

        @Schema(description = "Level that went into the result; null if none was known", nullable = true) @Nullable
        Grade used,

        @Schema(description = "Level that stands now; null for another kind", nullable = true) @Nullable
        Grade stands,

        @Schema(description = "Result of the unit that says so; null for another kind", nullable = true) @Nullable
        UUID unitResultId,

        @Schema(description = "Since when") Instant since) {
    enum Kind {
        /** The decided level of the unit that the person leads. */
        UNIT_LEVEL,
        /** What the person answers for after inspections (detail.charges). */
        ACCOUNTABILITY,
        /** A record about the person that bears on the grade: what the result rests on was recorded since, or stands no more. */
        RECORD
    }
}
