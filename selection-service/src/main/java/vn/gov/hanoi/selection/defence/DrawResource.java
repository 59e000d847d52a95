package vn.gov.hanoi.selection.defence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The lot of a round, for its council and its candidates. */
@Path("/rounds/{id}/draw")
@Tag(name = "Draws", description = "Lots that give the order of defences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DrawResource {
    private final ActOnDraw acts;
    private final DefenceDesk desk;
    private final DefenceViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    DrawResource(ActOnDraw acts, DefenceDesk desk, DefenceViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "getDraw",
            summary = "The lot of a round with the defences in its order, as far as you may know of them",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Kết quả bốc thăm thứ tự bảo vệ đề án, trong phạm vi bạn được biết"),
                @Extension(name = "x-permission", value = "selection-panel, selection-candidate"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public DrawApi.DrawView get(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        return views.draw(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    @POST
    @Path("/actions/commit")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "commitDraw",
            summary = "Commits to seed and codes of the lot, before anybody knows who defends",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Cam kết mầm và mã bốc thăm trước khi biết ai vào vòng bảo vệ"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DrawApi.DrawView.class, DryRun.class})))
    public Response commit(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @NotNull @Valid DefenceRequests.CommitRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.commit(id, request.decision(), who), headers);
    }

    @POST
    @Path("/actions/reveal")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "revealDraw",
            summary = "Draws the order of the defences and gives times",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bốc thăm thứ tự và xếp lịch bảo vệ đề án"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DrawApi.DrawView.class, DryRun.class})))
    public Response reveal(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.RevealDrawRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.reveal(id, ifMatch, request.data(), request.decision(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, Draw> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.holdRound(id, who), () -> {
            var draw = act.apply(who);
            return Answer.ok(
                    views.draw(id, who, ProblemTexts.choose(headers.getAcceptableLanguages())), draw.version());
        });
    }
}
