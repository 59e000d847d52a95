package vn.gov.hanoi.evaluation.yearly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.OpenYearRequest;

/** Requests about the years of many agencies at once. */
final class YearBulkApi {
    /** Most rows of a request. */
    private static final int ROWS = 100;

    private YearBulkApi() {}

    @Schema(name = "BulkAnnualClosingsRequest", additionalProperties = Schema.False.class)
    record BulkYearsRequest(
            @Schema(description = "Whether one refused row refuses all", defaultValue = "false", nullable = true)
            @Nullable
            Boolean atomic,

            @Schema(description = "One act each") @NotEmpty @Size(max = ROWS)
            List<@Valid @NotNull BulkYearRow> rows) {}

    @Schema(name = "BulkAnnualClosingRow", additionalProperties = Schema.False.class)
    record BulkYearRow(
            @Schema(description = "Names the row in the answer", maxLength = 64) @NotNull @Size(min = 1, max = 64)
            String rowId,

            @Schema(description = "Kind of row", pattern = "^CREATE$", maxLength = 6)
            @NotNull
            @Pattern(regexp = "CREATE")
            String op,

            @Schema(description = "As in the single request") @Valid @NotNull
            OpenYearRequest body) {}
}
