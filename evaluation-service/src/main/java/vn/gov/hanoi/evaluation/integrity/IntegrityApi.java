package vn.gov.hanoi.evaluation.integrity;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about the integrity of the directory. */
final class IntegrityApi {
    private IntegrityApi() {}

    /** How a check ended; the whole is as bad as the worst of them. */
    enum State {
        /** Nothing breaks the rule. */
        OK,
        /** Worth a look, not a fault of the data. */
        WARNING,
        /** Not finished within the limit; says nothing. */
        UNFINISHED,
        /** Something breaks the rule. */
        BROKEN
    }

    @Schema(name = "DirectoryIntegrity", description = "What the checks of the directory found")
    record IntegrityView(
            @Schema(description = "The worst state of a check: OK, WARNING, UNFINISHED or BROKEN")
            State state,

            @Schema(description = "Seconds that a single check may take; beyond it is UNFINISHED")
            int limitSeconds,

            @Schema(description = "All checks, in fixed order", maxItems = 100)
            List<CheckView> checks) {}

    @Schema(name = "IntegrityCheck", description = "A rule of the directory, checked over all dates")
    record CheckView(
            @Schema(description = "Stable name", examples = "main-posts-overlap", maxLength = 40)
            String id,

            @Schema(description = "What breaks the rule, in two languages")
            Title title,

            @Schema(description = "OK, WARNING, UNFINISHED or BROKEN")
            State state,

            @Schema(description = "Number of records that break the rule")
            long count,

            @Schema(description = "Ids of some of them", maxItems = 20)
            List<UUID> examples,

            @Schema(description = "Duration of the check in milliseconds")
            long milliseconds) {}

    @Schema(name = "IntegrityTitle", description = "Text in two languages")
    record Title(
            @Schema(description = "Vietnamese", maxLength = 200)
            String vi,

            @Schema(description = "English", maxLength = 200)
            String en) {}
}
