package vn.gov.hanoi.evaluation.timeline;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.PageRequest;

/** What every list of the directory takes besides its filters. */
public record ListParams(
        @Parameter(description = "Day whose truth is shown, yyyy-MM-dd; default today in Hanoi")
        @QueryParam("asOf")
        @Nullable
        String asOf,

        @Parameter(description = "Moment up to which records count, with offset; default now")
        @QueryParam("knownAt")
        @Nullable
        String knownAt,

        @Parameter(description = "Sort property") @QueryParam("sort") @Nullable
        String sort,

        @Parameter(description = "Most items of a page, 1-500; default 50") @QueryParam("limit") @Nullable
        String limit,

        @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable
        String cursor,

        @Parameter(description = "true: count the records, exact to 10,000") @QueryParam("count") @Nullable
        String count) {
    /** Refusal: query.invalid-parameter. */
    public PageRequest page() {
        var number = Params.number("limit", limit);
        return new PageRequest(
                number == null ? PageRequest.DEFAULT_LIMIT : number, cursor, Params.flag("count", count));
    }

    /** Refusal: query.invalid-parameter. */
    public @Nullable LocalDate day() {
        return day(asOf);
    }

    /** The parameter asOf of any read. Refusal: query.invalid-parameter. */
    public static @Nullable LocalDate day(@Nullable String asOf) {
        var day = Params.date("asOf", asOf);
        if (day != null && Validity.dateFault(day).isPresent()) {
            throw Params.invalid("asOf", Validity.EARLIEST + " to " + Validity.LATEST);
        }
        return day;
    }

    /** Refusal: query.invalid-parameter. */
    public @Nullable Instant known() {
        return Params.instant("knownAt", knownAt);
    }
}
