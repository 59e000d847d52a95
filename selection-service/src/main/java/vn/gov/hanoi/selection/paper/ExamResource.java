package vn.gov.hanoi.selection.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.ExamApi.CreateRequest;
import vn.gov.hanoi.selection.paper.ExamApi.ExamView;
import vn.gov.hanoi.selection.paper.ExamApi.PlanRequest;
import vn.gov.hanoi.selection.paper.ExamApi.SchemeRequest;
import vn.gov.hanoi.selection.paper.ExamApi.SchemeView;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Written rounds: plan and marking scheme. */
@Path("/written-exams")
@Tag(name = "Written Exams", description = "Written rounds, which have the id of their round")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ExamResource {
    private final PlanExam plans;
    private final ActOnExam acts;
    private final ExamDesk desk;
    private final ReadExam read;
    private final ExamViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ExamResource(
            PlanExam plans,
            ActOnExam acts,
            ExamDesk desk,
            ReadExam read,
            ExamViews views,
            Writes writes,
            CurrentCaller caller) {
        this.plans = plans;
        this.acts = acts;
        this.desk = desk;
        this.read = read;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "createWrittenExam",
            summary = "Plans the written round: day, rooms, registration numbers by lot",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập kế hoạch thi viết, đánh số báo danh và xếp phòng"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be planned",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid CreateRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> plans.requirePersonnel(request.roundId(), who), () -> {
            var laid = plans.plan(request.roundId(), request.plan(), who);
            var view = views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(ExamViews.ADDRESS + view.id(), view, view.version());
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.PERSONNEL, RoundRoles.APPROVER, RoundRoles.INSPECTOR})
    @Operation(
            operationId = "getWrittenExam",
            summary = "A written round, for those who sit in it or decide about it",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Một kỳ thi viết, dành cho thành viên các ban và người có thẩm quyền"),
                @Extension(
                        name = "x-permission",
                        value = "selection-panel, selection-personnel, selection-approver, selection-inspector"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<ExamView> get(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = read.exam(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "updateWrittenExam",
            summary = "Plans it anew, with new numbers and seats for all",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập lại kế hoạch thi viết, đánh lại số báo danh"),
                @Extension(name = "x-permission", value = "selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid PlanRequest request,
            @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> plans.requirePersonnel(id, who), () -> {
            var laid = plans.replan(id, ifMatch, request, who);
            return Answer.ok(
                    views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    laid.exam().version());
        });
    }

    @GET
    @Path("/{id}/scheme")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "getWrittenScheme",
            summary = "The marking scheme, for those who set and mark the paper",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đáp án, thang điểm, dành cho ban đề thi và các ban chấm"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<SchemeView> scheme(@Parameter(description = "Id of the round") @PathParam("id") UUID id) {
        var view = read.scheme(id, caller.get());
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @PUT
    @Path("/{id}/scheme")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "updateWrittenScheme",
            summary =
                    "Writes the marking scheme; by the head of the board for questions, before the papers are written",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập đáp án, thang điểm"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {SchemeView.class, DryRun.class})))
    public Response write(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid SchemeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.require(id, who), () -> {
            var laid = acts.write(id, ifMatch, request.scheme(), who);
            return Answer.ok(views.scheme(laid), laid.exam().version());
        });
    }
}
