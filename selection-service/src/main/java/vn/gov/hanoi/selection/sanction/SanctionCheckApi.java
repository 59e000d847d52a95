package vn.gov.hanoi.selection.sanction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about what is forbidden. */
final class SanctionCheckApi {
    private SanctionCheckApi() {}

    @Schema(
            name = "SanctionCheck",
            requiredProperties = {"officerId", "on", "allowed", "bans"},
            description = "What sanctions forbid an officer on a day")
    record CheckView(
            @Schema(description = "Id of the officer in the directory")
            UUID officerId,

            @Schema(description = "Day that is asked for") LocalDate on,

            @Schema(description = "Whether nothing is forbidden")
            boolean allowed,

            @Schema(description = "What is forbidden, and why", maxItems = 100)
            List<BanView> bans) {}

    @Schema(
            name = "SanctionBan",
            requiredProperties = {"kind", "form", "effectiveOn", "lastDay"},
            description = "Something that is forbidden")
    record BanView(
            @Schema(
                    description =
                            "APPOINTMENT (to a higher post), PLANNING, TRAINING, CANDIDACY, or one that is not known yet",
                    examples = "TRAINING",
                    maxLength = 40)
            String kind,

            @Schema(description = "Form of the sanction", examples = "REPRIMAND", maxLength = 40)
            String form,

            @Schema(description = "First day of the sanction")
            LocalDate effectiveOn,

            @Schema(description = "Last day, inclusive; allowed again on the day after")
            LocalDate lastDay) {}
}
