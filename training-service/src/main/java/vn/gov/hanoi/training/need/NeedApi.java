package vn.gov.hanoi.training.need;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.PlainText;

/** Answers about training needs. */
final class NeedApi {
    private NeedApi() {}

    @Schema(
            name = "TrainingNeedRequest",
            description = "A need that a person or a manager states; a manager confirms it")
    record NeedRequest(
            @Schema(description = "Officer whose main post of today is in your scope") @NotNull
            UUID officerId,

            @Schema(description = "PERSON or MANAGER: who asks", examples = "PERSON") @NotNull
            NeedOrigin origin,

            @Schema(description = "Year in which it should be met", examples = "2027") @NotNull @Min(2000) @Max(2100)
            Integer year,

            @Schema(description = "What is weak or wanted, as a code", examples = "DIGITAL_SKILLS", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String criterion,

            @Schema(
                    description = "Code of training-contents",
                    examples = "SCIENCE_DIGITAL",
                    maxLength = 40,
                    nullable = true)
            @Size(max = 40)
            @Nullable
            String content) {}

    @Schema(name = "RefuseNeedRequest")
    record RefuseRequest(
            @Schema(description = "Why not; no personal data", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String reason) {}

    @Schema(
            name = "TrainingNeedCount",
            description = "Open needs of one content and origin that are in no proposal yet")
    record NeedCount(
            @Schema(description = "Code of training-contents; null if the needs do not say", nullable = true) @Nullable
            String content,

            @Schema(description = "CLASSIFICATION, PERSON, MANAGER, REQUIRED_TRAINING or WEAK_CRITERION")
            NeedOrigin origin,

            @Schema(description = "How many", examples = "42")
            long needs) {}

    @Schema(name = "TrainingNeedCounts", description = "What a proposal could be filled from")
    record NeedCounts(
            @Schema(description = "Counts by content and origin", maxItems = 500)
            List<NeedCount> items) {}

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

    @Schema(
            name = "TrainingNeed",
            description = "Somebody should be trained: a classification, a person, a manager or a post says so")
    record NeedView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Who should be trained") OfficerRef officer,

            @Schema(description = "Unit of the post that it is about, at that time")
            UUID unitId,

            @Schema(description = "CLASSIFICATION, PERSON, MANAGER, REQUIRED_TRAINING or WEAK_CRITERION")
            NeedOrigin origin,

            @Schema(description = "Classified year; else the year in which it should be met", examples = "2026")
            int year,

            @Schema(description = "PROPOSED, OPEN, REFUSED, or WITHDRAWN by a correction of the classification")
            NeedState state,

            @Schema(
                    description = "Why: LEVEL_D is not completed tasks; else the one criterion",
                    examples = "LEVEL_D",
                    maxItems = 20)
            List<String> reasons,

            @Schema(description = "Code of training-contents", examples = "SCIENCE_DIGITAL", nullable = true) @Nullable
            String content,

            @Schema(description = "Last day on which it should be met", nullable = true) @Nullable
            LocalDate dueOn,

            @Schema(description = "Newest revision that has these reasons; null if no classification", nullable = true)
            @Nullable
            ClassificationRef source,

            @Schema(description = "Rules of the year; null if no classification", nullable = true) @Nullable
            RuleSetRef ruleSet,

            @Schema(description = "When it was first recorded, UTC")
            Instant openedAt,

            @Schema(description = "When a manager confirmed or refused it, UTC", nullable = true) @Nullable
            Instant decidedAt,

            @Schema(description = "Why it was refused", nullable = true) @Nullable
            String refusalReason,

            @Schema(description = "Line of a proposal that would meet it", nullable = true) @Nullable
            UUID proposalLineId,

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
