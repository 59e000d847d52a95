package vn.gov.hanoi.selection.result;

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
import vn.gov.hanoi.selection.round.RoundRoles;

/** Acts on results. */
@Path("/merit-lists")
@Tag(name = "Merit Lists", description = "Results of rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class MeritListActionResource {
    private final ActOnResult acts;
    private final ResultDesk desk;
    private final MeritListViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    MeritListActionResource(
            ActOnResult acts, ResultDesk desk, MeritListViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/actions/decide")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "decideMeritList",
            summary = "Puts equal candidates of a post in an order; by the chair",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định thứ tự các thí sinh bằng điểm"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {MeritListApi.MeritListView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid MeritListRequests.DecideRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.decide(id, ifMatch, request.data(), request.reason(), who), headers);
    }

    @POST
    @Path("/{id}/actions/submit")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "submitMeritList",
            summary = "Hands the result over to the authority, with the minutes; by the secretary",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Trình kết quả kèm biên bản"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {MeritListApi.MeritListView.class, DryRun.class})))
    public Response submit(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid MeritListRequests.SubmitRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.submit(id, ifMatch, request.data().minutes(), who), headers);
    }

    @POST
    @Path("/{id}/actions/return")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "returnMeritList",
            summary = "Gives the result back to the council",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Trả lại kết quả cho hội đồng"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {MeritListApi.MeritListView.class, DryRun.class})))
    public Response giveBack(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid MeritListRequests.ReturnRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.giveBack(id, ifMatch, request.reason(), who), headers);
    }

    @POST
    @Path("/{id}/actions/approve")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "approveMeritList",
            summary = "Recognises the result; by nobody who sits in the council",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công nhận kết quả thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {MeritListApi.MeritListView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid MeritListRequests.ApproveRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.approve(id, ifMatch, request.decision(), who), headers);
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(RoundRoles.ORGANISER)
    @Operation(
            operationId = "publishMeritList",
            summary = "Publishes the result",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kết quả thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {MeritListApi.MeritListView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid MeritListRequests.PublishRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.publish(id, ifMatch, who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, ResultDesk.Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.hold(id, who), () -> {
            var laid = act.apply(who);
            return Answer.ok(
                    views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    laid.result().version());
        });
    }
}
