package vn.gov.hanoi.evaluation.inspection;

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
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ConcludeRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How an inspection comes to its end. */
@Path("/inspections/{id}/actions/conclude")
@Tag(name = "Inspections")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ConclusionResource {
    private final ConcludeInspection conclude;
    private final InspectionDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    ConclusionResource(ConcludeInspection conclude, InspectionDesk desk, Writes writes, CurrentCaller caller) {
        this.conclude = conclude;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(InspectionRoles.INSPECTOR)
    @Operation(
            operationId = "concludeInspection",
            summary = "Conclude an inspection",
            description =
                    "By the head of the team: minutes, conclusion, recommendations and an answer to each question.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết luận cuộc kiểm tra"),
                @Extension(name = "x-permission", value = "inspector"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {InspectionView.class, DryRun.class})))
    public Response conclude(
            @Parameter(description = "Id of the inspection") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the inspection that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ConcludeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> conclude.conclude(id, ifMatch, request, who));
    }
}
