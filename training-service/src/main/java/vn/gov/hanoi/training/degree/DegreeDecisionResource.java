package vn.gov.hanoi.training.degree;

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
import vn.gov.hanoi.training.degree.DegreeApi.ApproveRequest;
import vn.gov.hanoi.training.degree.DegreeApi.ReasonRequest;
import vn.gov.hanoi.training.degree.DegreeGuard.Act;
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;

/** How a proposal is decided or taken back. */
@Path("/degree-trainings/{id}/actions")
@Tag(name = "Degree Trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DegreeDecisionResource {
    private final DecideTraining decideTraining;
    private final DegreeQueries queries;
    private final DegreeDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    DegreeDecisionResource(
            DecideTraining decideTraining,
            DegreeQueries queries,
            DegreeDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.decideTraining = decideTraining;
        this.queries = queries;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/approve")
    @RolesAllowed(DegreeGuard.APPROVER)
    @Operation(
            operationId = "approveDegreeTraining",
            summary = "Decide that the officer may be sent",
            description =
                    "By somebody else than who proposed it. Each condition of the decree is met, or waived by a decision.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định cử đi đào tạo"),
                @Extension(name = "x-permission", value = DegreeGuard.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Approved; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ApproveRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideTraining.approve(id, ifMatch, request, who));
    }

    @POST
    @Path("/reject")
    @RolesAllowed(DegreeGuard.APPROVER)
    @Operation(
            operationId = "rejectDegreeTraining",
            summary = "Decide that the officer is not sent",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Không chấp thuận cử đi đào tạo"),
                @Extension(name = "x-permission", value = DegreeGuard.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Rejected; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response reject(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideTraining.end(id, ifMatch, Act.REJECT, request.reason(), who));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed(DegreeGuard.PLANNER)
    @Operation(
            operationId = "withdrawDegreeTraining",
            summary = "Take a proposal back before the officer is sent",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút hồ sơ trước khi cử đi"),
                @Extension(name = "x-permission", value = DegreeGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken back; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> decideTraining.end(id, ifMatch, Act.WITHDRAW, request.reason(), who));
    }

    private Response act(UUID id, Object request, Caller who, Supplier<DegreeTraining> command) {
        return writes.once(request, () -> queries.see(id, who), () -> {
            var changed = command.get();
            return Answer.ok(desk.full(id, who), changed.version());
        });
    }
}
