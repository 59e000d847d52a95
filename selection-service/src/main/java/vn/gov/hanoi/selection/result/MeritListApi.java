package vn.gov.hanoi.selection.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;
import vn.gov.hanoi.selection.ruleset.RankingRule;
import vn.gov.hanoi.selection.ruleset.TieKey;

/** Answers about results. */
public final class MeritListApi {
    private MeritListApi() {}

    @Schema(
            name = "MeritListSummary",
            requiredProperties = {"id", "etag", "roundId", "unitId", "state", "publishedOn", "version", "changedAt"},
            description = "The result of a round in a list")
    record MeritListSummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,

            @Schema(description = "Unit that holds the round")
            UUID unitId,

            @Schema(description = "How far it has come") ResultState state,

            @Schema(description = "Day of publication; null before", nullable = true) @Nullable
            LocalDate publishedOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    @Schema(
            name = "MeritListEntry",
            requiredProperties = {
                "code",
                "outcome",
                "rank",
                "written",
                "sum",
                "count",
                "project",
                "total",
                "separatedBy",
                "applicationId",
                "officerId"
            },
            description = "Where a candidate stands, with all that explains it")
    record EntryView(
            @Schema(description = "Code that is told to the public", maxLength = 10)
            String code,

            @Schema(description = "How far the candidate has come")
            Outcome outcome,

            @Schema(description = "Rank, dense, from 1; null without one", nullable = true) @Nullable
            Integer rank,

            @Schema(
                    description =
                            "Final written mark, 0 to 100, two decimals; null if there is none: absent is not zero",
                    nullable = true)
            @Nullable
            BigDecimal written,

            @Schema(description = "Sum of the sheets of the defence; null without one", nullable = true) @Nullable
            BigDecimal sum,

            @Schema(description = "How many sheets") int count,

            @Schema(
                    description = "Sum by count, two decimals, half up; passing and ranks go by the exact mean",
                    nullable = true)
            @Nullable
            BigDecimal project,

            @Schema(description = "What the rank goes by, two decimals, half up; null without a rank", nullable = true)
            @Nullable
            BigDecimal total,

            @Schema(description = "What puts the candidate behind the one before; null without a rank", nullable = true)
            @Nullable
            SeparatedBy separatedBy,

            @Schema(description = "The application; null for another candidate", nullable = true) @Nullable
            UUID applicationId,

            @Schema(
                    description = "The candidate; null for another candidate, and when the data were purged",
                    nullable = true)
            @Nullable
            UUID officerId) {}

    @Schema(
            name = "MeritListTieView",
            requiredProperties = {"order", "reason"},
            description = "What the council decided between equal candidates")
    record TieView(
            @Schema(description = "Codes, the best first", maxItems = 100)
            List<String> order,

            @Schema(description = "Why") ReasonPart reason) {}

    @Schema(
            name = "MeritListPost",
            requiredProperties = {"vacancyId", "entries", "tie"},
            description = "The result of a post")
    record PostView(
            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "By rank, then those without one", maxItems = 1000)
            List<EntryView> entries,

            @Schema(description = "What the council decided; null if nothing", nullable = true) @Nullable
            TieView tie) {}

    @Schema(
            name = "MeritListMinutesView",
            requiredProperties = {"number", "signedOn", "signatures"},
            description = "Minutes of the council")
    record MinutesView(
            @Schema(description = "Number", maxLength = 60) String number,
            @Schema(description = "Day of signature") LocalDate signedOn,
            @Schema(description = "How many members signed") int signatures) {}

    @Schema(
            name = "MeritList",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "unitId",
                "state",
                "ranking",
                "ties",
                "passMark",
                "posts",
                "minutes",
                "approval",
                "returned",
                "commitment",
                "publishedOn",
                "version",
                "changedAt",
                "_actions"
            },
            description = "The result of a round, as far as you may know of it")
    record MeritListView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,

            @Schema(description = "Unit that holds the round")
            UUID unitId,

            @Schema(description = "How far it has come") ResultState state,

            @Schema(description = "What candidates are ranked by")
            RankingRule ranking,

            @Schema(description = "What decides between equal totals, in this order", maxItems = 3)
            List<TieKey> ties,

            @Schema(description = "Least mean of the defence to pass, 0 to 100")
            BigDecimal passMark,

            @Schema(description = "Posts of which you may know", maxItems = 50)
            List<PostView> posts,

            @Schema(description = "Minutes; null before", nullable = true) @Nullable
            MinutesView minutes,

            @Schema(description = "Decision of recognition; null before", nullable = true) @Nullable
            DecisionPart approval,

            @Schema(description = "Why it was given back; null if it was not", nullable = true) @Nullable
            ReasonPart returned,

            @Schema(
                    description = "SHA-256 that holds together what the council submitted, hexadecimal; null before",
                    maxLength = 64,
                    nullable = true)
            @Nullable
            String commitment,

            @Schema(description = "Day of publication; null before", nullable = true) @Nullable
            LocalDate publishedOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done, and what speaks against it", maxItems = 5)
            @JsonProperty("_actions")
            List<ActionView> actions) {}
}
