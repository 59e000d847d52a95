package vn.gov.hanoi.selection.council;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.selection.council.PanelApi.PanelSummary;
import vn.gov.hanoi.selection.council.PanelApi.PanelView;
import vn.gov.hanoi.selection.council.PanelRequests.CouncilRequest;
import vn.gov.hanoi.selection.council.PanelRequests.DissolveRequest;
import vn.gov.hanoi.selection.council.PanelRequests.ReplaceRequest;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Councils: who chairs, keeps the minutes and judges the defences. */
@Path("/councils")
@Tag(
        name = "Councils",
        description = "Councils of rounds: formed after the list of candidates, dissolved after the results")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CouncilResource {
    private static final String READING =
            "selection-reader, selection-approver, selection-panel, selection-inspector, selection-candidate";
    private static final Set<Body> COUNCIL = Set.of(Body.COUNCIL);

    private final PanelWrites panels;

    CouncilResource(PanelWrites panels) {
        this.panels = panels;
    }

    @GET
    @RolesAllowed({RoundRoles.READER, RoundRoles.APPROVER, RoundRoles.PANEL, RoundRoles.INSPECTOR, RoundRoles.CANDIDATE
    })
    @Operation(
            operationId = "listCouncils",
            summary = "Councils of the rounds that you may know of; the youngest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hội đồng thi tuyển của các kỳ thi bạn được xem"),
                @Extension(name = "x-permission", value = READING),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PanelSummary> list(
            @Parameter(description = "The round") @QueryParam("roundId") @Nullable String roundId,
            @BeanParam PageParams params) {
        return panels.list(COUNCIL, Params.uuid("roundId", roundId), params.page());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.READER, RoundRoles.APPROVER, RoundRoles.PANEL, RoundRoles.INSPECTOR, RoundRoles.CANDIDATE
    })
    @Operation(
            operationId = "getCouncil",
            summary = "A council with its members, decisions and quorum",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Một hội đồng thi tuyển: thành viên, quyết định, số thành viên tối thiểu để họp"),
                @Extension(name = "x-permission", value = READING),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PanelView> get(
            @Parameter(description = "Id of the council") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = panels.one(id, COUNCIL, headers);
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "createCouncil",
            summary = "Forms the council of a round by decision",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thành lập hội đồng thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Formed",
            content = @Content(schema = @Schema(implementation = PanelView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been formed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid CouncilRequest request, @Context HttpHeaders headers) {
        return panels.form(request, request.roundId(), Body.COUNCIL, request.members(), request.decision(), headers);
    }

    @POST
    @Path("/{id}/actions/replace")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "replaceCouncil",
            summary = "Gives the seat of a member to another person",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay thế thành viên hội đồng thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {PanelView.class, DryRun.class})))
    public Response replace(
            @Parameter(description = "Id of the council") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ReplaceRequest request,
            @Context HttpHeaders headers) {
        return panels.replace(id, COUNCIL, ifMatch, request, headers);
    }

    @POST
    @Path("/{id}/actions/dissolve")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "dissolveCouncil",
            summary = "Ends the duty of the council after the results are told",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thể hội đồng thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {PanelView.class, DryRun.class})))
    public Response dissolve(
            @Parameter(description = "Id of the council") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DissolveRequest request,
            @Context HttpHeaders headers) {
        return panels.dissolve(id, COUNCIL, ifMatch, request, headers);
    }
}
