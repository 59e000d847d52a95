package vn.gov.hanoi.selection.round;

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

/** Acts on rounds that no candidate has to do with. */
@Path("/rounds")
@Tag(name = "Rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RoundActionResource {
    private final ActOnRound acts;
    private final RoundAccess access;
    private final RoundViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    RoundActionResource(ActOnRound acts, RoundAccess access, RoundViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.access = access;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/actions/approve")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "approveRound",
            summary = "Approves the plan of a round; by another person than its authors",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Phê duyệt kế hoạch thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundApi.RoundView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequests.DecideRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.approve(id, ifMatch, request.decision(), who), headers);
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(RoundRoles.ORGANISER)
    @Operation(
            operationId = "publishRound",
            summary = "Announces all posts of a round",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thông báo thi tuyển công khai"),
                @Extension(name = "x-permission", value = RoundRoles.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundApi.RoundView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequests.PublishRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.publish(id, ifMatch, request.data().wanted(), who), headers);
    }

    @POST
    @Path("/{id}/actions/assign")
    @RolesAllowed(RoundRoles.ORGANISER)
    @Operation(
            operationId = "assignRound",
            summary = "Says who handles the applications",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Phân công người xử lý hồ sơ dự tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundApi.RoundView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequests.AssignRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.assign(id, ifMatch, request.data().personnel(), who), headers);
    }

    @POST
    @Path("/{id}/actions/reopen")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "reopenRound",
            summary = "Takes dossiers again after a suspension",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở lại kỳ thi tuyển đã tạm dừng"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundApi.RoundView.class, DryRun.class})))
    public Response reopen(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequests.ReopenRequest request,
            @Context HttpHeaders headers) {
        return act(
                id,
                request,
                who -> acts.reopen(id, ifMatch, request.data(), request.decision(), request.reason(), who),
                headers);
    }

    @POST
    @Path("/{id}/actions/cancel")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "cancelRound",
            summary = "Ends a round without a result",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy kỳ thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RoundApi.RoundView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequests.CancelRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.cancel(id, ifMatch, request.decision(), request.reason(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, Round> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> access.requireRound(id, who), () -> {
            var round = act.apply(who);
            var view = views.of(round, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, round.version());
        });
    }
}
