package vn.gov.hanoi.evaluation.objection;

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
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ResolveRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How an objection goes on. */
@Path("/objections/{id}/actions")
@Tag(name = "Objections")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ObjectionActionResource {
    private final ReviewObjection review;
    private final ResolveObjection resolve;
    private final WithdrawObjection withdraw;
    private final ObjectionDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    ObjectionActionResource(
            ReviewObjection review,
            ResolveObjection resolve,
            WithdrawObjection withdraw,
            ObjectionDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.review = review;
        this.resolve = resolve;
        this.withdraw = withdraw;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/review")
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "reviewObjection",
            summary = "Take an objection up",
            description = "Somebody who may resolve it looks at it; binds nobody.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thụ lý kiến nghị"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {ObjectionView.class, DryRun.class})))
    public Response review(
            @Parameter(description = "Id of the objection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the objection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(Map.of("review", id), () -> desk.see(id, who), () -> review.review(id, ifMatch, who));
    }

    @POST
    @Path("/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "resolveObjection",
            summary = "Resolve an objection",
            description =
                    "Somebody who decides for the agency or one above it and had no hand in the result. Accepted: the result is corrected with it; validateOnly shows what would change.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải quyết kiến nghị"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {ObjectionView.class, DryRun.class})))
    public Response resolve(
            @Parameter(description = "Id of the objection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the objection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ResolveRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> resolve.resolve(id, ifMatch, request, who));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "withdrawObjection",
            summary = "Withdraw an objection",
            description = "The one who objects; within the window another one may follow.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút kiến nghị"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {ObjectionView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the objection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the objection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(Map.of("withdraw", id), () -> desk.see(id, who), () -> withdraw.withdraw(id, ifMatch, who));
    }
}
