package vn.gov.hanoi.training.commitment;

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
import java.util.function.Supplier;
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
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.commitment.CompensationApi.CancelRequest;
import vn.gov.hanoi.training.commitment.CompensationApi.DecideRequest;
import vn.gov.hanoi.training.commitment.CompensationApi.ReleaseRequest;
import vn.gov.hanoi.training.commitment.CompensationViewApi.CompensationView;

/** How a proposed case ends. */
@Path("/compensations/{id}/actions")
@Tag(name = "Compensations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CompensationActionResource {
    private final DecideCompensation decideCompensation;
    private final CompensationViews views;
    private final CompensationDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    CompensationActionResource(
            DecideCompensation decideCompensation,
            CompensationViews views,
            CompensationDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.decideCompensation = decideCompensation;
        this.views = views;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/decide")
    @RolesAllowed(CompensationGuard.APPROVER)
    @Operation(
            operationId = "decideCompensation",
            summary = "Record that a council decided; the debt follows from the formula",
            description = "By somebody else than who proposed it. The commitment ends by it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định đền bù theo kết luận của hội đồng"),
                @Extension(name = "x-permission", value = CompensationGuard.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Decided; with validateOnly: it would be decided",
            content = @Content(schema = @Schema(anyOf = {CompensationView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideCompensation.decide(id, ifMatch, request, who));
    }

    @POST
    @Path("/release")
    @RolesAllowed(CompensationGuard.APPROVER)
    @Operation(
            operationId = "releaseCompensation",
            summary = "Exempt from compensation on a certified ground of the decree",
            description = "By somebody else than who proposed it. On a transfer the commitment goes on.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Miễn đền bù"),
                @Extension(name = "x-permission", value = CompensationGuard.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Exempted; with validateOnly: it would be exempted",
            content = @Content(schema = @Schema(anyOf = {CompensationView.class, DryRun.class})))
    public Response release(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReleaseRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideCompensation.release(id, ifMatch, request, who));
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(CompensationGuard.APPROVER)
    @Operation(
            operationId = "cancelCompensation",
            summary = "Put away a proposal that is no case",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy đề nghị đền bù"),
                @Extension(name = "x-permission", value = CompensationGuard.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Cancelled; with validateOnly: it would be cancelled",
            content = @Content(schema = @Schema(anyOf = {CompensationView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CancelRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideCompensation.cancel(id, ifMatch, request, who));
    }

    private Response act(UUID id, Object request, Caller who, Supplier<CompensationCase> command) {
        return writes.once(request, () -> desk.see(id, who), () -> {
            var changed = command.get();
            return Answer.ok(views.full(id, who), changed.version());
        });
    }
}
