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
import java.util.List;
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

/** Defences: reading, and the acts of who leads one. */
@Path("/defences")
@Tag(name = "Defences", description = "Defences of projects before the council")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DefenceResource {
    private final ActOnDefence acts;
    private final DefenceDesk desk;
    private final DefenceViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    DefenceResource(ActOnDefence acts, DefenceDesk desk, DefenceViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "getDefence",
            summary =
                    "A defence with its tag and what can be done with it; for members who may judge the candidate, and the candidate",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Một buổi bảo vệ đề án; dành cho thành viên được chấm và thí sinh"),
                @Extension(name = "x-permission", value = "selection-panel, selection-candidate"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<DefenceApi.DefenceView> get(
            @Parameter(description = "Id of the defence") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = views.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @Path("/{id}/actions/assign")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "assignDefence",
            summary = "Says who is present; each member gets a sheet",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận người có mặt và phát phiếu chấm"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DefenceApi.DefenceView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the defence") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.AssignRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.assign(id, ifMatch, request.data(), who), headers);
    }

    @POST
    @Path("/{id}/actions/reveal")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "revealDefence",
            summary = "Opens all sheets of a defence together",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở đồng thời tất cả phiếu chấm"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DefenceApi.DefenceView.class, DryRun.class})))
    public Response reveal(
            @Parameter(description = "Id of the defence") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.RevealRequest request,
            @Context HttpHeaders headers) {
        var absent = request.absent() == null ? List.<UUID>of() : request.absent();
        return act(id, request, who -> acts.reveal(id, ifMatch, absent, request.reason(), who), headers);
    }

    @POST
    @Path("/{id}/actions/review")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "reviewDefence",
            summary = "Records what was found about sheets that lie far apart; the points stay",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Ghi kết quả xem xét khi điểm chênh lệch lớn; giữ nguyên điểm"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {DefenceApi.DefenceView.class, DryRun.class})))
    public Response review(
            @Parameter(description = "Id of the defence") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DefenceRequests.ReviewRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.review(id, ifMatch, request.reason(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, DefenceDesk.Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.hold(id, who), () -> {
            var laid = act.apply(who);
            return Answer.ok(
                    views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    laid.defence().version());
        });
    }
}
