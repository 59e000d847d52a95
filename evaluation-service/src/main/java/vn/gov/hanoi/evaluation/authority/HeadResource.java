package vn.gov.hanoi.evaluation.authority;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.HeadApi.HeadsView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Heads of units. */
@Path("/units/{id}/heads")
@Tag(name = "Units")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class HeadResource {
    private final HeadQueries queries;
    private final CurrentCaller caller;

    HeadResource(HeadQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listUnitHeads",
            summary = "Read who is and was head of a unit",
            description =
                    "The head on the day, regular or acting, and the whole history with the days on which nobody was head.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem người đứng đầu đơn vị qua các thời kỳ"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public HeadsView list(
            @Parameter(description = "Id of the unit") @PathParam("id") UUID id,
            @Parameter(description = "Day whose truth is shown; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(description = "Moment up to which records count; default now") @QueryParam("knownAt") @Nullable
                    String knownAt) {
        return queries.get(id, ListParams.day(asOf), Params.instant("knownAt", knownAt), caller.get());
    }
}
