package vn.gov.hanoi.evaluation.unittask;

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
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskView;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.CancelRequest;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.CorrectRequest;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.ResolveRequest;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.SubmitRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How a task goes on. */
@Path("/unit-tasks/{id}/actions")
@Tag(name = "Unit Tasks")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class UnitTaskActionResource {
    private final ActOnTask actOnTask;
    private final UnitTaskQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitTaskActionResource(ActOnTask actOnTask, UnitTaskQueries queries, Writes writes, CurrentCaller caller) {
        this.actOnTask = actOnTask;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("task-keeper")
    @Operation(
            operationId = "submitUnitTask",
            summary = "Report the outcome of a task with its evidence",
            description =
                    "By the unit; the quality is for the authority above to judge. May be reported again until it is resolved.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Báo cáo kết quả nhiệm vụ"),
                @Extension(name = "x-permission", value = "task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Reported; with validateOnly: it would be reported",
            content = @Content(schema = @Schema(anyOf = {UnitTaskView.class, DryRun.class})))
    public Response submit(
            @Parameter(description = "Id of the task") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull SubmitRequest request) {
        return act(id, ifMatch, request, request.step());
    }

    @POST
    @Path("/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "resolveUnitTask",
            summary = "Confirm the outcome of a task",
            description =
                    "By an officer with authority (DECIDE) over the unit above; nobody confirms for the own unit. A report is not required.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xác nhận kết quả nhiệm vụ"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Resolved; with validateOnly: it would be resolved",
            content = @Content(schema = @Schema(anyOf = {UnitTaskView.class, DryRun.class})))
    public Response resolve(
            @Parameter(description = "Id of the task") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ResolveRequest request) {
        return act(id, ifMatch, request, request.step());
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("task-keeper")
    @Operation(
            operationId = "cancelUnitTask",
            summary = "Withdraw a task",
            description = "By who stands above the unit, as long as it is not resolved. It counts nowhere.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy nhiệm vụ"),
                @Extension(name = "x-permission", value = "task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn; with validateOnly: it would be withdrawn",
            content = @Content(schema = @Schema(anyOf = {UnitTaskView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the task") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CancelRequest request) {
        return act(id, ifMatch, request, request.step());
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "correctUnitTask",
            summary = "Correct what was recorded of a task",
            description =
                    "As long as it is not resolved by a keeper above the unit; then by an officer with authority over the unit above.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính nhiệm vụ"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be corrected",
            content = @Content(schema = @Schema(anyOf = {UnitTaskView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the task") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectRequest request) {
        return act(id, ifMatch, request, request.step());
    }

    private Response act(UUID id, @Nullable String ifMatch, Object request, TaskStep step) {
        var who = caller.get();
        return writes.once(request, () -> queries.require(id, who), () -> actOnTask.act(id, ifMatch, step, who));
    }
}
