package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.PublishClosingRequest;

/** Requests about many closings at once. */
final class ClosingBulkApi {
    /** Most rows of a request. */
    private static final int ROWS = 500;

    private ClosingBulkApi() {}

    @Schema(name = "BulkClosingsRequest", additionalProperties = Schema.False.class)
    record BulkClosingsRequest(
            @Schema(description = "Whether one refused row refuses all", defaultValue = "false", nullable = true)
            @Nullable
            Boolean atomic,

            @Schema(description = "One act each, done in this order") @NotEmpty @Size(max = ROWS)
            List<@Valid @NotNull BulkRow> rows) {}

    @Schema(name = "BulkClosingRow", additionalProperties = Schema.False.class)
    record BulkRow(
            @Schema(description = "Names the row in the answer", maxLength = 64) @NotNull @Size(min = 1, max = 64)
            String rowId,

            @Schema(description = "Kind of row", pattern = "^ACTION$", maxLength = 6)
            @NotNull
            @Pattern(regexp = "ACTION")
            String op,

            @Schema(description = "Id of the closing") @NotNull
            UUID id,

            @Schema(description = "The act", pattern = "^publish$", maxLength = 7) @NotNull @Pattern(regexp = "publish")
            String action,

            @Schema(description = "ETag of the closing as it was read", maxLength = 40, nullable = true) @Nullable
            String ifMatch,

            @Schema(description = "As in the single request; null for nothing", nullable = true) @Valid @Nullable
            PublishClosingRequest body) {}
}
