package vn.gov.hanoi.training.plan;

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
import vn.gov.hanoi.training.plan.PlanApi.LineVersionsView;
import vn.gov.hanoi.training.plan.PlanApi.PlanLineView;

/** Lines of plans: quota and what is taken of it. */
@Path("/plan-lines")
@Tag(name = "Plan Lines", description = "Classes, places and money that the plan gives")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PlanLineResource {
    private final PlanLineQueries queries;
    private final CurrentCaller caller;

    PlanLineResource(PlanLineQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlanLines",
            summary = "Plan lines by year, in the order of the decision",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chỉ tiêu kế hoạch theo năm, theo thứ tự quyết định"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanLineView> list(
            @Parameter(description = "Only of this plan") @QueryParam("planId") @Nullable String planId,
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @Parameter(description = "Only of the block with this code") @QueryParam("block") @Nullable String block,
            @Parameter(description = "ASSIGNED or PENDING_APPROVAL") @QueryParam("status") @Nullable String status,
            @Parameter(description = "Only assigned to this unit") @QueryParam("unitId") @Nullable String unitId,
            @Parameter(description = "Quota as it is valid on this day; default the newest recorded")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "Quota as it was known at this moment; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @BeanParam ListParams page) {
        var filter = new PlanLineQueries.Filter(
                Params.uuid("planId", planId),
                Params.number("year", year),
                ListParams.code("block", block),
                Params.oneOf(AssignmentStatus.class, "status", status),
                Params.uuid("unitId", unitId),
                PlanTime.of(asOf, knownAt));
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanLine",
            summary = "One plan line",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một chỉ tiêu kế hoạch"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PlanLineView> get(@Parameter(description = "Id of the plan line") @PathParam("id") UUID id) {
        var line = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(line)
                .header(HttpHeaders.ETAG, line.etag())
                .build();
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlanLineVersions",
            summary = "All versions of a plan line, by decision",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các phiên bản của chỉ tiêu theo quyết định"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public LineVersionsView versions(@Parameter(description = "Id of the plan line") @PathParam("id") UUID id) {
        return queries.versions(id, caller.get());
    }
}
