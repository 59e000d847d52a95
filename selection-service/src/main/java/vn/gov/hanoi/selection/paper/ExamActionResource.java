package vn.gov.hanoi.selection.paper;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.ExamApi.ActRequest;
import vn.gov.hanoi.selection.paper.ExamApi.ExamView;
import vn.gov.hanoi.selection.paper.ExamApi.PublishRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** The way of a written round. */
@Path("/written-exams")
@Tag(name = "Written Exams")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ExamActionResource {
    private final ActOnExam acts;
    private final AssignMarkers markers;
    private final RevealMarks marks;
    private final ExamDesk desk;
    private final ExamViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ExamActionResource(
            ActOnExam acts,
            AssignMarkers markers,
            RevealMarks marks,
            ExamDesk desk,
            ExamViews views,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.markers = markers;
        this.marks = marks;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/actions/close")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "closeWrittenExam",
            summary = "The papers are collected; by the head of the board in the room",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc buổi thi viết, thu bài"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.close(id, ifMatch, who), headers);
    }

    @POST
    @Path("/{id}/actions/lock")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "lockWrittenExam",
            summary = "All scripts are in; by the head of the board for codes",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chốt phách bài thi"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response lock(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.lock(id, ifMatch, who), headers);
    }

    @POST
    @Path("/{id}/actions/assign")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "assignWrittenExam",
            summary =
                    "Draws two markers for each script, also for those who left; by the head of the board for marking",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bốc thăm phân công chấm thi"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> markers.assign(id, ifMatch, who), headers);
    }

    @POST
    @Path("/{id}/actions/reveal")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "revealWrittenExam",
            summary = "Turns one of two keys to the codes; the second by another person opens them",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghép phách, cần hai người khác nhau"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response reveal(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> marks.reveal(id, ifMatch, who), headers);
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "publishWrittenExam",
            summary = "Tells the written marks; the time to object begins",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố kết quả thi viết"),
                @Extension(name = "x-permission", value = "selection-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ExamView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the round") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid PublishRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> marks.publish(id, ifMatch, request.decision(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, ExamDesk.Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.require(id, who), () -> {
            var laid = act.apply(who);
            return Answer.ok(
                    views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    laid.exam().version());
        });
    }
}
