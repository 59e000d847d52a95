package vn.gov.hanoi.training.need;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.need.NeedApi.NeedView;
import vn.gov.hanoi.training.need.NeedApi.RefuseRequest;

/** What managers do with needs. */
@Path("/training-needs/{id}/actions")
@Tag(name = "Training Needs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class NeedActionResource {
    private final StateNeed stateNeed;
    private final NeedQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    NeedActionResource(StateNeed stateNeed, NeedQueries queries, Writes writes, CurrentCaller caller) {
        this.stateNeed = stateNeed;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/approve")
    @RolesAllowed("training-manager")
    @Operation(
            operationId = "approveTrainingNeed",
            summary = "Confirm a need that somebody else stated, of somebody else",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xác nhận nhu cầu bồi dưỡng do người khác đề nghị"),
                @Extension(name = "x-permission", value = "training-manager"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Confirmed; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {NeedView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the need") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the need that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return once(id, Map.of("approve", id), () -> stateNeed.confirm(id, ifMatch, who));
    }

    @POST
    @Path("/reject")
    @RolesAllowed("training-manager")
    @Operation(
            operationId = "rejectTrainingNeed",
            summary = "Refuse a need that somebody else stated, with a reason",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Từ chối nhu cầu bồi dưỡng kèm lý do"),
                @Extension(name = "x-permission", value = "training-manager"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Refused; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {NeedView.class, DryRun.class})))
    public Response reject(
            @Parameter(description = "Id of the need") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the need that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull RefuseRequest request) {
        var who = caller.get();
        return once(id, request, () -> stateNeed.refuse(id, ifMatch, request.reason(), who));
    }

    private Response once(UUID id, Object content, LongSupplier action) {
        var who = caller.get();
        return writes.once(content, () -> queries.one(id, who), () -> {
            long version = action.getAsLong();
            return Answer.ok(queries.one(id, who), version);
        });
    }
}
