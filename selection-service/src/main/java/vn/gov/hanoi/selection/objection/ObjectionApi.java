package vn.gov.hanoi.selection.objection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.PlainText;

/** Requests and answers about objections and the second marking. */
final class ObjectionApi {
    private ObjectionApi() {}

    @Schema(
            name = "ObjectionRequest",
            additionalProperties = Schema.False.class,
            description = "An objection to the mark of one's own paper")
    record ObjectionRequest(
            @Schema(description = "The own paper") @NotNull UUID paperId,

            @Schema(description = "Grounds", examples = "Đề nghị phúc khảo câu 2", maxLength = 2000)
            @NotBlank
            @Size(max = 2000)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String grounds) {}

    @Schema(
            name = "ObjectionAct",
            additionalProperties = Schema.False.class,
            description = "Body of acts that need nothing")
    record ActRequest() {}

    @Schema(
            name = "RemarkingPublishRequest",
            additionalProperties = Schema.False.class,
            description = "Body of publish")
    record PublishRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(
            name = "Objection",
            requiredProperties = {
                "id",
                "etag",
                "examId",
                "paperId",
                "state",
                "grounds",
                "filedOn",
                "dueOn",
                "endedOn",
                "version",
                "_actions"
            },
            description = "An objection; the marks, also the new one, stand on the paper")
    record ObjectionView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The written round") UUID examId,
            @Schema(description = "The contested paper") UUID paperId,
            @Schema(description = "How far it has come") ObjectionState state,

            @Schema(description = "Grounds", maxLength = 2000)
            String grounds,

            @Schema(description = "Day on which it was filed")
            LocalDate filedOn,

            @Schema(description = "Last day to have marked again")
            LocalDate dueOn,

            @Schema(description = "Day on which it ended; null before", nullable = true) @Nullable
            LocalDate endedOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "What can be done now", maxItems = 5) @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "Objections",
            requiredProperties = {"items"},
            description = "Objections of a written round that the caller may read")
    record ObjectionsView(
            @Schema(description = "Objections", maxItems = 5000)
            List<ObjectionView> items) {}

    @Schema(
            name = "ObjectionRemarking",
            requiredProperties = {"examId", "etag", "stage", "objectionsUntil", "remarkUntil", "remarkedOn", "version"},
            description = "The second marking of a written round")
    record RemarkingView(
            @Schema(description = "The written round") UUID examId,

            @Schema(description = "Tag of the written round, for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "NONE, ASSIGNED or PUBLISHED", maxLength = 20)
            String stage,

            @Schema(description = "Last day to object") LocalDate objectionsUntil,

            @Schema(description = "Last day to have marked again")
            LocalDate remarkUntil,

            @Schema(description = "Day on which the outcomes were told; null before", nullable = true) @Nullable
            LocalDate remarkedOn,

            @Schema(description = "Number of the last change")
            long version) {}
}
