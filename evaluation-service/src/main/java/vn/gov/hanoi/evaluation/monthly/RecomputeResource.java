package vn.gov.hanoi.evaluation.monthly;

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
import vn.gov.hanoi.evaluation.monthly.RecomputeApi.RecomputeRequest;
import vn.gov.hanoi.evaluation.monthly.RecomputeApi.RecomputedView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Results computed again. */
@Path("/evaluations/{id}/actions/recompute")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RecomputeResource {
    private final RecomputeSheet recompute;
    private final SheetDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    RecomputeResource(RecomputeSheet recompute, SheetDesk desk, Writes writes, CurrentCaller caller) {
        this.recompute = recompute;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "recomputeEvaluation",
            summary = "Compute a result again",
            description =
                    "Without a decision: from the stored inputs, which gives the stored digest for ever; nothing changes. With a decision: a result that rests on a replaced input gets a new revision from the same marks and the present input.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tính lại kết quả"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The result, and what differs; with validateOnly: the same as effects",
            content = @Content(schema = @Schema(anyOf = {RecomputedView.class, DryRun.class})))
    public Response recompute(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on; for a new revision")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull RecomputeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> recompute.recompute(id, ifMatch, request, who));
    }
}
