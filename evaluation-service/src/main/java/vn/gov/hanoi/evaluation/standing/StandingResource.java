package vn.gov.hanoi.evaluation.standing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.standing.StandingApi.RecomputeRequest;
import vn.gov.hanoi.evaluation.standing.StandingApi.RecomputedView;
import vn.gov.hanoi.evaluation.standing.StandingApi.StandingView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Where people stand in a year. */
@Path("/annual-standings")
@Tag(name = "Annual Standings", description = "What the told months of a year come to so far; no rating decisions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class StandingResource {
    private final Standings standings;
    private final Writes writes;
    private final CurrentCaller caller;

    StandingResource(Standings standings, Writes writes, CurrentCaller caller) {
        this.standings = standings;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listAnnualStandings",
            summary = "List where people stand in a year",
            description =
                    "By officer, as of now; a corrected month counts as corrected at once. Visible like the sheet of the last published month; "
                            + "points are for who has a part in it and for the keeper of its unit.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kết quả lũy kế các tháng trong năm"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Page<StandingView> list(@BeanParam StandingFilter filter, @BeanParam ListParams params) {
        return standings.read(filter, params, caller.get());
    }

    @POST
    @Path("/actions/recompute")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            operationId = "recomputeAnnualStandings",
            summary = "Count the standings of a year again from its months",
            description =
                    "For after a restore, or to see that they are right: tells how many were not. Months that are told or corrected meanwhile "
                            + "wait for the end, some seconds for the whole City.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tính lại kết quả lũy kế của năm từ kết quả các tháng"),
                @Extension(name = "x-permission", value = "operator"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "What was found; with validateOnly: it would have been",
            content = @Content(schema = @Schema(anyOf = {RecomputedView.class, DryRun.class})))
    public Response recompute(@Valid @NotNull RecomputeRequest request) {
        var who = caller.get();
        return writes.bulk(
                request, () -> {}, () -> new Answer(200, standings.recompute(request.year(), who), null, null));
    }
}
