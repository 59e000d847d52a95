package vn.gov.hanoi.kernel.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list answer.
 *
 * @param items at most {@code page.limit} records
 * @param time which day's truth, as recorded when
 */
public record Page<T>(
        @Schema(description = "Records, at most page.limit", maxItems = 500, required = true)
        List<T> items,

        @Schema(description = "Where the list goes on", required = true)
        Info page,

        @Schema(description = "Which day's truth this is, as recorded when", required = true)
        Time time) {

    /** @param next cursor of the next page; null on the last one */
    public record Info(
            @Schema(description = "Most items on a page, 1-500", examples = "50")
            int limit,

            @Schema(
                    description = "Opaque cursor of the next page, null on the last",
                    nullable = true,
                    maxLength = 4000,
                    examples = "k3Zm9vYmFy")
            @Nullable
            String next,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Number of records, only with count=true; exact to 10,000")
            @Nullable
            Long count,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "true if there are more than count")
            @Nullable
            Boolean countIsLowerBound,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description = "On the last page of a delta: value of updatedSince for the next one",
                    maxLength = 4000)
            @Nullable
            String deltaToken) {
        /** A page of a list. */
        public Info(int limit, @Nullable String next, @Nullable Long count, @Nullable Boolean countIsLowerBound) {
            this(limit, next, count, countIsLowerBound, null);
        }
    }

    public record Time(
            @Schema(description = "Day whose truth is shown, in Hanoi")
            LocalDate asOf,

            @Schema(description = "Moment up to which records count")
            Instant knownAt) {}
}
