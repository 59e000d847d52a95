package vn.gov.hanoi.training.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalPatch;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalRequest;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalView;

/** Proposals of units for the plan of a year. */
@Path("/plan-proposals")
@Tag(name = "Plan Proposals", description = "What units ask to be put into the plan")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ProposalResource {
    private final DraftProposal draft;
    private final ProposalQueries queries;
    private final Directory directory;
    private final Writes writes;
    private final CurrentCaller caller;

    ProposalResource(
            DraftProposal draft, ProposalQueries queries, Directory directory, Writes writes, CurrentCaller caller) {
        this.draft = draft;
        this.queries = queries;
        this.directory = directory;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "listPlanProposals",
            summary = "Proposals of units in your scope, newest year first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Đề xuất nhu cầu của các đơn vị trong phạm vi, năm mới trước"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ProposalView> list(
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @Parameter(description = "Only of this unit") @QueryParam("unitId") @Nullable String unitId,
            @Parameter(description = "DRAFT, SUBMITTED, RETURNED or WITHDRAWN") @QueryParam("state") @Nullable
                    String state,
            @BeanParam ListParams page) {
        var filter = new ProposalQueries.Filter(
                Params.number("year", year),
                Params.uuid("unitId", unitId),
                Params.oneOf(ProposalState.class, "state", state));
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "getPlanProposal",
            summary = "A proposal with its lines, what went into them and what they went into",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một đề xuất với các chỉ tiêu và nguồn gốc của chúng"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<ProposalView> get(@Parameter(description = "Id of the proposal") @PathParam("id") UUID id) {
        var found = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "createPlanProposal",
            summary = "Draft the proposal of a unit; lines of units below may go into its lines",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Soạn đề xuất của đơn vị, tổng hợp đề xuất của đơn vị cấp dưới"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ProposalRequest request) {
        var who = caller.get();
        return writes.once(request, () -> directory.authorise(who, request.unitId()), () -> {
            var proposal = draft.draft(request, who);
            var location = "/training/v1/plan-proposals/" + proposal.id();
            return Answer.created(location, queries.one(proposal.id(), who), proposal.version());
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "updatePlanProposal",
            summary = "Replace the lines of a draft or of a returned proposal",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay các chỉ tiêu của đề xuất đang soạn hoặc bị trả lại"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Replaced; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {ProposalView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the proposal") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the proposal that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ProposalPatch request) {
        var who = caller.get();
        return writes.once(request, () -> queries.one(id, who), () -> {
            var proposal = draft.replace(id, ifMatch, request.lines(), who);
            return Answer.ok(queries.one(id, who), proposal.version());
        });
    }
}
