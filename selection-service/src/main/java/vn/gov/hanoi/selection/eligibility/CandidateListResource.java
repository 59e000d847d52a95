package vn.gov.hanoi.selection.eligibility;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.eligibility.EligibilityRequests.LockRequest;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundApi.RoundView;
import vn.gov.hanoi.selection.round.RoundRequests.CancelRequest;
import vn.gov.hanoi.selection.round.RoundRequests.DecideRequest;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.RoundViews;
import vn.gov.hanoi.selection.round.Rounds;

/** Acts on rounds that look at the candidates. They answer with the round, which tells nothing of a candidate. */
@Path("/rounds")
@Tag(name = "Rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CandidateListResource {
    private final CandidateLists lists;
    private final Rounds rounds;
    private final RoundViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    CandidateListResource(CandidateLists lists, Rounds rounds, RoundViews views, Writes writes, CurrentCaller caller) {
        this.lists = lists;
        this.rounds = rounds;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/actions/lock")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "lockRound",
            summary = "Freezes the findings about all candidates",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chốt kết quả kiểm tra điều kiện dự tuyển"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundView.class, DryRun.class})))
    public Response lock(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid LockRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> lists.lock(id, ifMatch, who), headers);
    }

    @POST
    @Path("/{id}/actions/issue")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "issueRound",
            summary = "Publishes the list of candidates, or suspends the round if they are too few",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố danh sách người đủ điều kiện dự tuyển"),
                @Extension(name = "x-permission", value = "selection-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundView.class, DryRun.class})))
    public Response issue(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DecideRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> lists.issue(id, ifMatch, request.decision(), who), headers);
    }

    @POST
    @Path("/{id}/actions/suspend")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "suspendRound",
            summary = "Suspends a round whose candidates have become too few",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tạm dừng kỳ thi tuyển do không đủ người dự tuyển"),
                @Extension(name = "x-permission", value = "selection-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundView.class, DryRun.class})))
    public Response suspend(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid CancelRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> lists.suspend(id, ifMatch, request.decision(), request.reason(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, Round> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> rounds.requireVisible(id, who), () -> {
            var round = act.apply(who);
            var view = views.of(round, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, round.version());
        });
    }
}
