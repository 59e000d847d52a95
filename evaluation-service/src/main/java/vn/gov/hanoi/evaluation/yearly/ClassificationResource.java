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
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.yearly.YearApi.YearSummary;
import vn.gov.hanoi.evaluation.yearly.YearApi.YearView;
import vn.gov.hanoi.evaluation.yearly.YearExplanationApi.YearExplanation;
import vn.gov.hanoi.evaluation.yearly.YearRequests.CorrectYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearRequests.DecideYearRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Years of people. */
@Path("/annual-classifications")
@Tag(
        name = "Annual Classifications",
        description = "Years of officers: months together, suggestion, decision, explanation")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClassificationResource {
    private final YearQueries queries;
    private final YearRoom room;
    private final ExplainYear explain;
    private final DecideYear decide;
    private final Writes writes;
    private final CurrentCaller caller;

    ClassificationResource(
            YearQueries queries,
            YearRoom room,
            ExplainYear explain,
            DecideYear decide,
            Writes writes,
            CurrentCaller caller) {
        this.queries = queries;
        this.room = room;
        this.explain = explain;
        this.decide = decide;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listAnnualClassifications",
            summary = "List annual classifications",
            description =
                    "Latest year first, living ones only. Readers and keepers see those of their units, participants the own and those they decide.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách xếp loại năm"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<YearSummary> list(@BeanParam YearFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getAnnualClassification",
            summary = "Read an annual classification",
            description = "Months and suggestion are shown to who has a part in it and to the keeper of the unit.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kết quả xếp loại năm"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The classification",
            content = @Content(schema = @Schema(implementation = YearView.class)))
    public Response get(@Parameter(description = "Id of the classification") @PathParam("id") UUID id) {
        var view = room.classification(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @Path("/{id}/explanation")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getAnnualExplanation",
            summary = "Explain a suggestion",
            description = "Computed again from the stored inputs; shown only if it is the stored one.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thích kết quả xếp loại năm"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public YearExplanation explanation(@Parameter(description = "Id of the classification") @PathParam("id") UUID id) {
        return explain.explain(id, caller.get());
    }

    @POST
    @Path("/{id}/actions/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "decideAnnualClassification",
            summary = "Decide the level of a year",
            description =
                    "The authority of the day decides; a level that differs from the suggestion needs a reason, and one that the rules forbid is refused with them.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định mức xếp loại năm"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {YearView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the classification") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the classification that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideYearRequest request) {
        var who = caller.get();
        return writes.once(request, () -> room.requireSeen(id, who), () -> decide.decide(id, ifMatch, request, who));
    }

    @POST
    @Path("/{id}/actions/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "correctAnnualClassification",
            summary = "Correct a published level",
            description =
                    "By a decision. A new revision on the months as they are now takes the place of this one, which stays; the cap of the unit is checked again.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Điều chỉnh kết quả xếp loại năm đã công bố"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {YearView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the classification") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the classification that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectYearRequest request) {
        var who = caller.get();
        return writes.once(request, () -> room.requireSeen(id, who), () -> decide.correct(id, ifMatch, request, who));
    }
}
