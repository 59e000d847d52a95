package vn.gov.hanoi.selection.result;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Results: reading, and ending the scoring. */
@Path("/merit-lists")
@Tag(name = "Merit Lists", description = "Results of rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class MeritListResource {
    private static final String ANYBODY =
            "selection-reader, selection-organiser, selection-approver, selection-panel, selection-inspector, selection-candidate";

    private final MeritListQueries queries;
    private final MeritListViews views;
    private final ListMerits lists;
    private final Writes writes;
    private final CurrentCaller caller;

    MeritListResource(
            MeritListQueries queries, MeritListViews views, ListMerits lists, Writes writes, CurrentCaller caller) {
        this.queries = queries;
        this.views = views;
        this.lists = lists;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        RoundRoles.READER,
        RoundRoles.ORGANISER,
        RoundRoles.APPROVER,
        RoundRoles.PANEL,
        RoundRoles.INSPECTOR,
        RoundRoles.CANDIDATE
    })
    @Operation(
            operationId = "listMeritLists",
            summary = "Results of which you may know, the latest round first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết quả các kỳ thi tuyển mà bạn được biết"),
                @Extension(name = "x-permission", value = ANYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<MeritListApi.MeritListSummary> list(
            @Parameter(description = "The round") @QueryParam("roundId") @Nullable String roundId,
            @BeanParam PageParams params) {
        return queries.page(Params.uuid("roundId", roundId), params.page(), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        RoundRoles.READER,
        RoundRoles.ORGANISER,
        RoundRoles.APPROVER,
        RoundRoles.PANEL,
        RoundRoles.INSPECTOR,
        RoundRoles.CANDIDATE
    })
    @Operation(
            operationId = "getMeritList",
            summary = "The result of a round with its tag and what can be done with it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết quả một kỳ thi tuyển và các thao tác có thể thực hiện"),
                @Extension(name = "x-permission", value = ANYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<MeritListApi.MeritListView> get(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = views.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "createMeritList",
            summary = "Ends the scoring of a round and lists what it came to; by the chair",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc chấm điểm và lập danh sách kết quả"),
                @Extension(name = "x-permission", value = RoundRoles.PANEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Listed",
            content = @Content(schema = @Schema(implementation = MeritListApi.MeritListView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been listed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid MeritListRequests.CreateRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> lists.requireSeat(request.roundId(), who), () -> {
            var laid = lists.list(request.roundId(), who);
            var view = views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(
                    MeritListViews.ADDRESS + view.id(), view, laid.result().version());
        });
    }
}
