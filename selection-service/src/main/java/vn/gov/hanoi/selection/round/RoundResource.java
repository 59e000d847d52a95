package vn.gov.hanoi.selection.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundApi.RoundSummary;
import vn.gov.hanoi.selection.round.RoundApi.RoundView;
import vn.gov.hanoi.selection.round.RoundRequests.RoundRequest;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Plans of rounds: reading and writing. */
@Path("/rounds")
@Tag(name = "Rounds", description = "Rounds of competitive selection")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RoundResource {
    private final RoundQueries queries;
    private final WritePlan plans;
    private final RoundAccess access;
    private final RoundViews views;
    private final SelectionDefaultQueries defaults;
    private final Writes writes;
    private final CurrentCaller caller;

    RoundResource(
            RoundQueries queries,
            WritePlan plans,
            RoundAccess access,
            RoundViews views,
            SelectionDefaultQueries defaults,
            Writes writes,
            CurrentCaller caller) {
        this.queries = queries;
        this.plans = plans;
        this.access = access;
        this.views = views;
        this.defaults = defaults;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoundRoles.READER)
    @Operation(
            operationId = "listRounds",
            summary = "Rounds of your part of the organisation, the latest start first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các kỳ thi tuyển thuộc phạm vi của bạn"),
                @Extension(name = "x-permission", value = RoundRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<RoundSummary> list(
            @Parameter(
                            description = "State of today; repeated: any of these",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RoundState.class))
                    @QueryParam("state")
                    List<String> state,
            @Parameter(description = "Unit that holds the round") @QueryParam("unitId") @Nullable String unitId,
            @BeanParam PageParams params) {
        var states = EnumSet.noneOf(RoundState.class);
        state.forEach(name -> states.add(Objects.requireNonNull(Params.oneOf(RoundState.class, "state", name))));
        return queries.page(
                states.isEmpty() ? EnumSet.allOf(RoundState.class) : states,
                Params.uuid("unitId", unitId),
                params.page(),
                caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoundRoles.READER)
    @Operation(
            operationId = "getRound",
            summary = "A round with its tag and what can be done with it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một kỳ thi tuyển và các thao tác có thể thực hiện"),
                @Extension(name = "x-permission", value = RoundRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<RoundView> get(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = queries.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed(RoundRoles.ORGANISER)
    @Operation(
            operationId = "createRound",
            summary = "Writes the plan of a round as a draft",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập kế hoạch thi tuyển (bản nháp)"),
                @Extension(name = "x-permission", value = RoundRoles.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = RoundView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been written",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid RoundRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> access.requireUnit(request.unitId(), who), () -> {
            var round = plans.draft(request.unitId(), request.plan(termMonths()), who);
            var view = views.of(round, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(RoundViews.ADDRESS + round.id(), view, round.version());
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(RoundRoles.ORGANISER)
    @Operation(
            operationId = "updateRound",
            summary = "Puts another plan in the place of a draft",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Sửa bản nháp kế hoạch thi tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Written; with validateOnly: it would have been written",
            content = @Content(schema = @Schema(anyOf = {RoundView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that you have read", required = true)
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid RoundRequest request,
            @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> access.requireRound(id, who), () -> {
            var round = plans.rewrite(id, ifMatch, request.plan(termMonths()), who);
            var view = views.of(round, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, round.version());
        });
    }

    private int termMonths() {
        return defaults.roundsOn(access.today()).termMonths();
    }
}
