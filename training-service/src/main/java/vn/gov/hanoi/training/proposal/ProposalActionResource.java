package vn.gov.hanoi.training.proposal;

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
import java.util.function.Supplier;
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
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalView;
import vn.gov.hanoi.training.proposal.ProposalApi.ReturnRequest;

/** What happens to proposals. */
@Path("/plan-proposals/{id}/actions")
@Tag(name = "Plan Proposals")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ProposalActionResource {
    private final ActOnProposal act;
    private final ProposalQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    ProposalActionResource(ActOnProposal act, ProposalQueries queries, Writes writes, CurrentCaller caller) {
        this.act = act;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/submit")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "submitPlanProposal",
            summary = "Submit a proposal to the unit above; the City's needs an estimate in each line",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Gửi đề xuất lên đơn vị cấp trên"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Submitted; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {ProposalView.class, DryRun.class})))
    public Response submit(
            @Parameter(description = "Id of the proposal") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the proposal that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return once(id, Map.of("submit", id), () -> act.submit(id, ifMatch, who));
    }

    @POST
    @Path("/return")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "returnPlanProposal",
            summary = "Send a submitted proposal back to its unit with a reason",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Trả lại đề xuất kèm lý do"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Returned; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {ProposalView.class, DryRun.class})))
    public Response sendBack(
            @Parameter(description = "Id of the proposal") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the proposal that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReturnRequest request) {
        var who = caller.get();
        return once(id, request, () -> act.sendBack(id, ifMatch, request.reason(), who));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "withdrawPlanProposal",
            summary = "Take a proposal back that has not gone on",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút đề xuất chưa được tổng hợp"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {ProposalView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the proposal") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the proposal that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return once(id, Map.of("withdraw", id), () -> act.withdraw(id, ifMatch, who));
    }

    private Response once(UUID id, Object content, Supplier<Proposal> action) {
        var who = caller.get();
        return writes.once(content, () -> queries.one(id, who), () -> {
            var proposal = action.get();
            return Answer.ok(queries.one(id, who), proposal.version());
        });
    }
}
