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
import vn.gov.hanoi.training.degree.DegreeApi.ApplyRequest;
import vn.gov.hanoi.training.degree.DegreeApi.CloseRequest;
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;

/** Sending, and the end of the study. */
@Path("/degree-trainings/{id}/actions")
@Tag(name = "Degree Trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DegreeStudyResource {
    private final SendLearner sendLearner;
    private final DegreeQueries queries;
    private final DegreeDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    DegreeStudyResource(
            SendLearner sendLearner, DegreeQueries queries, DegreeDesk desk, Writes writes, CurrentCaller caller) {
        this.sendLearner = sendLearner;
        this.queries = queries;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/apply")
    @RolesAllowed(DegreeGuard.PLANNER)
    @Operation(
            operationId = "applyDegreeTraining",
            summary = "Record that the officer is sent, with the signed promise of service",
            description = "The decree of this day counts. The service commitment is made by it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cử đi đào tạo, kèm cam kết phục vụ"),
                @Extension(name = "x-permission", value = DegreeGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Sent; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response apply(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ApplyRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> sendLearner.send(id, ifMatch, request, who));
    }

    @POST
    @Path("/close")
    @RolesAllowed(DegreeGuard.PLANNER)
    @Operation(
            operationId = "closeDegreeTraining",
            summary = "Record how the study ended",
            description =
                    "Completed with the diploma: service begins. Not completed or left: a case of compensation is proposed if the decree has one.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận kết quả đào tạo"),
                @Extension(name = "x-permission", value = DegreeGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Closed; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseRequest request) {
        var who = caller.get();
        return act(id, request, who, () -> sendLearner.close(id, ifMatch, request, who));
    }

    private Response act(UUID id, Object request, Caller who, Supplier<DegreeTraining> command) {
        return writes.once(request, () -> queries.see(id, who), () -> {
            var changed = command.get();
            return Answer.ok(desk.full(id, who), changed.version());
        });
    }
}
