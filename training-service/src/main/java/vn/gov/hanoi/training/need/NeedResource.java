package vn.gov.hanoi.training.need;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.need.NeedApi.NeedView;
import vn.gov.hanoi.training.need.NeedQueries.UnitReach;

/** Reading training needs. */
@Path("/training-needs")
@Tag(name = "Training Needs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class NeedResource {
    private final NeedQueries queries;
    private final CurrentCaller caller;

    NeedResource(NeedQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** What the list can be asked for, as it came. */
    record NeedParams(
            @Parameter(description = "OPEN or WITHDRAWN; default both") @QueryParam("state") @Nullable
            String state,

            @Parameter(description = "Only of this classified year") @QueryParam("year") @Nullable
            String year,

            @Parameter(description = "Only of this officer") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Only of officers whose main post of today is in this unit")
            @QueryParam("unitId")
            @Nullable
            String unitId,

            @Parameter(description = "How far below unitId: SELF (default), CHILDREN or SUBTREE")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {
        /** Refusal: query.invalid-parameter. */
        NeedQueries.Filter filter() {
            var reach = Params.oneOf(UnitReach.class, "unitScope", unitScope);
            if (reach != null && unitId == null) {
                throw Params.invalid("unitScope", "only together with unitId");
            }
            return new NeedQueries.Filter(
                    Params.oneOf(NeedState.class, "state", state),
                    Params.number("year", year),
                    Params.uuid("officerId", officerId),
                    Params.uuid("unitId", unitId),
                    reach == null ? UnitReach.SELF : reach);
        }
    }

    @GET
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "listTrainingNeeds",
            summary = "Training needs of officers in your scope, the latest year first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Nhu cầu bồi dưỡng của cán bộ trong phạm vi, năm mới nhất trước"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<NeedView> list(@BeanParam NeedParams params, @BeanParam ListParams page) {
        return queries.page(params.filter(), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "getTrainingNeed",
            summary = "One training need",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một nhu cầu bồi dưỡng"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<NeedView> get(@Parameter(description = "Id of the need") @PathParam("id") UUID id) {
        var found = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }
}
