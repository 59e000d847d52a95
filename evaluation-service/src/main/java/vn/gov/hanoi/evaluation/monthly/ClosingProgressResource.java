package vn.gov.hanoi.evaluation.monthly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressApi.TreeView;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How far a month is, up the tree. */
@Path("/closing-progress")
@Tag(name = "Closings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClosingProgressResource {
    private final ReadClosingProgress progress;
    private final CurrentCaller caller;

    ClosingProgressResource(ReadClosingProgress progress, CurrentCaller caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getClosingProgress",
            summary = "See how far a month is at every level",
            description =
                    "A row for each rating unit, with its own sheets and with all below it: by state, and late ones by step in working days.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tiến độ đánh giá của kỳ theo từng cấp"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = @Content(schema = @Schema(implementation = TreeView.class)))
    public TreeView get(
            @Parameter(description = "Month, for example 2026-07", required = true) @QueryParam("period") @Nullable
                    String period,
            @Parameter(description = "Unit; default the own unit") @QueryParam("unitId") @Nullable String unitId,
            @Parameter(description = "How many levels of rating units below it get rows, 0 to 10; default 1")
                    @QueryParam("levels")
                    @Nullable
                    String levels) {
        return progress.read(period, unitId, levels, caller.get());
    }
}
