package vn.gov.hanoi.training.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionSummary;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionView;

/** Decisions about plans. */
@Path("/plan-decisions")
@Tag(name = "Plan Decisions", description = "Decisions that make or change a plan")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PlanDecisionResource {
    /** A decision never changes, so it has one version. */
    private static final long ONLY_VERSION = 1;

    private final AssignPlan assignPlan;
    private final ChangePlan changePlan;
    private final PlanDecisionQueries queries;
    private final Directory directory;
    private final Writes writes;
    private final CurrentCaller caller;

    PlanDecisionResource(
            AssignPlan assignPlan,
            ChangePlan changePlan,
            PlanDecisionQueries queries,
            Directory directory,
            Writes writes,
            CurrentCaller caller) {
        this.assignPlan = assignPlan;
        this.changePlan = changePlan;
        this.queries = queries;
        this.directory = directory;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlanDecisions",
            summary = "Decisions about plans, newest signature first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định giao kế hoạch, mới ký trước"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanDecisionSummary> list(
            @Parameter(description = "Only of this plan") @QueryParam("planId") @Nullable String planId,
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @BeanParam ListParams page) {
        var filter = new PlanDecisionQueries.Filter(Params.uuid("planId", planId), Params.number("year", year));
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanDecision",
            summary = "A decision with what it assigned",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một quyết định với nội dung đã giao"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PlanDecisionView> get(@Parameter(description = "Id of the decision") @PathParam("id") UUID id) {
        return RestResponse.ResponseBuilder.ok(queries.one(id, caller.get()))
                .header(HttpHeaders.ETAG, Etags.of(ONLY_VERSION))
                .build();
    }

    @POST
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "createPlanDecision",
            summary = "Record a decision that assigns, adjusts, transfers or releases quota and money of a year",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Ghi quyết định giao, điều chỉnh, điều chuyển chỉ tiêu và dự toán của năm"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PlanDecisionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull PlanDecisionRequest request) {
        var who = caller.get();
        var signed = request.decision();
        return writes.once(request, () -> directory.authorise(who, signed.issuer(), signed.signedOn()), () -> {
            Refused.ifAny(PlanRules.misplaced(request));
            var decision =
                    request.kind().isChange() ? changePlan.change(request, who) : assignPlan.assign(request, who);
            var location = "/training/v1/plan-decisions/" + decision.id();
            return Answer.created(location, queries.one(decision.id(), who), ONLY_VERSION);
        });
    }
}
