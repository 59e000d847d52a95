package vn.gov.hanoi.selection.listing;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.PageRequest;

/** What every list takes. */
public record PageParams(
        @Parameter(description = "Most items, 1-500; default 50", schema = @Schema(type = SchemaType.INTEGER))
        @QueryParam("limit")
        @Nullable
        String limit,

        @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable
        String cursor,

        @Parameter(description = "true: also count, exact to 10,000", schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("count")
        @Nullable
        String count) {

    /** Refusal: query.invalid-parameter. */
    public PageRequest page() {
        var most = Params.number("limit", limit);
        return new PageRequest(most == null ? PageRequest.DEFAULT_LIMIT : most, cursor, Params.flag("count", count));
    }
}
