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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.PaperApi.AttendanceRequest;
import vn.gov.hanoi.selection.paper.PaperApi.PaperView;
import vn.gov.hanoi.selection.paper.PaperApi.PapersView;
import vn.gov.hanoi.selection.paper.PaperApi.ViolationRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Papers: seats, attendance, violations, scripts. */
@Path("/papers")
@Tag(name = "Papers", description = "Seats of written rounds, with what is recorded of them")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PaperResource {
    private final RecordPaper papers;
    private final TakeScript scripts;
    private final PaperDesk desk;
    private final ReadPaper read;
    private final PaperViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    PaperResource(
            RecordPaper papers,
            TakeScript scripts,
            PaperDesk desk,
            ReadPaper read,
            PaperViews views,
            Writes writes,
            CurrentCaller caller) {
        this.papers = papers;
        this.scripts = scripts;
        this.desk = desk;
        this.read = read;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "listPapers",
            summary = "Papers of a written round that you may know of, in the order of their numbers",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách bài thi theo số báo danh"),
                @Extension(name = "x-permission", value = "selection-panel, selection-personnel, selection-candidate"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public PapersView list(
            @Parameter(description = "The written round; needed") @QueryParam("examId") @Nullable String examId) {
        return read.all(SheetResource.needed(examId), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "getPaper",
            summary = "A paper, with its marks when they are told",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một bài thi, kèm điểm sau khi công bố"),
                @Extension(name = "x-permission", value = "selection-panel, selection-personnel, selection-candidate"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PaperView> get(@Parameter(description = "Id of the paper") @PathParam("id") UUID id) {
        var view = read.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @PUT
    @Path("/{id}/attendance")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "updatePaperAttendance",
            summary = "Records who came; by the board in the room",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận thí sinh có mặt, vắng mặt, đến muộn"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {PaperView.class, DryRun.class})))
    public Response attend(
            @Parameter(description = "Id of the paper") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid AttendanceRequest request) {
        return act(id, request, who -> papers.attend(id, ifMatch, request, who));
    }

    @POST
    @Path("/{id}/violations")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "createPaperViolation",
            summary = "Records a violation in the room; by the board in the room",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập biên bản vi phạm trong phòng thi"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {PaperView.class, DryRun.class})))
    public Response violate(
            @Parameter(description = "Id of the paper") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ViolationRequest request) {
        return act(id, request, who -> papers.violate(id, ifMatch, request, who));
    }

    @PUT
    @Path("/{id}/script")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "updatePaperScript",
            summary = "Takes in the script under a code that nobody is told; by the board for codes",
            description =
                    "Part file: PDF of at most 8 MiB and 40 pages. Only the pictures of the pages are kept; the name and all other data of the file are not.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nhận bài thi và cắt phách"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {PaperView.class, DryRun.class})))
    public Response take(
            @Parameter(description = "Id of the paper") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @RestForm("file") @NotNull FileUpload file) {
        var scan = Scan.of(file);
        var who = caller.get();
        return writes.bulk(
                Map.of("file", scan.digest()),
                () -> desk.require(id, who),
                () -> answer(scripts.take(id, ifMatch, scan.bytes(), who)));
    }

    private Response act(UUID id, Object request, Function<Caller, PaperDesk.Laid> act) {
        var who = caller.get();
        return writes.once(request, () -> desk.require(id, who), () -> answer(act.apply(who)));
    }

    private Answer answer(PaperDesk.Laid laid) {
        return Answer.ok(views.of(laid), laid.paper().version());
    }
}
