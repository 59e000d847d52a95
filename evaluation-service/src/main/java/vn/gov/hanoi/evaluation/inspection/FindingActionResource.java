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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.FindingApi.ClaimRequest;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingView;
import vn.gov.hanoi.evaluation.inspection.FindingApi.NoteRequest;
import vn.gov.hanoi.evaluation.inspection.FindingApi.ReInspectRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What becomes of a finding. */
@Path("/findings/{id}/actions")
@Tag(name = "Findings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class FindingActionResource {
    private final ActOnFinding acts;
    private final ReInspect reInspect;
    private final FindingDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    FindingActionResource(
            ActOnFinding acts, ReInspect reInspect, FindingDesk desk, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.reInspect = reInspect;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.PARTICIPANT)
    @Operation(
            operationId = "claimFinding",
            summary = "Say that a finding is remedied",
            description = "By who answers for the unit. It closes nothing: inspectors look.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đơn vị báo cáo đã khắc phục"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {FindingView.class, DryRun.class})))
    public Response claim(
            @Parameter(description = "Id of the finding") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the finding that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ClaimRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> acts.claim(id, ifMatch, request, who));
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "confirmFinding",
            summary = "Confirm that a finding is remedied",
            description = "By a member of the team or of a re-inspection; only that closes it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xác nhận đã khắc phục"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {FindingView.class, DryRun.class})))
    public Response confirm(
            @Parameter(description = "Id of the finding") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the finding that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull NoteRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> desk.see(id, who),
                () -> acts.act(
                        id, ifMatch, FindingGuard.Act.CONFIRM, request.data().note(), who));
    }

    @POST
    @Path("/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "rejectFinding",
            summary = "Say that a finding is not remedied",
            description = "After a re-inspection it escalates.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xác nhận chưa khắc phục"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {FindingView.class, DryRun.class})))
    public Response reject(
            @Parameter(description = "Id of the finding") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the finding that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull NoteRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> desk.see(id, who),
                () -> acts.act(
                        id, ifMatch, FindingGuard.Act.REJECT, request.data().note(), who));
    }

    @POST
    @Path("/re-inspect")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.LEAD)
    @Operation(
            operationId = "reInspectFinding",
            summary = "Send a team again",
            description = "Draws up a re-inspection that points to the finding.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập cuộc tái kiểm tra"),
                @Extension(name = "x-permission", value = "inspection-lead"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {FindingView.class, DryRun.class})))
    public Response reInspect(
            @Parameter(description = "Id of the finding") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the finding that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReInspectRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> reInspect.inspect(id, ifMatch, request, who));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "withdrawFinding",
            summary = "Take a finding back",
            description = "What it took off sheets no longer stands, and decided ones are flagged.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút kết luận vi phạm"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {FindingView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the finding") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the finding that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull NoteRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> desk.see(id, who),
                () -> acts.act(
                        id, ifMatch, FindingGuard.Act.WITHDRAW, request.data().note(), who));
    }
}
