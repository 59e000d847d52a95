package vn.gov.hanoi.evaluation.yearly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.yearly.YearBulkApi.BulkYearsRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.OpenYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.PublishYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearClosingSummary;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearClosingView;
import vn.gov.hanoi.kernel.bulk.BulkAnswer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Years of rating units. */
@Path("/annual-closings")
@Tag(name = "Annual Closings", description = "Years of agencies: opened, and published as a whole")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class YearClosingResource {
    private final OpenYear open;
    private final PublishYear publish;
    private final YearClosingQueries queries;
    private final YearRoom room;
    private final Writes writes;
    private final CurrentCaller caller;

    YearClosingResource(
            OpenYear open,
            PublishYear publish,
            YearClosingQueries queries,
            YearRoom room,
            Writes writes,
            CurrentCaller caller) {
        this.open = open;
        this.publish = publish;
        this.queries = queries;
        this.room = room;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "createAnnualClosing",
            summary = "Open a year for an agency",
            description =
                    "Everybody whose last main post in the year is in the agency gets a classification with the published months of all units rolled up. Again: newcomers are added, undecided ones are taken over from the agency they came from, suggestions of the undecided are computed again, and decisions on months that changed are taken back.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở năm đánh giá, xếp loại của cơ quan"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = YearClosingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was open already: brought up to date; with validateOnly: it would be opened",
            content = @Content(schema = @Schema(anyOf = {YearClosingView.class, DryRun.class})))
    public Response create(@Valid @NotNull OpenYearRequest request) {
        var who = caller.get();
        return writes.once(request, () -> room.requireUnit(request.unitId(), who), () -> open.open(request, who));
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "bulkAnnualClosings",
            summary = "Open a year for many agencies",
            description =
                    "Each row as the single request, at most 100, since each rolls up a whole unit. A refused row changes nothing; with atomic it refuses all.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở năm đánh giá, xếp loại của nhiều cơ quan"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each row; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response bulk(@Valid @NotNull BulkYearsRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.bulk(request, () -> room.requireScope(who), () -> open.openAll(request, who, locale));
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listAnnualClosings",
            summary = "List years of agencies",
            description =
                    "Latest year first, of the own unit and below. asOf, knownAt and sort do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách năm đánh giá, xếp loại"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<YearClosingSummary> list(
            @Parameter(description = "Year, for example 2026; repeat for any of several") @QueryParam("year")
                    List<String> year,
            @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
                    List<String> state,
            @Parameter(description = "Rating unit") @QueryParam("unitId") @Nullable String unitId,
            @BeanParam ListParams params) {
        return queries.list(year, state, unitId, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getAnnualClosing",
            summary = "Read a year of an agency",
            description = "With how far its classifications are and the use of the cap under both readings.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem năm đánh giá của cơ quan"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The closing",
            content = @Content(schema = @Schema(implementation = YearClosingView.class)))
    public Response get(@Parameter(description = "Id of the closing") @PathParam("id") UUID id) {
        var view = room.closing(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "publishAnnualClosing",
            summary = "Publish all levels of a year",
            description =
                    "All or none. Refused with the list by score if more people have the best level than the cap allows; it never chooses.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kết quả xếp loại năm"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Published; with validateOnly: it would be published",
            content = @Content(schema = @Schema(anyOf = {YearClosingView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the closing") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the closing that is published") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull PublishYearRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> room.requireClosing(id, who), () -> publish.publish(id, ifMatch, request, who));
    }
}
