package vn.gov.hanoi.selection.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationView;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.application.ApplicationRequests.DossierRequest;
import vn.gov.hanoi.selection.application.ApplicationRequests.HoldRequest;
import vn.gov.hanoi.selection.application.ApplicationRequests.WithdrawRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Acts on applications. */
@Path("/applications")
@Tag(name = "Applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ApplicationActionResource {
    private final ActOnApplication acts;
    private final ApplicationQueries queries;
    private final ApplicationViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ApplicationActionResource(
            ActOnApplication acts,
            ApplicationQueries queries,
            ApplicationViews views,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.queries = queries;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}/documents")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "updateApplicationDocuments",
            summary = "Puts other documents in the place of all",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cập nhật thành phần hồ sơ"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ApplicationView.class, DryRun.class})))
    public Response documents(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DossierRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.documents(id, ifMatch, request.documents(), who), headers);
    }

    @POST
    @Path("/{id}/actions/withdraw")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "withdrawApplication",
            summary = "The person does not stand any more, or is exempt",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút hồ sơ dự tuyển hoặc miễn dự tuyển"),
                @Extension(name = "x-permission", value = "selection-personnel, selection-candidate"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ApplicationView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid WithdrawRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.withdraw(id, ifMatch, request, who), headers);
    }

    @POST
    @Path("/{id}/actions/lock")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "lockApplication",
            summary = "Legal hold: nothing is purged",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giữ hồ sơ theo yêu cầu pháp lý"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ApplicationView.class, DryRun.class})))
    public Response lock(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid HoldRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.hold(id, ifMatch, true, request, who), headers);
    }

    @POST
    @Path("/{id}/actions/release")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "releaseApplication",
            summary = "Ends a legal hold",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bỏ giữ hồ sơ"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ApplicationView.class, DryRun.class})))
    public Response release(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid HoldRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.hold(id, ifMatch, false, request, who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireVisible(id, who), () -> {
            var laid = act.apply(who);
            var view = views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, laid.application().version());
        });
    }
}
