package vn.gov.hanoi.selection.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about bulletins. */
final class BulletinApi {
    private BulletinApi() {}

    @Schema(
            name = "BulletinSummary",
            requiredProperties = {"roundId", "title", "publishedOn", "contestDigest"},
            description = "A bulletin in a list")
    record BulletinSummary(
            @Schema(description = "The round") UUID roundId,

            @Schema(description = "Title of the round", maxLength = 200)
            String title,

            @Schema(description = "Day of the publication, in Hanoi")
            LocalDate publishedOn,

            @Schema(description = "SHA-256 over the canonical JSON of the contest", maxLength = 64)
            String contestDigest) {}

    /** How the selection for a post stands. */
    enum PostState {
        /** Nobody is recorded yet. */
        OPEN,
        APPOINTED,
        NOT_APPOINTED
    }

    @Schema(
            name = "BulletinAppointed",
            requiredProperties = {"name", "decisionNumber", "decidedOn", "effectiveOn"},
            description = "Whom the authority has appointed")
    record AppointedView(
            @Schema(description = "Full name", maxLength = 100)
            String name,

            @Schema(description = "Number of the decision", maxLength = 60)
            String decisionNumber,

            @Schema(description = "Day of its signature") LocalDate decidedOn,

            @Schema(description = "First day, in Hanoi") LocalDate effectiveOn) {}

    @Schema(
            name = "BulletinOutcome",
            requiredProperties = {"vacancyId", "state", "appointed"},
            description = "What came of a post")
    record OutcomeView(
            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "How the selection for it stands")
            PostState state,

            @Schema(description = "Whom the authority has appointed; empty if nobody", maxItems = 50)
            List<AppointedView> appointed) {}

    @Schema(
            name = "Bulletin",
            requiredProperties = {"contest", "contestDigest", "outcomes"},
            description = "What everybody may know of a contest")
    record BulletinView(
            @Schema(description = "The contest; never changes")
            Contest contest,

            @Schema(description = "SHA-256 over its canonical JSON (RFC 8785)", maxLength = 64)
            String contestDigest,

            @Schema(description = "What came of each post until now", maxItems = 50)
            List<OutcomeView> outcomes) {}
}
