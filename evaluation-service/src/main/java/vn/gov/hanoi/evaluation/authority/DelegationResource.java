package vn.gov.hanoi.evaluation.authority;

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
import vn.gov.hanoi.evaluation.authority.DelegationApi.CreateDelegationRequest;
import vn.gov.hanoi.evaluation.authority.DelegationApi.DelegationFilter;
import vn.gov.hanoi.evaluation.authority.DelegationApi.DelegationView;
import vn.gov.hanoi.evaluation.authority.DelegationApi.RevokeDelegationRequest;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unit.DirectoryGuard;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Orders by which officers act for others. */
@Path("/delegations")
@Tag(name = "Delegations", description = "Orders by which one officer acts for another in a unit and below it")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DelegationResource {
    private final CreateDelegation createDelegation;
    private final RevokeDelegation revokeDelegation;
    private final DelegationQueries queries;
    private final DelegationAccess access;
    private final DirectoryGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    DelegationResource(
            CreateDelegation createDelegation,
            RevokeDelegation revokeDelegation,
            DelegationQueries queries,
            DelegationAccess access,
            DirectoryGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.createDelegation = createDelegation;
        this.revokeDelegation = revokeDelegation;
        this.queries = queries;
        this.access = access;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createDelegation",
            summary = "Record a delegation",
            description =
                    "A acts for B in a unit and below it. It gives what B holds there, day by day, and ends when B ceases to be head.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận quyết định ủy quyền"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateDelegationRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> guard.authorise(who, request.unitId(), "/unitId"),
                () -> createDelegation.create(request, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getDelegation",
            summary = "Read a delegation",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem quyết định ủy quyền"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public Response get(
            @Parameter(description = "Id of the delegation") @PathParam("id") UUID id,
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
            operationId = "listDelegations",
            summary = "List delegations in force on the day",
            description = "sort is validFrom.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách quyết định ủy quyền đang có hiệu lực"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<DelegationView> list(@BeanParam DelegationFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @POST
    @Path("/{id}/actions/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "revokeDelegation",
            summary = "End a delegation before its time",
            description = "Those that pass it on end with it. On its first day: it was never in force.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chấm dứt ủy quyền trước thời hạn"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Ended; with validateOnly: it would be ended",
            content = @Content(schema = @Schema(anyOf = {DelegationView.class, DryRun.class})))
    public Response revoke(
            @Parameter(description = "Id of the delegation") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is ended") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull RevokeDelegationRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> access.require(who, id), () -> revokeDelegation.revoke(id, ifMatch, request, who));
    }
}
