package vn.gov.hanoi.evaluation.officer;

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
import vn.gov.hanoi.evaluation.officer.OfficerApi.CreateOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.FindOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerFilter;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerItem;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unit.DirectoryGuard;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** People in the service of the City: reading and recording. What is done to one of them is {@link OfficerActionResource}. */
@Path("/officers")
@Tag(name = "Officers", description = "People in the service of the City and their posts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OfficerResource {
    private final CreateOfficer createOfficer;
    private final FindOfficer findOfficer;
    private final OfficerQueries queries;
    private final OfficerDeltaQueries deltas;
    private final DirectoryGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    OfficerResource(
            CreateOfficer createOfficer,
            FindOfficer findOfficer,
            OfficerQueries queries,
            OfficerDeltaQueries deltas,
            DirectoryGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.createOfficer = createOfficer;
        this.findOfficer = findOfficer;
        this.queries = queries;
        this.deltas = deltas;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createOfficer",
            summary = "Record an officer",
            description = "With the first, main post in a unit of the caller's scope.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận cán bộ, công chức, viên chức"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateOfficerRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> guard.authorise(who, request.assignment().unitId(), "/assignment/unitId"),
                () -> createOfficer.create(request, who));
    }

    @POST
    @Path("/actions/find")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "findOfficer",
            summary = "Find the officer with a personal number",
            description = "Reads only, so it takes no Idempotency-Key. Nobody outside the caller's scope is found.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tìm cán bộ, công chức, viên chức theo số định danh cá nhân"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "READ")
            })
    @APIResponse(
            responseCode = "200",
            description = "The officer",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    public Response find(@Valid @NotNull FindOfficerRequest request) {
        var view = findOfficer.find(request, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getOfficer",
            summary = "Read an officer with all posts",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem cán bộ, công chức, viên chức"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The officer",
            content = @Content(schema = @Schema(implementation = OfficerView.class)))
    public Response get(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
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
            operationId = "listOfficers",
            summary = "List officers with a post on the day",
            description =
                    "sort is officer.name: given name, then family name, then middle names, in Vietnamese order. With updatedSince: a "
                            + "delta without filters, with tombstones, ending with page.deltaToken.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách cán bộ, công chức, viên chức"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<OfficerItem> list(@BeanParam OfficerFilter filter, @BeanParam ListParams params) {
        return filter.updatedSince() == null
                ? queries.list(filter, params, caller.get())
                : deltas.list(filter, params, caller.get());
    }
}
