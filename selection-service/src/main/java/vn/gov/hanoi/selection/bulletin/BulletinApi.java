package vn.gov.hanoi.selection.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

    @Schema(
            name = "BulletinDifference",
            requiredProperties = {"pointer", "kept", "follows"},
            description = "A field of the bulletin that the tables do not say any more")
    record DifferenceView(
            @Schema(
                    description =
                            "RFC 6901 pointer into the bulletin, or title or publishedOn of its line in the list; empty if there is no bulletin",
                    examples = "/contest/posts/0/lines/0/rank",
                    maxLength = 300)
            String pointer,

            @Schema(description = "What is kept; null for nothing", maxLength = 20000, nullable = true) @Nullable
            String kept,

            @Schema(description = "What follows from the tables; null for nothing", maxLength = 20000, nullable = true)
            @Nullable
            String follows) {}

    @Schema(
            name = "BulletinFlaw",
            requiredProperties = {"table", "id", "field"},
            description = "Something kept that is not what was sealed")
    record FlawView(
            @Schema(description = "Table that keeps it", examples = "mark_sheets", maxLength = 40)
            String table,

            @Schema(description = "Its row; the round where the row is not found")
            UUID id,

            @Schema(description = "Column that does not fit", examples = "content", maxLength = 40)
            String field) {}

    @Schema(
            name = "BulletinComparison",
            requiredProperties = {"roundId", "equal", "made", "flaws", "differences"},
            description = "A bulletin as it is kept, beside one that was made anew from the tables")
    record ComparisonView(
            @Schema(description = "The round") UUID roundId,

            @Schema(description = "Whether there is neither a flaw nor a difference")
            boolean equal,

            @Schema(description = "Whether it could be made anew; not if something cannot be opened or is lost")
            boolean made,

            @Schema(description = "What is not what was sealed", maxItems = 1000)
            List<FlawView> flaws,

            @Schema(description = "Fields that differ", maxItems = 1000)
            List<DifferenceView> differences) {}
}
