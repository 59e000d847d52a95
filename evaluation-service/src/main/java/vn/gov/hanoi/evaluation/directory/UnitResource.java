package vn.gov.hanoi.evaluation.directory;

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
import vn.gov.hanoi.evaluation.directory.UnitApi.CreateUnitRequest;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitFilter;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Units of the City. */
@Path("/units")
@Tag(name = "Units", description = "Units of the City as a tree, in force from a day to a day")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class UnitResource {
    private final CreateUnit createUnit;
    private final UnitQueries queries;
    private final DirectoryGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitResource(
            CreateUnit createUnit, UnitQueries queries, DirectoryGuard guard, Writes writes, CurrentCaller caller) {
        this.createUnit = createUnit;
        this.queries = queries;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createUnit",
            summary = "Record a unit",
            description =
                    "Below a unit of the caller's scope. While there is no unit, the City itself, by a caller whose "
                            + "token names its code.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận đơn vị"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateUnitRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> guard.authorise(who, request.parentId(), "/parentId"),
                () -> createUnit.create(request, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getUnit",
            summary = "Read a unit",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem đơn vị"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response get(@Parameter(description = "Id of the unit") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listUnits",
            summary = "List units in force",
            description = "sort is code (default) or name, both in natural Vietnamese order.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách đơn vị đang có hiệu lực"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<UnitView> list(@BeanParam UnitFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }
}
