package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.PlainText;

/** Requests and answers about scripts and sheets of markers. */
final class SheetApi {
    private SheetApi() {}

    @Schema(name = "MarkPoints", additionalProperties = Schema.False.class, description = "Points for a criterion")
    record PointsPart(
            @Schema(description = "Code of the criterion", examples = "Q1", maxLength = 20)
            @NotNull
            @Size(max = 20)
            @Pattern(regexp = ExamApi.CRITERION, message = ExamApi.CRITERION_MESSAGE)
            String criterion,

            @Schema(description = "Points, two decimals, 0 to the maximum of the criterion", examples = "32.50")
            @NotNull
            @DecimalMin("0")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            BigDecimal points) {
        Scheme.Given given() {
            return new Scheme.Given(criterion, points.setScale(2).toPlainString());
        }
    }

    @Schema(
            name = "MarkSheetRequest",
            additionalProperties = Schema.False.class,
            description = "What the marker thinks so far; criteria may be missing until it is sealed")
    record SheetRequest(
            @Schema(description = "Points by criterion", maxItems = 30) @NotNull @Size(max = 30)
            List<@NotNull @Valid PointsPart> points,

            @Schema(description = "Note of the marker, for nobody else", maxLength = 2000)
            @Size(max = 2000)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            @Nullable
            String note) {}

    @Schema(
            name = "MarkSheet",
            requiredProperties = {
                "id",
                "etag",
                "examId",
                "code",
                "state",
                "points",
                "total",
                "note",
                "digest",
                "version",
                "_actions"
            },
            description = "The own sheet for a script; nothing tells whose script it is or what others think of it")
    record SheetView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The written round") UUID examId,

            @Schema(description = "Code of the script for this marker only", examples = "K7QHM2X9TA", maxLength = 12)
            String code,

            @Schema(description = "Draft or sealed") MarkSheet.State state,

            @Schema(description = "Points by criterion", maxItems = 30)
            List<PointsPart> points,

            @Schema(description = "Their sum, two decimals, 0-100")
            BigDecimal total,

            @Schema(description = "Note of the marker", maxLength = 2000)
            String note,

            @Schema(
                    description = "Commitment to the sealed sheet, SHA-256 in hexadecimal; null before",
                    nullable = true,
                    maxLength = 64)
            @Nullable
            String digest,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "What can be done now", maxItems = 5) @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "MarkSheets",
            requiredProperties = {"items"},
            description = "The own sheets, by their codes")
    record SheetsView(
            @Schema(description = "Sheets", maxItems = 5000) List<SheetView> items) {}

    @Schema(
            name = "Script",
            requiredProperties = {"id", "code", "state"},
            description = "A script as the head of the board sees it: no markers, no points")
    record ScriptView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Code; those of the markers are others", maxLength = 12)
            String code,

            @Schema(description = "How far its marking has come")
            ScriptState state) {}

    @Schema(
            name = "Scripts",
            requiredProperties = {"items"},
            description = "Scripts of the marking that is going on, by their codes")
    record ScriptsView(
            @Schema(description = "Scripts", maxItems = 5000)
            List<ScriptView> items) {}

    @Schema(name = "ThirdMarker", additionalProperties = Schema.False.class, description = "Who marks as the third")
    record ThirdData(
            @Schema(description = "Member of the board who had no part in this script") @NotNull
            UUID officerId) {}

    @Schema(name = "ScriptAssignRequest", additionalProperties = Schema.False.class, description = "Body of assign")
    record ThirdRequest(
            @Schema(description = "The third marker") @NotNull @Valid
            ThirdData data) {}
}
