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
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistFilter;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistRequest;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What inspections ask. */
@Path("/checklists")
@Tag(name = "Checklists", description = "What inspections ask, in versions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ChecklistResource {
    private final DraftChecklist draft;
    private final PublishChecklist publishChecklist;
    private final ChecklistQueries queries;
    private final ViewerQueries viewers;
    private final Writes writes;
    private final CurrentCaller caller;

    ChecklistResource(
            DraftChecklist draft,
            PublishChecklist publishChecklist,
            ChecklistQueries queries,
            ViewerQueries viewers,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.publishChecklist = publishChecklist;
        this.queries = queries;
        this.viewers = viewers;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "createChecklist",
            summary = "Draft a checklist",
            description = "Its next version is given when it is published; a version never changes.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Soạn danh mục nội dung kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ChecklistView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be drafted",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ChecklistRequest request) {
        var who = caller.get();
        return writes.once(request, () -> viewers.of(who), () -> draft.draft(request, who));
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER})
    @Operation(
            operationId = "listChecklists",
            summary = "List checklists",
            description = "The latest first: published versions, and drafts for who leads inspections.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách danh mục nội dung kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead, inspector, inspection-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ChecklistView> list(@BeanParam ChecklistFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER})
    @Operation(
            operationId = "getChecklist",
            summary = "Read a checklist",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem danh mục nội dung kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead, inspector, inspection-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The checklist",
            content = @Content(schema = @Schema(implementation = ChecklistView.class)))
    public Response get(@Parameter(description = "Id of the checklist") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "publishChecklist",
            summary = "Publish a checklist",
            description = "As the next version of its code; inspections can ask it from now on.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ban hành danh mục nội dung kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {ChecklistView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the checklist") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the checklist that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("publish", id), () -> queries.get(id, who), () -> publishChecklist.publish(id, ifMatch, who));
    }
}
