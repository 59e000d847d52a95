package vn.gov.hanoi.selection.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;

/** Answers about eligibility. */
final class EligibilityApi {
    private EligibilityApi() {}

    @Schema(
            name = "EligibilityEvidence",
            requiredProperties = {"kind", "id", "version", "day"},
            description = "A record that a finding rests on")
    record EvidenceView(
            @Schema(
                    description =
                            "RATING (see rating-records), SANCTION, DOCUMENT (of the dossier), POST, RETIREMENT_AGE, MISSING_PERIOD",
                    examples = "RATING",
                    maxLength = 40)
            String kind,

            @Schema(description = "Id at its owner; of a missing period the period", maxLength = 60)
            String id,

            @Schema(description = "Revision; null if it has none", nullable = true) @Nullable
            Integer version,

            @Schema(description = "A day that decided", nullable = true) @Nullable
            LocalDate day) {}

    @Schema(
            name = "EligibilityOverride",
            requiredProperties = {"reason", "decision", "madeAt"},
            description = "A decision in the place of a finding")
    record OverrideView(
            @Schema(description = "Why") ReasonPart reason,
            @Schema(description = "The decision") DecisionPart decision,

            @Schema(description = "When it was recorded, UTC")
            Instant madeAt) {}

    @Schema(
            name = "EligibilityFinding",
            requiredProperties = {"condition", "outcome", "reason", "until", "overridable", "override", "evidence"},
            description = "What one condition came to")
    record FindingView(
            @Schema(description = "Code of the condition", maxLength = 40)
            String condition,

            @Schema(description = "MET, NOT_MET or UNKNOWN; unknown is never met")
            Outcome outcome,

            @Schema(description = "Why") Finding.Reason reason,

            @Schema(description = "Last day of what stands against it", nullable = true) @Nullable
            LocalDate until,

            @Schema(description = "Whether a reasoned decision may stand in its place")
            boolean overridable,

            @Schema(description = "That decision; null if there is none", nullable = true) @Nullable
            OverrideView override,

            @Schema(description = "Records that it rests on", maxItems = 200)
            List<EvidenceView> evidence) {}

    @Schema(
            name = "EligibilityCheck",
            requiredProperties = {
                "id",
                "number",
                "kind",
                "madeOn",
                "cutOff",
                "conditionSet",
                "conditionSetVersion",
                "digest",
                "madeAt",
                "eligible",
                "changed",
                "findings"
            },
            description = "What was found about a candidate; never changed")
    record CheckView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "From 1 within the application; the highest counts")
            int number,

            @Schema(description = "FROZEN at the cut-off, RECHECK because something differed")
            EligibilityCheck.Kind kind,

            @Schema(description = "Day as of which sanctions count")
            LocalDate madeOn,

            @Schema(description = "Last day of the dossier window; recent periods count from it")
            LocalDate cutOff,

            @Schema(description = "Code of the conditions", maxLength = 40)
            String conditionSet,

            @Schema(description = "Version of the conditions")
            int conditionSetVersion,

            @Schema(description = "SHA-256 over the canonical JSON of the check", maxLength = 64)
            String digest,

            @Schema(description = "When it was made, UTC") Instant madeAt,

            @Schema(
                    description =
                            "Whether all conditions are met or decided otherwise; after newer checks only theirs counts")
            boolean eligible,

            @Schema(description = "Conditions that came to something else than in the check before", maxItems = 100)
            List<String> changed,

            @Schema(description = "Findings in the order of the conditions", maxItems = 100)
            List<FindingView> findings) {}

    @Schema(
            name = "EligibilityChecks",
            requiredProperties = {"items"},
            description = "All checks of an application, the newest first")
    record ChecksView(
            @Schema(description = "Checks", maxItems = 1000) List<CheckView> items) {}

    @Schema(
            name = "SelectionTitle",
            requiredProperties = {"vi", "en"},
            description = "A title in both languages")
    record TitleView(
            @Schema(description = "In Vietnamese", maxLength = 200)
            String vi,

            @Schema(description = "In English", maxLength = 200)
            String en) {}

    @Schema(
            name = "SelectionCondition",
            requiredProperties = {"code", "rule", "title", "legalBasis", "confidence", "overridable", "sources"},
            description = "A condition for candidates")
    record ConditionView(
            @Schema(description = "Code", maxLength = 40) String code,

            @Schema(description = "Function that judges it", maxLength = 40)
            String rule,

            @Schema(description = "Title") TitleView title,

            @Schema(description = "Number of the text of law", maxLength = 60)
            String legalBasis,

            @Schema(description = "LAW, SECONDARY or ASSUMED", maxLength = 20)
            String confidence,

            @Schema(description = "Whether a reasoned decision may stand in its place")
            boolean overridable,

            @Schema(description = "Sources of candidates that it is for; empty for all", maxItems = 3)
            List<CandidateSource> sources) {}

    @Schema(
            name = "ConditionSet",
            requiredProperties = {"code", "version", "title", "validFrom", "validTo", "legalCheck", "conditions"},
            description = "Conditions that a plan can choose for a post")
    record ConditionSetView(
            @Schema(description = "Code", maxLength = 40) String code,
            @Schema(description = "Version; never changes") int version,
            @Schema(description = "Title") TitleView title,

            @Schema(description = "First day on which it may be chosen")
            LocalDate validFrom,

            @Schema(description = "First day on which it may not be chosen any more", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "What a lawyer has still to confirm", maxLength = 1000)
            String legalCheck,

            @Schema(description = "Conditions in their order", maxItems = 100)
            List<ConditionView> conditions) {}

    @Schema(
            name = "ConditionSets",
            requiredProperties = {"items"},
            description = "All sets, all versions")
    record ConditionSetsView(
            @Schema(description = "Sets by code and version", maxItems = 100)
            List<ConditionSetView> items) {}
}
