package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about what is forbidden. */
public final class SanctionCheckApi {
    private SanctionCheckApi() {}

    @Schema(
            name = "SanctionCheck",
            requiredProperties = {"officerId", "on", "allowed", "bans"},
            description = "What sanctions, and cases that are considered, forbid an officer on a day")
    public record CheckView(
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
    public record BanView(
            @Schema(
                    description =
                            "APPOINTMENT (to a higher post), PLANNING, TRAINING, CANDIDACY, or one that is not known yet",
                    examples = "TRAINING",
                    maxLength = 40)
            String kind,

            @Schema(
                    description = "Form of the sanction; EXAMINATION while a case is considered",
                    examples = "REPRIMAND",
                    maxLength = 40)
            String form,

            @Schema(description = "First day") LocalDate effectiveOn,

            @Schema(
                    description =
                            "Last day, inclusive; allowed again on the day after. Null: until the case is decided or closed",
                    nullable = true)
            @Nullable
            LocalDate lastDay) {}
}
