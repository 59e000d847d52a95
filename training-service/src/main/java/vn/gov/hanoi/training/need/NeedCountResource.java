package vn.gov.hanoi.training.need;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.need.NeedApi.NeedCounts;

/** What proposals can be filled from. */
@Path("/training-need-counts")
@Tag(name = "Training Needs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class NeedCountResource {
    private final NeedQueries queries;
    private final CurrentCaller caller;

    NeedCountResource(NeedQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "listTrainingNeedCounts",
            summary = "How many open needs of your scope are in no proposal yet, by content and origin",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Số nhu cầu chưa vào đề xuất, theo nội dung và nguồn"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public NeedCounts list(
            @Parameter(description = "Year in which they should be met; those of classifications count for every year")
                    @QueryParam("year")
                    @Nullable
                    String year) {
        var wanted = Params.number("year", year);
        if (wanted == null) {
            throw Params.invalid("year", "whole number");
        }
        return queries.counts(wanted, caller.get());
    }
}
