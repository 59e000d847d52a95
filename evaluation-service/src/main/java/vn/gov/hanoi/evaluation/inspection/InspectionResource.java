package vn.gov.hanoi.evaluation.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingRequest;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingView;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.CreateRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionFilter;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionSummary;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Inspections of public duty. */
@Path("/inspections")
@Tag(name = "Inspections", description = "Who is inspected by whom; an unannounced one is there when it begins")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class InspectionResource {
    private final DraftInspection draft;
    private final RecordFinding recordFinding;
    private final InspectionQueries queries;
    private final InspectionDesk desk;
    private final InspectionViews views;
    private final ViewerQueries viewers;
    private final Writes writes;
    private final CurrentCaller caller;

    InspectionResource(
            DraftInspection draft,
            RecordFinding recordFinding,
            InspectionQueries queries,
            InspectionDesk desk,
            InspectionViews views,
            ViewerQueries viewers,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.recordFinding = recordFinding;
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.viewers = viewers;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "createInspection",
            summary = "Draw up an inspection",
            description =
                    "By plan or unannounced. An unannounced one exists for its team and for those who lead inspections in the scope alone, until it begins.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập cuộc kiểm tra công vụ"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Drawn up",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be drawn up",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateRequest request) {
        var who = caller.get();
        return writes.once(request, () -> viewers.of(who), () -> draft.draft(request, who));
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "listInspections",
            summary = "List inspections",
            description = "The latest window first. Participants see those of units that they answer for.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách cuộc kiểm tra"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<InspectionSummary> list(@BeanParam InspectionFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "getInspection",
            summary = "Read an inspection",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem cuộc kiểm tra"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The inspection",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response get(@Parameter(description = "Id of the inspection") @PathParam("id") UUID id) {
        var seen = desk.see(id, caller.get());
        return Response.ok(views.full(seen))
                .header("ETag", Etags.of(seen.inspection().rowVersion()))
                .build();
    }

    @POST
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "createFinding",
            summary = "Record a finding",
            description =
                    "By a member of the team while the inspection goes on. Persons and who was head on the day of the event answer for it on the sheets of that month.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận vi phạm, thiếu sót"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response find(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Valid @NotNull FindingRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> recordFinding.record(id, request, who));
    }
}
