package vn.gov.hanoi.selection.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.rating.RatingRecordApi.RatingRecord;

/** Reading rating records, for those who organise a selection. The owner of results is evaluation-service. */
@Path("/rating-records")
@Tag(name = "Rating Records", description = "Results of officers as they were told, evidence for selection")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RatingRecordResource {
    private static final String ORGANISER = "selection-organiser";

    private final RatingRecordQueries queries;
    private final CurrentCaller caller;

    RatingRecordResource(RatingRecordQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "listRatingRecords",
            summary = "Results of officers of your part of the organisation, the latest period first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Kết quả xếp loại của cán bộ thuộc phạm vi của bạn, kỳ mới nhất trước"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<RatingRecord> list(@BeanParam RatingRecordParams params) {
        return queries.page(params.filter(), params.page(), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "getRatingRecord",
            summary = "One result, of any revision",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một kết quả xếp loại, kể cả bản đã được thay thế"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RatingRecord get(@Parameter(description = "Id of the result, of this revision") @PathParam("id") UUID id) {
        return queries.one(id, caller.get());
    }
}
