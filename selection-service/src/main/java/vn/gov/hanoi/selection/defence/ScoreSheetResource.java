package vn.gov.hanoi.selection.defence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Sheets of members, each for its member only. */
@Path("/score-sheets")
@Tag(name = "Score Sheets", description = "Sheets of members of councils")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ScoreSheetResource {
    private final ActOnSheet acts;
    private final DefenceDesk desk;
    private final DefenceViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ScoreSheetResource(ActOnSheet acts, DefenceDesk desk, DefenceViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "getScoreSheet",
            summary = "Your sheet of a defence",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Phiếu chấm của bạn"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<DefenceApi.SheetView> get(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view =
                acts.see(id, caller.get(), own -> views.of(own, ProblemTexts.choose(headers.getAcceptableLanguages())));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "updateScoreSheet",
            summary = "Writes points into your sheet",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi điểm vào phiếu chấm của bạn"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DefenceApi.SheetView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.SheetRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.write(id, ifMatch, request.marks(), who), headers);
    }

    @POST
    @Path("/{id}/actions/seal")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "sealScoreSheet",
            summary = "Commits to your sheet; it is never changed again",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Niêm phong phiếu chấm; không thể sửa sau đó"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DefenceApi.SheetView.class, DryRun.class})))
    public Response seal(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.SealRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.seal(id, ifMatch, who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, ActOnSheet.Own> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.holdForSheet(id, who), () -> {
            var own = act.apply(who);
            return Answer.ok(
                    views.of(own, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    own.sheet().version());
        });
    }
}
