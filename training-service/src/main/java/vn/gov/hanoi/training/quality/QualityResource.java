package vn.gov.hanoi.training.quality;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.quality.SurveyApi.AnswerRequest;
import vn.gov.hanoi.training.quality.SurveyApi.AnsweredView;
import vn.gov.hanoi.training.quality.SurveyApi.EvaluationView;

/** Quality evaluations of classes. */
@Path("/quality-evaluations")
@Tag(
        name = "Quality Evaluations",
        description = "What learners and managers think of classes; nobody learns who said what")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class QualityResource {
    private final ReadSurveys readSurveys;
    private final AnswerSurvey answerSurvey;
    private final Writes writes;
    private final CurrentCaller caller;

    QualityResource(ReadSurveys readSurveys, AnswerSurvey answerSurvey, Writes writes, CurrentCaller caller) {
        this.readSurveys = readSurveys;
        this.answerSurvey = answerSurvey;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listQualityEvaluations",
            summary = "Evaluations of classes of your units, the last to close first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các đợt đánh giá chất lượng lớp của đơn vị trong phạm vi"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<EvaluationView> list(
            @Parameter(description = "Only of this class") @QueryParam("classId") @Nullable String classId,
            @BeanParam ListParams page) {
        return readSurveys.page(Params.uuid("classId", classId), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getQualityEvaluation",
            summary = "One evaluation with its results",
            description =
                    "Results are shown when no answer can be added any more and enough answered; otherwise it is said why not.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một đợt đánh giá chất lượng và kết quả"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public EvaluationView get(@Parameter(description = "Id of the evaluation") @PathParam("id") UUID id) {
        return readSurveys.one(id, caller.get());
    }

    @POST
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ReadSurveys.PARTICIPANT, ReadSurveys.PLANNER})
    @Operation(
            operationId = "createQualityAnswer",
            summary = "Answer the form of a class, once",
            description =
                    "A learner about the own class, or a planner of the learner's unit about the effect. Only counts are kept: the answer is not linked to the person.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Trả lời phiếu đánh giá chất lượng, một lần, ẩn danh"),
                @Extension(name = "x-permission", value = "training-participant, training-planner"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Counted",
            content = @Content(schema = @Schema(implementation = AnsweredView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would be counted",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response answer(
            @Parameter(description = "Id of the evaluation") @PathParam("id") UUID id,
            @Valid @NotNull AnswerRequest request) {
        var who = caller.get();
        // The digest that is kept under the key must not be one of the answers: few enough of them could be tried out.
        return writes.once(Map.of("id", id), () -> answerSurvey.turn(id, request, who), () -> {
            answerSurvey.answer(id, request, who);
            return new Answer(201, new AnsweredView(id, true), null, null);
        });
    }
}
