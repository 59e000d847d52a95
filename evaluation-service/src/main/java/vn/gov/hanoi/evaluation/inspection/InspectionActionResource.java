package vn.gov.hanoi.evaluation.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import vn.gov.hanoi.evaluation.inspection.InspectionApi.AssignRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionView;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ReasonRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.Recused;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How an inspection goes on. */
@Path("/inspections/{id}/actions")
@Tag(name = "Inspections")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class InspectionActionResource {
    private final AssignTeam assign;
    private final ActOnInspection acts;
    private final InspectionDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    InspectionActionResource(
            AssignTeam assign, ActOnInspection acts, InspectionDesk desk, Writes writes, CurrentCaller caller) {
        this.assign = assign;
        this.acts = acts;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "assignInspection",
            summary = "Send other people",
            description =
                    "Before it begins. Who declared a conflict does not come back; a complete team is a draft again.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay đổi thành viên đoàn kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {InspectionView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull AssignRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> assign.assign(id, ifMatch, request, who));
    }

    @POST
    @Path("/recuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "recuseInspection",
            summary = "Step aside",
            description = "A member declares a conflict of interest and is out of the team at once.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thành viên đoàn xin rút vì xung đột lợi ích"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {Recused.class, DryRun.class})))
    public Response recuse(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.act(id, ifMatch, Act.RECUSE, request.reason(), who));
    }

    @POST
    @Path("/ready")
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "readyInspection",
            summary = "Say that an inspection is ready",
            description = "The team is complete, and nobody in it has a post in the unit.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hoàn tất chuẩn bị cuộc kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {InspectionView.class, DryRun.class})))
    public Response ready(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("ready", id), () -> desk.see(id, who), () -> acts.act(id, ifMatch, Act.READY, null, who));
    }

    @POST
    @Path("/start")
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "startInspection",
            summary = "Begin an inspection",
            description = "By the head of the team, within the window. From now on an unannounced one is known.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bắt đầu cuộc kiểm tra"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {InspectionView.class, DryRun.class})))
    public Response start(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("start", id), () -> desk.see(id, who), () -> acts.act(id, ifMatch, Act.START, null, who));
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "cancelInspection",
            summary = "Drop an inspection",
            description = "Before it begins. An unannounced one that never began stays unknown.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy cuộc kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {InspectionView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.act(id, ifMatch, Act.CANCEL, request.reason(), who));
    }
}
