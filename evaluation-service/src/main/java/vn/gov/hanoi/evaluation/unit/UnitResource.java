package vn.gov.hanoi.evaluation.unit;

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
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unit.UnitApi.AddCodeRequest;
import vn.gov.hanoi.evaluation.unit.UnitApi.CorrectUnitRequest;
import vn.gov.hanoi.evaluation.unit.UnitApi.CreateUnitRequest;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitFilter;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitItem;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitView;
import vn.gov.hanoi.kernel.http.Params;
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
    private final CorrectUnit correctUnit;
    private final UnitQueries queries;
    private final UnitDeltaQueries deltas;
    private final DirectoryGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitResource(
            CreateUnit createUnit,
            CorrectUnit correctUnit,
            UnitQueries queries,
            UnitDeltaQueries deltas,
            DirectoryGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.createUnit = createUnit;
        this.correctUnit = correctUnit;
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
    public Response get(
            @Parameter(description = "Id of the unit") @PathParam("id") UUID id,
            @Parameter(description = "Day whose truth is shown; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(description = "Moment up to which records count; default now") @QueryParam("knownAt") @Nullable
                    String knownAt) {
        var view = queries.get(id, ListParams.day(asOf), Params.instant("knownAt", knownAt), caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "correctUnit",
            summary = "Correct what is recorded of a unit",
            description =
                    "For errors of recording. What the City decides anew is a reorganisation. What was known before stays "
                            + "readable with knownAt.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính thông tin đơn vị"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be corrected",
            content = @Content(schema = @Schema(anyOf = {UnitView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the unit") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is corrected") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectUnitRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> guard.requireVisible(who, id), () -> correctUnit.correct(id, ifMatch, request, who));
    }

    @POST
    @Path("/{id}/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createUnitCode",
            summary = "Record a code of a unit",
            description =
                    "From its first day it stands in the place of the unit's other code of the scheme, which closes and is never "
                            + "used again.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận mã của đơn vị"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The unit with its codes; with validateOnly: it would be recorded",
            content = @Content(schema = @Schema(anyOf = {UnitView.class, DryRun.class})))
    public Response addCode(
            @Parameter(description = "Id of the unit") @PathParam("id") UUID id,
            @Valid @NotNull AddCodeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> guard.requireVisible(who, id), () -> correctUnit.addCode(id, request, who));
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listUnits",
            summary = "List units in force",
            description =
                    "sort is code (default) or name, both in natural Vietnamese order. With updatedSince: a delta without "
                            + "filters, with tombstones, ending with page.deltaToken.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách đơn vị đang có hiệu lực"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<UnitItem> list(@BeanParam UnitFilter filter, @BeanParam ListParams params) {
        return filter.updatedSince() == null
                ? queries.list(filter, params, caller.get())
                : deltas.list(filter, params, caller.get());
    }
}
