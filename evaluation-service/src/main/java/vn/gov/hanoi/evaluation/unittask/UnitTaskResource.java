package vn.gov.hanoi.evaluation.unittask;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskFilter;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskSummary;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskView;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.AssignRequest;
import vn.gov.hanoi.evaluation.unittask.UnitTaskRequests.ExtendRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Tasks of units. */
@Path("/unit-tasks")
@Tag(name = "Unit Tasks", description = "Tasks that a unit above assigns to units")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class UnitTaskResource {
    private final AssignTask assignTask;
    private final ActOnTask actOnTask;
    private final UnitTaskQueries queries;
    private final TaskGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitTaskResource(
            AssignTask assignTask,
            ActOnTask actOnTask,
            UnitTaskQueries queries,
            TaskGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.assignTask = assignTask;
        this.actOnTask = actOnTask;
        this.queries = queries;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("task-keeper")
    @Operation(
            operationId = "createUnitTask",
            summary = "Assign a task to a unit",
            description = "For a unit strictly below that of the caller. Many at once: an import of UNIT_TASKS.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giao nhiệm vụ cho đơn vị"),
                @Extension(name = "x-permission", value = "task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Assigned",
            content = @Content(schema = @Schema(implementation = UnitTaskView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be assigned",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull AssignRequest request) {
        var who = caller.get();
        return writes.once(request, () -> guard.requireScope(who), () -> assignTask.assign(request, who));
    }

    @GET
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "listUnitTasks",
            summary = "List tasks of units",
            description = "By due day; sort is dueOn. asOf and knownAt do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách nhiệm vụ giao cho đơn vị"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<UnitTaskSummary> list(@BeanParam UnitTaskFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "getUnitTask",
            summary = "Read a task with its history",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem nhiệm vụ và quá trình thực hiện"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = UnitTaskView.class)))
    public Response get(@Parameter(description = "Id of the task") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("task-keeper")
    @Operation(
            operationId = "createUnitTaskExtension",
            summary = "Extend the due day of a task by decision",
            description = "Whether it is late follows from the new day; the days before stay in the history.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Gia hạn nhiệm vụ"),
                @Extension(name = "x-permission", value = "task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Extended; with validateOnly: it would be extended",
            content = @Content(schema = @Schema(anyOf = {UnitTaskView.class, DryRun.class})))
    public Response extend(
            @Parameter(description = "Id of the task") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is extended") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ExtendRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> queries.require(id, who), () -> actOnTask.act(id, ifMatch, request.step(), who));
    }
}
