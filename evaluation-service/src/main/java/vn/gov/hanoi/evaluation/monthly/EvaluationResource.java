package vn.gov.hanoi.evaluation.monthly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationSummary;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationView;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.EntriesView;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.ExplanationView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Sheets of people and how their results came about. */
@Path("/evaluations")
@Tag(name = "Evaluations", description = "Monthly evaluation of officers: sheets, steps, results and explanations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EvaluationResource {
    private final EvaluationQueries queries;
    private final SheetDesk desk;
    private final SheetViews views;
    private final ExplainSheet explain;
    private final CurrentCaller caller;

    EvaluationResource(
            EvaluationQueries queries, SheetDesk desk, SheetViews views, ExplainSheet explain, CurrentCaller caller) {
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.explain = explain;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listEvaluations",
            summary = "List evaluations",
            description =
                    "Latest month first, living ones only. Readers and keepers see those of their units, participants those they have a part in.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách phiếu đánh giá"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<EvaluationSummary> list(@BeanParam EvaluationFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getEvaluation",
            summary = "Read an evaluation",
            description = "Points and texts are shown to who has a part in it and to the keeper of the unit.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem phiếu đánh giá"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The sheet",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response get(@Parameter(description = "Id of the sheet") @PathParam("id") UUID id) {
        var who = caller.get();
        var seen = desk.see(id, who);
        return Response.ok(views.full(seen, who))
                .header("ETag", Etags.of(seen.sheet().rowVersion()))
                .build();
    }

    @GET
    @Path("/{id}/explanation")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getEvaluationExplanation",
            summary = "Explain a result",
            description = "Computed again from the stored inputs; shown only if it is the stored result.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thích kết quả"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ExplanationView explanation(@Parameter(description = "Id of the sheet") @PathParam("id") UUID id) {
        return explain.explain(id, caller.get());
    }

    @GET
    @Path("/{id}/entries")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listEvaluationEntries",
            summary = "Read what was done on a sheet",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lịch sử xử lý phiếu"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public EntriesView entries(@Parameter(description = "Id of the sheet") @PathParam("id") UUID id) {
        return explain.entries(id, caller.get());
    }
}
