package vn.gov.hanoi.evaluation.officer;

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
import jakarta.ws.rs.QueryParam;
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
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignmentFilter;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CloseRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CorrectAssignmentRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CreateAssignmentRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.HeldView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unit.DirectoryGuard;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Posts of officers. Their tag is that of the officer, since one main post excludes another. */
@Path("/assignments")
@Tag(name = "Assignments", description = "Posts of officers in units, from a day to a day")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AssignmentResource {
    private final AssignOfficer assignOfficer;
    private final ChangeAssignment changeAssignment;
    private final AssignmentQueries queries;
    private final PostGuard posts;
    private final DirectoryGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    AssignmentResource(
            AssignOfficer assignOfficer,
            ChangeAssignment changeAssignment,
            AssignmentQueries queries,
            PostGuard posts,
            DirectoryGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.assignOfficer = assignOfficer;
        this.changeAssignment = changeAssignment;
        this.queries = queries;
        this.posts = posts;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createAssignment",
            summary = "Record a post beside the main one",
            description = "In a unit of the caller's scope. Another main post is an assign action of the officer.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận vị trí kiêm nhiệm, biệt phái, giao quyền"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateAssignmentRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> guard.authorise(who, request.unitId(), "/unitId"),
                () -> assignOfficer.add(request, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getAssignment",
            summary = "Read a post",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem vị trí công tác"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The post with its holder",
            content = @Content(schema = @Schema(implementation = HeldView.class)))
    public Response get(
            @Parameter(description = "Id of the post") @PathParam("id") UUID id,
            @Parameter(description = "Day whose truth is shown; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(description = "Moment up to which records count; default now") @QueryParam("knownAt") @Nullable
                    String knownAt) {
        var view = queries.get(id, ListParams.day(asOf), Params.instant("knownAt", knownAt), caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listAssignments",
            summary = "List posts held on the day",
            description = "sort is validFrom. All posts of an officer, past ones too, stand in the officer.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách vị trí công tác"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<HeldView> list(@BeanParam AssignmentFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @POST
    @Path("/{id}/actions/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "closeAssignment",
            summary = "End a post",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc vị trí công tác"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Ended; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {HeldView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the post") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the officer's version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> posts.requireVisible(id, who), () -> changeAssignment.close(id, ifMatch, request, who));
    }

    @POST
    @Path("/{id}/actions/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "correctAssignment",
            summary = "Correct what is recorded of a post",
            description = "What was known before stays readable with knownAt.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính vị trí công tác"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {HeldView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the post") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the officer's version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectAssignmentRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> posts.requireVisible(id, who),
                () -> changeAssignment.correct(id, ifMatch, request, who));
    }
}
