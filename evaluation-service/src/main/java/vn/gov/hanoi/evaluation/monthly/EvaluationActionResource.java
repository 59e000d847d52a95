package vn.gov.hanoi.evaluation.monthly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationView;
import vn.gov.hanoi.evaluation.monthly.SheetApi.CorrectRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.ReturnRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.ReviewRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.SubmitRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** The steps of a sheet. */
@Path("/evaluations/{id}/actions")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EvaluationActionResource {
    private final SheetActs acts;
    private final SheetDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    EvaluationActionResource(SheetActs acts, SheetDesk desk, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "submitEvaluation",
            summary = "Hand in the own plan or score",
            description = "The subject alone, for PLAN or SELF.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nộp kế hoạch hoặc tự chấm điểm"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response submit(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull SubmitRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.submit().submit(id, ifMatch, request.data(), who));
    }

    @POST
    @Path("/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "reviewEvaluation",
            summary = "Review a sheet",
            description =
                    "The direct manager, for the opinion of the collective or the own score. A mark that differs from the self-score needs a reason.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nhận xét, chấm điểm của tập thể hoặc quản lý trực tiếp"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response review(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReviewRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.review().review(id, ifMatch, request.data(), who));
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "returnEvaluation",
            summary = "Send a sheet back",
            description =
                    "Back to where its last step came from. What the manager has scored is sent back by the decider.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Trả lại phiếu"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response giveBack(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReturnRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.giveBack().giveBack(id, ifMatch, request.reason(), who));
    }

    @POST
    @Path("/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "decideEvaluation",
            summary = "Decide the grade",
            description =
                    "The grade follows from the points; it may be lowered with a reason and never raised. With notRated the steps before are not waited for.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định mức xếp loại"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> acts.decide().decide(id, ifMatch, request, who));
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "correctEvaluation",
            summary = "Correct a published result",
            description =
                    "By a decision. A new revision takes the place of this one, which stays; the cap of the unit is checked again.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Điều chỉnh kết quả đã công bố"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EvaluationView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the sheet that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> desk.see(id, who), () -> acts.correct().correct(id, ifMatch, request, who));
    }
}
