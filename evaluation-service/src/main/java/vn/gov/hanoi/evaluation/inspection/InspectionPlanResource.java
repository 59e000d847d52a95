package vn.gov.hanoi.evaluation.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanFilter;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanRequest;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Plans of inspections. */
@Path("/inspection-plans")
@Tag(
        name = "Inspection Plans",
        description = "Whom the plan of a year names; an unannounced line is there when its inspection has begun")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class InspectionPlanResource {
    private final DraftPlan draft;
    private final ApprovePlan approvePlan;
    private final PlanQueries queries;
    private final ViewerQueries viewers;
    private final Writes writes;
    private final CurrentCaller caller;

    InspectionPlanResource(
            DraftPlan draft,
            ApprovePlan approvePlan,
            PlanQueries queries,
            ViewerQueries viewers,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.approvePlan = approvePlan;
        this.queries = queries;
        this.viewers = viewers;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "createInspectionPlan",
            summary = "Draft the plan of a year",
            description = "With all its lines, which never change. A draft is for those who lead inspections alone.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập kế hoạch kiểm tra công vụ năm"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be drafted",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull PlanRequest request) {
        var who = caller.get();
        return writes.once(request, () -> viewers.of(who), () -> draft.draft(request, who));
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER})
    @Operation(
            operationId = "listInspectionPlans",
            summary = "List plans",
            description = "The latest year first, each with the lines that there are for the caller.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kế hoạch kiểm tra công vụ"),
                @Extension(name = "x-permission", value = "inspection-lead, inspector, inspection-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanView> list(@BeanParam PlanFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER})
    @Operation(
            operationId = "getInspectionPlan",
            summary = "Read a plan",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kế hoạch kiểm tra công vụ"),
                @Extension(name = "x-permission", value = "inspection-lead, inspector, inspection-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@Parameter(description = "Id of the plan") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/approve")
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "approveInspectionPlan",
            summary = "Approve a plan",
            description = "By the decision that it names; by somebody else than who drafted it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Phê duyệt kế hoạch kiểm tra công vụ"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {PlanView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the plan that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("approve", id), () -> queries.get(id, who), () -> approvePlan.approve(id, ifMatch, who));
    }
}
