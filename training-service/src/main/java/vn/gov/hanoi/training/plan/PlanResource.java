package vn.gov.hanoi.training.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import vn.gov.hanoi.training.plan.PlanApi.ClosePlanRequest;
import vn.gov.hanoi.training.plan.PlanApi.PlanView;

/** Plans by year. */
@Path("/plans")
@Tag(name = "Plans", description = "Training plan of the City, a year each")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PlanResource {
    private final PlanQueries queries;
    private final PlanViews views;
    private final ClosePlan closePlan;
    private final Writes writes;
    private final CurrentCaller caller;

    PlanResource(PlanQueries queries, PlanViews views, ClosePlan closePlan, Writes writes, CurrentCaller caller) {
        this.queries = queries;
        this.views = views;
        this.closePlan = closePlan;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlans",
            summary = "Training plans, newest year first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kế hoạch đào tạo, bồi dưỡng theo năm"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanView> list(
            @Parameter(description = "Only of this year") @QueryParam("year") @Nullable String year,
            @BeanParam ListParams page) {
        return queries.page(Params.number("year", year), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlan",
            summary = "A plan with its blocks",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một kế hoạch với các khối"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PlanView> get(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "Figures as they are valid on this day; default the newest recorded")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "Figures as they were known at this moment; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt) {
        var time = PlanTime.of(asOf, knownAt);
        var plan = time.equals(PlanTime.NEWEST) ? views.full(id, caller.get()) : queries.one(id, time, caller.get());
        return RestResponse.ResponseBuilder.ok(plan)
                .header(HttpHeaders.ETAG, plan.etag())
                .build();
    }

    @POST
    @Path("/{id}/actions/close")
    @RolesAllowed(PlanGuard.PLANNER)
    @Operation(
            operationId = "closePlan",
            summary = "Close a plan by a decision, once no class and no money of it is open",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đóng kế hoạch khi không còn lớp và kinh phí đang mở"),
                @Extension(name = "x-permission", value = PlanGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Closed; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {PlanView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the plan that is closed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ClosePlanRequest request) {
        var who = caller.get();
        return writes.once(request, () -> closePlan.authorise(id, who), () -> {
            var plan = closePlan.close(id, ifMatch, request, who);
            return Answer.ok(views.full(plan.id(), who), plan.version());
        });
    }
}
