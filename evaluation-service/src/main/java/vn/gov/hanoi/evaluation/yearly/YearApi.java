package vn.gov.hanoi.evaluation.yearly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualFlag;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about annual classifications. */
final class YearApi {
    private YearApi() {}

    @Schema(name = "AnnualClassificationSummary")
    record YearSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Year") int year,

            @Schema(description = "Closing that it belongs to")
            UUID closingId,

            @Schema(description = "Who is rated") OfficerReference officer,

            @Schema(description = "Unit of the post, named as on the last day of the year")
            UnitReference unit,

            @Schema(description = "How far it has come") Classification.State state,

            @Schema(description = "Decided level; null before and without a rating", nullable = true) @Nullable
            Grade level,

            @Schema(description = "Why the rules do not rate the year; null if they do", nullable = true)
            NotRated.@Nullable Reason notRated,

            @Schema(description = "Whether other months or records stand now than those that it rests on")
            boolean stale,

            @Schema(description = "Whether a month that was rolled up is reopened by a decision and not locked again")
            boolean reopened,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt) {}

    @Schema(name = "AnnualClassification")
    record YearView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Year") int year,

            @Schema(description = "Closing that it belongs to")
            UUID closingId,

            @Schema(description = "Who is rated") OfficerReference officer,

            @Schema(description = "Unit of the post, named as on the last day of the year")
            UnitReference unit,

            @Schema(description = "Agency inside which the cap counts")
            UUID ratingUnitId,

            @Schema(description = "Unit whose authority decides: the receiving one of a secondment, else the agency")
            UUID decidingUnitId,

            @Schema(description = "How far it has come") Classification.State state,

            @Schema(description = "Decided level; null before and without a rating", nullable = true) @Nullable
            Grade level,

            @Schema(description = "Why the rules do not rate the year; null if they do", nullable = true)
            NotRated.@Nullable Reason notRated,

            @Schema(description = "Whether other months or records stand now than those that it rests on")
            boolean stale,

            @Schema(description = "Whether a month that was rolled up is reopened by a decision and not locked again")
            boolean reopened,

            @Schema(description = "Code of the rules", maxLength = 40)
            String ruleSet,

            @Schema(description = "Version of the rules") int ruleSetVersion,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "Revision before; null for the first", nullable = true) @Nullable
            UUID supersedes,

            @Schema(description = "When a later revision took its place; null for the living one", nullable = true)
            @Nullable
            Instant supersededAt,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Months, suggestion and consequences; absent where they are not for the viewer")
            @Nullable
            Detail detail,

            @Schema(description = "What is hidden from the viewer", maxItems = 10)
            List<HiddenField> hiddenFields,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "AnnualClassificationDetail")
    record Detail(
            @Schema(description = "Months rated A") int monthsA,

            @Schema(description = "Months rated B") int monthsB,

            @Schema(description = "Months rated C") int monthsC,

            @Schema(description = "Months rated D") int monthsD,

            @Schema(description = "Published months without a rating; they are not zero")
            int monthsNotRated,

            @Schema(description = "Sum of the points, scale 4; null if no month is rated", nullable = true) @Nullable
            BigDecimal pointsSum,

            @Schema(description = "Mean of the points, scale 8; null if no month is rated", nullable = true) @Nullable
            BigDecimal pointsMean,

            @Schema(description = "Months that were rolled up", maxItems = 12)
            List<MonthView> months,

            @Schema(description = "What the rules suggest; null if they name no level", nullable = true) @Nullable
            Grade suggestion,

            @Schema(description = "Best level that can be decided; null if the year is not rated", nullable = true)
            @Nullable
            Grade limit,

            @Schema(description = "Old agencies that have to be heard", maxItems = 20)
            List<UUID> missingOpinions,

            @Schema(description = "What to look at before the decision", maxItems = 20)
            List<AnnualFlag> flags,

            @Schema(description = "Rules that call for a look at consequences; they start nothing", maxItems = 20)
            List<String> consequences,

            @Schema(description = "SHA-256 of the explanation", maxLength = 64)
            String digest,

            @Schema(description = "When it was decided; null before", nullable = true) @Nullable
            Instant decidedAt,

            @Schema(description = "The decision; null before", nullable = true) @Nullable
            Decision decision,

            @Schema(description = "Collective that decided; null for a single person", maxLength = 300, nullable = true)
            @Nullable
            String collective) {}

    @Schema(name = "AnnualMonth")
    record MonthView(
            @Schema(description = "Sheet, of the revision that was rolled up")
            UUID evaluationId,

            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Agency that rated it") UUID ratingUnitId,

            @Schema(description = "Grade; null if not rated", nullable = true) @Nullable
            Grade grade,

            @Schema(description = "Points, scale 4; null if not rated, which is not zero", nullable = true) @Nullable
            BigDecimal points) {}

    @Schema(name = "AnnualHiddenField")
    record HiddenField(
            @Schema(description = "Pointer to the property", maxLength = 100)
            String pointer,

            @Schema(description = "Policy that hides it", maxLength = 80)
            String code) {}

    /** An act, and what speaks against it now. */
    @Schema(name = "AnnualAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "AnnualBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
