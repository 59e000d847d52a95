package vn.gov.hanoi.selection.defence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.defence.DefenceApi.DefenceView;
import vn.gov.hanoi.selection.ruleset.DefenceScheme.Names;
import vn.gov.hanoi.selection.ruleset.RankingRule;
import vn.gov.hanoi.selection.ruleset.TieKey;

/** Answers about the lot of a round. */
public final class DrawApi {
    private DrawApi() {}

    @Schema(
            name = "DefenceCriterion",
            requiredProperties = {"code", "names", "mostPoints"},
            description = "What is marked in a defence")
    record CriterionView(
            @Schema(description = "Code", examples = "PLAN", maxLength = 40)
            String code,

            @Schema(description = "Name") Names names,

            @Schema(description = "Most points; of all criteria together 100")
            BigDecimal mostPoints) {}

    @Schema(
            name = "DefenceRules",
            requiredProperties = {
                "passMark",
                "presentationMinutes",
                "questionMinutes",
                "spreadRange",
                "spreadMedian",
                "ranking",
                "ties",
                "criteria"
            },
            description = "The rules that hold for the round: those of the day on which its plan was approved")
    record RulesView(
            @Schema(description = "Least mean to pass, 0 to 100")
            BigDecimal passMark,

            @Schema(description = "Longest presentation, minutes")
            int presentationMinutes,

            @Schema(description = "Longest questioning, minutes")
            int questionMinutes,

            @Schema(description = "Points between the highest and the lowest sheet above which the lead reviews")
            BigDecimal spreadRange,

            @Schema(description = "Points between a sheet and the median above which the lead reviews")
            BigDecimal spreadMedian,

            @Schema(description = "What candidates are ranked by")
            RankingRule ranking,

            @Schema(description = "What decides between equal totals, in this order", maxItems = 3)
            List<TieKey> ties,

            @Schema(description = "What is marked", maxItems = 30)
            List<CriterionView> criteria) {}

    @Schema(
            name = "DefenceDraw",
            requiredProperties = {
                "roundId",
                "etag",
                "commitment",
                "committedAt",
                "drawnAt",
                "salt",
                "seed",
                "codes",
                "order",
                "rules",
                "defences",
                "_actions"
            },
            description = "The lot of the second round and the defences in its order, as far as you may know of them")
    record DrawView(
            @Schema(description = "The round") UUID roundId,

            @Schema(
                    description = "Tag for If-Match; null before the commitment",
                    examples = "\"0\"",
                    maxLength = 40,
                    nullable = true)
            @Nullable
            String etag,

            @Schema(
                    description =
                            "SHA-256 over the bytes of the salt and the canonical JSON of codes and seed, hexadecimal; null before",
                    maxLength = 64,
                    nullable = true)
            @Nullable
            String commitment,

            @Schema(description = "When it was made, UTC; null before", nullable = true) @Nullable
            Instant committedAt,

            @Schema(description = "When the order was drawn, UTC; null before", nullable = true) @Nullable
            Instant drawnAt,

            @Schema(description = "32 bytes, hexadecimal; null before the draw", maxLength = 64, nullable = true)
            @Nullable
            String salt,

            @Schema(description = "32 bytes, hexadecimal; null before the draw", maxLength = 64, nullable = true)
            @Nullable
            String seed,

            @Schema(
                    description = "All codes that were given, ascending; null before the draw",
                    maxItems = 10000,
                    nullable = true)
            @Nullable
            List<String> codes,

            @Schema(
                    description =
                            "Codes of those who defend, ascending by SHA-256 over the bytes of the seed and the code; null before the draw",
                    maxItems = 10000,
                    nullable = true)
            @Nullable
            List<String> order,

            @Schema(description = "The rules") RulesView rules,

            @Schema(description = "Defences, as far as you may know of them", maxItems = 10000)
            List<DefenceView> defences,

            @Schema(description = "What can be done, and what speaks against it", maxItems = 5)
            @JsonProperty("_actions")
            List<ActionView> actions) {}
}
