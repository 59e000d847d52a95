package vn.gov.hanoi.selection.rating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about rating records. */
final class RatingRecordApi {
    private RatingRecordApi() {}

    enum State {
        LIVING,
        SUPERSEDED
    }

    @Schema(
            name = "RatingRecordOfficer",
            requiredProperties = {"id", "code", "name"},
            description = "Who was rated")
    record OfficerRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Code", examples = "CB0000001")
            String code,

            @Schema(description = "Name") String name) {}

    @Schema(
            name = "RatingRecordRuleSet",
            requiredProperties = {"code", "version"},
            description = "The rules that the result rests on")
    record RuleSetRef(
            @Schema(description = "Code", examples = "VN-CC-2026", maxLength = 40)
            String code,

            @Schema(description = "Version of the rules", examples = "3")
            int version) {}

    @Schema(
            name = "RatingRecordSource",
            requiredProperties = {"resultId", "revision", "supersedes", "href", "toldAt"},
            description = "Where the record was taken from; what evidence names")
    record SourceRef(
            @Schema(description = "Id of the result at its owner, of this revision")
            UUID resultId,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "Revision before; null for the first", nullable = true) @Nullable
            UUID supersedes,

            @Schema(
                    description = "Address of the result at its owner, under the rights of whoever asks there",
                    examples = "/evaluation/v1/evaluations/019f1b30-a280-7d4e-9c55-2f0b6a1e8d10")
            String href,

            @Schema(description = "When the owner recorded it, UTC")
            Instant toldAt) {}

    @Schema(
            name = "RatingRecord",
            requiredProperties = {
                "id",
                "officer",
                "unitId",
                "ratingUnitId",
                "periodType",
                "period",
                "outcome",
                "grade",
                "consequences",
                "ruleSet",
                "state",
                "supersededBy",
                "source"
            },
            description = "The result of a period as it was told; without points")
    record RatingRecord(
            @Schema(description = "Id: that of the result, of this revision")
            UUID id,

            @Schema(description = "Who was rated") OfficerRef officer,

            @Schema(description = "Unit of the rated post at that time")
            UUID unitId,

            @Schema(description = "Agency that rated") UUID ratingUnitId,

            @Schema(description = "MONTH, QUARTER or YEAR") PeriodType periodType,

            @Schema(description = "Period", examples = "2026-07", maxLength = 7)
            String period,

            @Schema(
                    description = "RATED, NOT_RATED, INSUFFICIENT_DATA, or one that is not known yet",
                    examples = "RATED")
            String outcome,

            @Schema(
                    description = "Grade of a month or quarter, level of a year, A-D; null unless rated",
                    examples = "B",
                    nullable = true)
            @Nullable
            String grade,

            @Schema(
                    description = "Rules of the year that call for a look at consequences; they start nothing",
                    examples = "RELIEF_TWO_YEARS",
                    maxItems = 20)
            List<String> consequences,

            @Schema(description = "Rules of the period") RuleSetRef ruleSet,

            @Schema(description = "LIVING: this revision counts; SUPERSEDED: a newer one does")
            State state,

            @Schema(description = "The record that counts now; null if this one does", nullable = true) @Nullable
            UUID supersededBy,

            @Schema(description = "Where it was taken from") SourceRef source) {}
}
