package vn.gov.hanoi.selection.objection;

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
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.objection.ObjectionApi.ActRequest;
import vn.gov.hanoi.selection.objection.ObjectionApi.PublishRequest;
import vn.gov.hanoi.selection.objection.ObjectionApi.RemarkingView;
import vn.gov.hanoi.selection.paper.Remarking;
import vn.gov.hanoi.selection.paper.Remarking.Standing;
import vn.gov.hanoi.selection.round.RoundRoles;

/** The second marking of a written round. */
@Path("/written-exams")
@Tag(name = "Written Exams", description = "Written rounds, which have the id of their round")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RemarkingResource {
    private final ActOnObjection acts;
    private final ReadObjection read;
    private final Remarking remarking;
    private final Writes writes;
    private final CurrentCaller caller;

    RemarkingResource(
            ActOnObjection acts, ReadObjection read, Remarking remarking, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.read = read;
        this.remarking = remarking;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/remarking")
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.APPROVER})
    @Operation(
            operationId = "getRemarking",
            summary = "How far the second marking has come, for the head of its board and who decides",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tiến độ phúc khảo"),
                @Extension(name = "x-permission", value = "selection-panel, selection-approver"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<RemarkingView> get(@Parameter(description = "Id of the round") @PathParam("id") UUID id) {
        var view = view(read.remarking(id, caller.get()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @Path("/{id}/remarking/actions/assign")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "assignRemarking",
            summary = "Draws two markers who never had the script for each contested paper, after the time to object",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bốc thăm phân công chấm phúc khảo"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RemarkingView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request) {
        return act(id, request, who -> acts.assign(id, ifMatch, who));
    }

    @POST
    @Path("/{id}/remarking/actions/publish")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "publishRemarking",
            summary = "Tells the outcomes of all objections together; a new mark supersedes the first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kết quả phúc khảo"),
                @Extension(name = "x-permission", value = "selection-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {RemarkingView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid PublishRequest request) {
        return act(id, request, who -> acts.publish(id, ifMatch, request.decision(), who));
    }

    private Response act(UUID id, Object request, Function<Caller, Standing> act) {
        var who = caller.get();
        return writes.once(request, () -> remarking.require(id, who), () -> {
            var view = view(act.apply(who));
            return Answer.ok(view, view.version());
        });
    }

    private static RemarkingView view(Standing standing) {
        return new RemarkingView(
                standing.examId(),
                standing.etag(),
                standing.stage(),
                standing.objectionsUntil(),
                standing.remarkUntil(),
                standing.remarkedOn(),
                standing.version());
    }
}
