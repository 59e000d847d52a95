package vn.gov.hanoi.training.need;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.need.NeedApi.NeedRequest;
import vn.gov.hanoi.training.need.NeedApi.NeedView;
import vn.gov.hanoi.training.need.NeedQueries.UnitReach;

/** Reading and stating training needs. */
@Path("/training-needs")
@Tag(name = "Training Needs", description = "What officers and units need to learn")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class NeedResource {
    private final NeedQueries queries;
    private final StateNeed stateNeed;
    private final Writes writes;
    private final CurrentCaller caller;

    NeedResource(NeedQueries queries, StateNeed stateNeed, Writes writes, CurrentCaller caller) {
        this.queries = queries;
        this.stateNeed = stateNeed;
        this.writes = writes;
        this.caller = caller;
    }

    /** What the list can be asked for, as it came. */
    record NeedParams(
            @Parameter(description = "PROPOSED, OPEN, REFUSED or WITHDRAWN; default all") @QueryParam("state") @Nullable
            String state,

            @Parameter(description = "CLASSIFICATION, PERSON, MANAGER, REQUIRED_TRAINING or WEAK_CRITERION")
            @QueryParam("origin")
            @Nullable
            String origin,

            @Parameter(description = "Only of this year") @QueryParam("year") @Nullable
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
                    Params.oneOf(NeedOrigin.class, "origin", origin),
                    Params.number("year", year),
                    Params.uuid("officerId", officerId),
                    Params.uuid("unitId", unitId),
                    reach == null ? UnitReach.SELF : reach);
        }
    }

    @GET
    @RolesAllowed({"training-planner", "training-manager"})
    @Operation(
            operationId = "listTrainingNeeds",
            summary = "Training needs of officers in your scope, the latest year first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Nhu cầu bồi dưỡng của cán bộ trong phạm vi, năm mới nhất trước"),
                @Extension(name = "x-permission", value = "training-planner, training-manager"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<NeedView> list(@BeanParam NeedParams params, @BeanParam ListParams page) {
        return queries.page(params.filter(), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"training-planner", "training-manager"})
    @Operation(
            operationId = "getTrainingNeed",
            summary = "One training need",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một nhu cầu bồi dưỡng"),
                @Extension(name = "x-permission", value = "training-planner, training-manager"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<NeedView> get(@Parameter(description = "Id of the need") @PathParam("id") UUID id) {
        var found = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "createTrainingNeed",
            summary = "State a need of an officer in your scope; a manager confirms it",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Ghi nhu cầu bồi dưỡng của cán bộ trong phạm vi, chờ người quản lý xác nhận"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Stated",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull NeedRequest request) {
        var who = caller.get();
        return writes.once(request, () -> stateNeed.authorise(who), () -> {
            var id = stateNeed.state(request, who);
            var view = queries.one(id, who);
            return Answer.created("/training/v1/training-needs/" + id, view, view.version());
        });
    }
}
