package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Requests and answers about checklists. */
final class ChecklistApi {
    static final String CODE = "[A-Z][A-Z0-9_.-]{0,39}";

    private ChecklistApi() {}

    record ChecklistFilter(
            @Parameter(description = "Any of these codes") @QueryParam("code")
            List<String> code) {}

    @Schema(name = "CreateChecklistRequest", additionalProperties = Schema.False.class)
    record ChecklistRequest(
            @Schema(description = "Names its versions", maxLength = 40, examples = "KT-MOT-CUA")
            @NotNull
            @Pattern(regexp = CODE)
            String code,

            @Schema(description = "What people call it") @Valid @NotNull
            ChecklistTitle title,

            @Schema(description = "Questions", maxItems = 200) @Valid @NotNull @Size(min = 1, max = 200)
            List<@NotNull ItemView> items) {}

    @Schema(name = "ChecklistTitle", additionalProperties = Schema.False.class)
    record ChecklistTitle(
            @Schema(description = "In Vietnamese; kept in NFC, trimmed", maxLength = 200) @NotNull
            String vi,

            @Schema(description = "In English; kept in NFC, trimmed", maxLength = 200) @NotNull
            String en) {}

    @Schema(name = "ChecklistItem", additionalProperties = Schema.False.class)
    record ItemView(
            @Schema(description = "Code, unique in the checklist", maxLength = 40, examples = "MC.1")
            @NotNull
            @Pattern(regexp = CODE)
            String code,

            @Schema(
                    description = "What it is about; ONE_STOP for the receiving and result-returning desk",
                    maxLength = 40,
                    examples = "ONE_STOP")
            @NotNull
            @Pattern(regexp = CODE)
            String area,

            @Schema(description = "Question that yes answers well") @Valid @NotNull
            ChecklistTitle question) {}

    @Schema(name = "Checklist")
    record ChecklistView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Names its versions", maxLength = 40)
            String code,

            @Schema(description = "Version, from 1; null for a draft", nullable = true) @Nullable
            Integer version,

            @Schema(description = "What people call it") ChecklistTitle title,

            @Schema(description = "Questions", maxItems = 200)
            List<ItemView> items,

            @Schema(description = "When it was published; null for a draft", nullable = true) @Nullable
            Instant publishedAt,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 1)
            List<ChecklistAction> actions) {}

    @Schema(name = "ChecklistAction")
    record ChecklistAction(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "Codes of what speaks against it", maxItems = 5)
            List<String> blockedBy) {}
}
