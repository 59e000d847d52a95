package vn.gov.hanoi.selection.eligibility;

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
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.application.ApplicationQueries;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ChecksView;
import vn.gov.hanoi.selection.eligibility.EligibilityRequests.DecideRequest;
import vn.gov.hanoi.selection.eligibility.EligibilityRequests.RecomputeRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Findings about candidates, for those who may know of the application. */
@Path("/applications")
@Tag(name = "Applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EligibilityResource {
    private final ReadEligibility reading;
    private final DecideFinding acts;
    private final ApplicationQueries applications;
    private final Writes writes;
    private final CurrentCaller caller;

    EligibilityResource(
            ReadEligibility reading,
            DecideFinding acts,
            ApplicationQueries applications,
            Writes writes,
            CurrentCaller caller) {
        this.reading = reading;
        this.acts = acts;
        this.applications = applications;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/eligibility-checks")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "listEligibilityChecks",
            summary = "What was found about a candidate, the newest check first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết quả kiểm tra điều kiện dự tuyển, mới nhất trước"),
                @Extension(name = "x-permission", value = "selection-personnel, selection-candidate"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ChecksView checks(@Parameter(description = "Id of the application") @PathParam("id") UUID id) {
        return reading.checks(id, caller.get());
    }

    @POST
    @Path("/{id}/actions/recompute")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "recomputeApplication",
            summary = "Checks again; a difference is kept and told",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiểm tra lại điều kiện dự tuyển"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ChecksView.class, DryRun.class})))
    public Response recompute(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid RecomputeRequest request) {
        return act(id, request, who -> acts.recheck(id, ifMatch, who));
    }

    @POST
    @Path("/{id}/actions/decide")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "decideApplication",
            summary = "Lets a reasoned decision stand in the place of a finding",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định khác với kết quả kiểm tra điều kiện"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ChecksView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DecideRequest request) {
        return act(id, request, who -> acts.decide(id, ifMatch, request, who));
    }

    private Response act(UUID id, Object request, Function<Caller, Laid> act) {
        var who = caller.get();
        return writes.once(request, () -> applications.requireVisible(id, who), () -> {
            var laid = act.apply(who);
            return Answer.ok(reading.of(id), laid.application().version());
        });
    }
}
