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
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationView;
import vn.gov.hanoi.evaluation.monthly.SheetApi.AdviseRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What supporting channels say of sheets. */
@Path("/evaluations/{id}/actions/advise")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AdviceResource {
    private final AdviseSheet advise;
    private final SheetDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    AdviceResource(AdviseSheet advise, SheetDesk desk, Writes writes, CurrentCaller caller) {
        this.advise = advise;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "adviseEvaluation",
            summary = "Advise on a sheet by a supporting channel",
            description =
                    "The holder of the channel by the evaluator matrix of the rule set, before the decision. The decider sees it; points change only if the channel has a weight.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Góp ý, chấm điểm theo kênh hỗ trợ"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response advise(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull AdviseRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> advise.advise(id, ifMatch, request.data(), who));
    }
}
