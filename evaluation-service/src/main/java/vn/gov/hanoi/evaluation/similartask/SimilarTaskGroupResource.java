package vn.gov.hanoi.evaluation.similartask;

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
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.CloseGroupRequest;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.CreateGroupRequest;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.GroupFilter;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.GroupView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Groups of units with similar tasks. */
@Path("/similar-task-groups")
@Tag(
        name = "Similar Task Groups",
        description = "Units with similar tasks, whose small ones count together under the cap")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SimilarTaskGroupResource {
    private final RecordSimilarTaskGroup recordGroup;
    private final CloseSimilarTaskGroup closeGroup;
    private final SimilarTaskGroupQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    SimilarTaskGroupResource(
            RecordSimilarTaskGroup recordGroup,
            CloseSimilarTaskGroup closeGroup,
            SimilarTaskGroupQueries queries,
            Writes writes,
            CurrentCaller caller) {
        this.recordGroup = recordGroup;
        this.closeGroup = closeGroup;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(SimilarTaskGroupQueries.KEEPER)
    @Operation(
            operationId = "createSimilarTaskGroup",
            summary = "Record units with similar tasks",
            description =
                    "By the keeper of the City. Small units of a group count together under the cap where their rule set says so.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận nhóm đơn vị có nhiệm vụ tương đồng"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateGroupRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireScope(who), () -> recordGroup.record(request, who));
    }

    @GET
    @RolesAllowed({"evaluation-reader", SimilarTaskGroupQueries.KEEPER})
    @Operation(
            operationId = "listSimilarTaskGroups",
            summary = "List groups of units with similar tasks",
            description = "The latest first: those with a unit in the scope.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách nhóm đơn vị có nhiệm vụ tương đồng"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<GroupView> list(@BeanParam GroupFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"evaluation-reader", SimilarTaskGroupQueries.KEEPER})
    @Operation(
            operationId = "getSimilarTaskGroup",
            summary = "Read a group of units with similar tasks",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem nhóm đơn vị có nhiệm vụ tương đồng"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response get(@Parameter(description = "Id of the group") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(SimilarTaskGroupQueries.KEEPER)
    @Operation(
            operationId = "closeSimilarTaskGroup",
            summary = "End a group of units with similar tasks",
            description = "By the keeper of the City, from a day that no told month of its units ends after.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc nhóm đơn vị có nhiệm vụ tương đồng"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Ended; with validateOnly: it would be ended",
            content = @Content(schema = @Schema(anyOf = {GroupView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the group") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the group that is ended") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseGroupRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.get(id, who), () -> closeGroup.close(id, ifMatch, request, who));
    }
}
