package vn.gov.hanoi.training.need;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;

/** Answers about training needs. */
final class NeedApi {
    private NeedApi() {}

    @Schema(name = "OfficerRef", description = "An officer named inside an answer")
    record OfficerRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Code", examples = "CB0000001")
            String code,

            @Schema(description = "Name") String name) {}

    @Schema(name = "ClassificationRef", description = "A revision of an annual classification, at its owner")
    record ClassificationRef(
            @Schema(description = "Id of the classification, of this revision")
            UUID classificationId,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(
                    description = "Address at the owner, under the rights of whoever asks there",
                    examples = "/evaluation/v1/annual-classifications/019f1b30-a280-7d4e-9c55-2f0b6a1e8d10")
            String href,

            @Schema(description = "When the owner recorded it, UTC")
            Instant toldAt) {}

    @Schema(name = "NeedRuleSet", description = "The rules that the classification rests on")
    record RuleSetRef(
            @Schema(description = "Code", examples = "VN-CC-2026-Y", maxLength = 40)
            String code,

            @Schema(description = "Version of the rules", examples = "2")
            int version) {}

    @Schema(name = "TrainingNeed", description = "Somebody should be trained, because of the classification of a year")
    record NeedView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Who should be trained") OfficerRef officer,

            @Schema(description = "Unit of the rated post at that time")
            UUID unitId,

            @Schema(description = "Classified year", examples = "2026")
            int year,

            @Schema(description = "OPEN, or WITHDRAWN by a correction of the classification")
            NeedState state,

            @Schema(description = "Why: LEVEL_D is not completed tasks", examples = "LEVEL_D", maxItems = 20)
            List<String> reasons,

            @Schema(description = "Newest revision that has these reasons")
            ClassificationRef source,

            @Schema(description = "Rules of the year") RuleSetRef ruleSet,

            @Schema(description = "When the first revision with a reason was recorded, UTC")
            Instant openedAt,

            @Schema(description = "The revision that has no reason any more; null while open", nullable = true)
            @Nullable
            ClassificationRef withdrawnBy,

            @JsonIgnore @Schema(hidden = true) long version) {

        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }
    }
}
