package vn.gov.hanoi.selection.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptView;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptsView;
import vn.gov.hanoi.selection.paper.SheetApi.ThirdRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Scripts of the marking that is going on. */
@Path("/scripts")
@Tag(name = "Scripts", description = "Scripts under their codes, for the head of the board that marks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ScriptResource {
    private final AssignMarkers markers;
    private final ReadExam read;
    private final Writes writes;
    private final CurrentCaller caller;

    ScriptResource(AssignMarkers markers, ReadExam read, Writes writes, CurrentCaller caller) {
        this.markers = markers;
        this.read = read;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "listScripts",
            summary = "Scripts of the marking that is going on, by their codes; for the head of the board",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách bài thi theo phách và tiến độ chấm"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ScriptsView list(
            @Parameter(description = "The written round; needed") @QueryParam("examId") @Nullable String examId) {
        return read.scripts(SheetResource.needed(examId), caller.get());
    }

    @POST
    @Path("/{id}/actions/assign")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "assignScript",
            summary = "Names the third marker of a script whose two markings lie too far apart",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chỉ định người chấm thứ ba"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ScriptView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the script") @PathParam("id") UUID id,
            @NotNull @Valid ThirdRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> markers.require(id, who),
                () -> new Answer(200, markers.third(id, request.data().officerId(), who), null, null));
    }
}
