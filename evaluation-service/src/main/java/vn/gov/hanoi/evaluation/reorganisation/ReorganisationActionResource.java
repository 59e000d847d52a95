package vn.gov.hanoi.evaluation.reorganisation;

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
import vn.gov.hanoi.evaluation.operations.OperationView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PlanView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ReasonRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Acts on plans. Whoever drew a plan up does not apply it. */
@Path("/reorganisations/{id}/actions")
@Tag(name = "Reorganisations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ReorganisationActionResource {
    private final DraftReorganisation draft;
    private final RequestAct requestAct;
    private final ReorganisationQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    ReorganisationActionResource(
            DraftReorganisation draft,
            RequestAct requestAct,
            ReorganisationQueries queries,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.requestAct = requestAct;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/apply")
    @RolesAllowed("directory-approver")
    @Operation(
            operationId = "applyReorganisation",
            summary = "Apply a reorganisation",
            description =
                    "One act, by another person than the one who drafted it. The operation tells how far it is; it fails with "
                            + "what the preview shows, and then nothing has changed.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thực hiện phương án sắp xếp"),
                @Extension(name = "x-permission", value = "directory-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "202",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be taken",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response apply(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is applied") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("apply", id),
                () -> queries.requireVisible(id, who),
                () -> requestAct.request(id, ifMatch, Plan.Pending.APPLY, Map.of(), who));
    }

    @POST
    @Path("/revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-approver")
    @Operation(
            operationId = "revertReorganisation",
            summary = "Undo a reorganisation before its day",
            description =
                    "Everything is recorded again as it was, unless something was recorded on top of the plan since.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy thực hiện phương án trước ngày hiệu lực"),
                @Extension(name = "x-permission", value = "directory-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "202",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be taken",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response revert(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is undone") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        var details = request.reason().audited(Map.of());
        return writes.once(
                request,
                () -> queries.requireVisible(id, who),
                () -> requestAct.request(id, ifMatch, Plan.Pending.REVERT, details, who));
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "cancelReorganisation",
            summary = "Drop a draft",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy dự thảo phương án"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Dropped; with validateOnly: it would be dropped",
            content = @Content(schema = @Schema(anyOf = {PlanView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is dropped") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> queries.requireVisible(id, who), () -> draft.cancel(id, ifMatch, request.reason(), who));
    }
}
