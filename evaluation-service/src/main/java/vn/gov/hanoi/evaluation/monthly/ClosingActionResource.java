package vn.gov.hanoi.evaluation.monthly;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ClosingView;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.LockClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.PublishClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ReopenClosingRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How a month of an agency goes on. */
@Path("/closings/{id}/actions")
@Tag(name = "Closings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClosingActionResource {
    private final PublishClosing publishClosing;
    private final LockClosing lockClosing;
    private final ReopenClosing reopenClosing;
    private final ClosingDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    ClosingActionResource(
            PublishClosing publishClosing,
            LockClosing lockClosing,
            ReopenClosing reopenClosing,
            ClosingDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.publishClosing = publishClosing;
        this.lockClosing = lockClosing;
        this.reopenClosing = reopenClosing;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "publishClosing",
            summary = "Publish all results of a month",
            description =
                    "All or none. Refused with the list by score if more people have the top grade than the cap allows; it never chooses.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kết quả của kỳ"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Published; with validateOnly: it would be published",
            content = @Content(schema = @Schema(anyOf = {ClosingView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the closing") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the closing that is published") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull PublishClosingRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> publishClosing.publish(id, ifMatch, request, who));
    }

    @POST
    @Path("/lock")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "lockClosing",
            summary = "Lock a month",
            description =
                    "Once petitions are no longer possible; with a digest over all results. Before the units below it only with a reason.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Khóa kỳ đánh giá"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Locked; with validateOnly: it would be locked",
            content = @Content(schema = @Schema(anyOf = {ClosingView.class, DryRun.class})))
    public Response lock(
            @Parameter(description = "Id of the closing") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the closing that is locked") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @Nullable LockClosingRequest request) {
        var who = caller.get();
        return writes.once(
                request == null ? Map.of("lock", id) : request,
                () -> desk.see(id, who),
                () -> lockClosing.lock(id, ifMatch, request, who));
    }

    @POST
    @Path("/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "reopenClosing",
            summary = "Reopen a locked month",
            description =
                    "By a decision of somebody above the unit. Results stay told and change by corrections alone; every lock stays in the history.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở lại kỳ đã khóa"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Reopened; with validateOnly: it would be reopened",
            content = @Content(schema = @Schema(anyOf = {ClosingView.class, DryRun.class})))
    public Response reopen(
            @Parameter(description = "Id of the closing") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the closing that is reopened") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReopenClosingRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> reopenClosing.reopen(id, ifMatch, request, who));
    }
}
