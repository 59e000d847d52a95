package vn.gov.hanoi.evaluation.monthly;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ClosingSummary;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.ClosingView;
import vn.gov.hanoi.evaluation.monthly.ClosingApi.OpenClosingRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingBulkApi.BulkClosingsRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingCapApi.CapView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.bulk.BulkAnswer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.outbox.BulkWork;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Months of rating units. */
@Path("/closings")
@Tag(name = "Closings", description = "Months of agencies: opened, published as a whole, locked")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClosingResource {
    private final OpenClosing open;
    private final PublishClosings publishClosings;
    private final ClosingQueries queries;
    private final ExplainCap explainCap;
    private final SheetVisibilityQueries visibility;
    private final BulkWork bulkWork;
    private final Writes writes;
    private final CurrentCaller caller;

    ClosingResource(
            OpenClosing open,
            PublishClosings publishClosings,
            ClosingQueries queries,
            ExplainCap explainCap,
            SheetVisibilityQueries visibility,
            BulkWork bulkWork,
            Writes writes,
            CurrentCaller caller) {
        this.open = open;
        this.publishClosings = publishClosings;
        this.queries = queries;
        this.explainCap = explainCap;
        this.visibility = visibility;
        this.bulkWork = bulkWork;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "createClosing",
            summary = "Open a month for an agency",
            description =
                    "Everybody whose last main post in the month is in the agency gets a sheet. Again: those who came since are added, and nothing else changes.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở kỳ đánh giá của cơ quan"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = ClosingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was open already: newcomers were added; with validateOnly: it would be opened",
            content = @Content(schema = @Schema(anyOf = {ClosingView.class, DryRun.class})))
    public Response create(@Valid @NotNull OpenClosingRequest request) {
        var who = caller.get();
        return writes.once(request, () -> visibility.requireUnit(request.unitId(), who), () -> open.open(request, who));
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "bulkClosings",
            summary = "Publish the months of many agencies",
            description =
                    "Each row as the single request, one after the other, at most 500. A refused row changes nothing; with atomic it refuses all.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kỳ của nhiều cơ quan"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each row; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response bulk(@Valid @NotNull BulkClosingsRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return bulkWork.during(() -> writes.bulk(
                request, () -> visibility.requireScope(who), () -> publishClosings.publish(request, who, locale)));
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listClosings",
            summary = "List months of agencies",
            description =
                    "Latest month first, of the own unit and below. asOf, knownAt and sort do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kỳ đánh giá"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ClosingSummary> list(
            @Parameter(description = "Month, for example 2026-07; repeat for any of several") @QueryParam("period")
                    List<String> period,
            @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
                    List<String> state,
            @Parameter(description = "Rating unit") @QueryParam("unitId") @Nullable String unitId,
            @BeanParam ListParams params) {
        return queries.list(period, state, unitId, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getClosing",
            summary = "Read a month of an agency",
            description = "With how far its sheets are, who has to act, and what is late.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kỳ đánh giá"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The closing",
            content = @Content(schema = @Schema(implementation = ClosingView.class)))
    public Response get(@Parameter(description = "Id of the closing") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @Path("/{id}/cap")
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "getClosingCap",
            summary = "Explain the cap on the top grade in a month",
            description =
                    "As the month stands, by the check of the publication: shares and numbers, with whom a small unit counts, and its reason.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thích tỷ lệ xuất sắc của kỳ"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The use of the cap",
            content = @Content(schema = @Schema(implementation = CapView.class)))
    public CapView cap(@Parameter(description = "Id of the closing") @PathParam("id") UUID id) {
        return explainCap.explain(id, caller.get());
    }
}
