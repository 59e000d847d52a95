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
import vn.gov.hanoi.training.degree.DegreeApi.CommitRequest;
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;

/** How a degree is paid. */
@Path("/degree-trainings/{id}/actions/commit")
@Tag(name = "Degree Trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DegreeMoneyResource {
    private final CommitCosts commitCosts;
    private final DegreeQueries queries;
    private final DegreeDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    DegreeMoneyResource(
            CommitCosts commitCosts, DegreeQueries queries, DegreeDesk desk, Writes writes, CurrentCaller caller) {
        this.commitCosts = commitCosts;
        this.queries = queries;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(DegreeGuard.PLANNER)
    @Operation(
            operationId = "commitDegreeTraining",
            summary = "Commit a part of the costs from an account of the training money",
            description =
                    "Of an approved or running degree, in parts, so that each year pays its own; together at most the costs. Spent by entries against the commitment; what is left goes back when the study ends or the proposal is taken back.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cam kết kinh phí đào tạo từ tài khoản"),
                @Extension(name = "x-permission", value = DegreeGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Committed; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {DegreeTrainingView.class, DryRun.class})))
    public Response commit(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CommitRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.see(id, who), () -> {
            var changed = commitCosts.commit(id, ifMatch, request, who);
            return Answer.ok(desk.full(id, who), changed.version());
        });
    }
}
