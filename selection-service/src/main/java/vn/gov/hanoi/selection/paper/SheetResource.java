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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.ExamApi.ActRequest;
import vn.gov.hanoi.selection.paper.SheetApi.SheetRequest;
import vn.gov.hanoi.selection.paper.SheetApi.SheetView;
import vn.gov.hanoi.selection.paper.SheetApi.SheetsView;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Sheets of markers. */
@Path("/mark-sheets")
@Tag(name = "Mark Sheets", description = "Sheets of markers, each for its marker only")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SheetResource {
    private final MarkScript acts;
    private final SheetDesk desk;
    private final ReadSheet read;
    private final SheetViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    SheetResource(
            MarkScript acts, SheetDesk desk, ReadSheet read, SheetViews views, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.read = read;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "listMarkSheets",
            summary = "Your sheets of a written round, by their codes",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các phiếu chấm của bạn"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public SheetsView list(
            @Parameter(description = "The written round; needed") @QueryParam("examId") @Nullable String examId,
            @Context HttpHeaders headers) {
        return read.all(needed(examId), caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    static UUID needed(@Nullable String examId) {
        var exam = Params.uuid("examId", examId);
        if (exam == null) {
            throw Params.invalid("examId", "UUID");
        }
        return exam;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "getMarkSheet",
            summary = "One of your sheets",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một phiếu chấm của bạn"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<SheetView> get(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = read.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @GET
    @Path("/{id}/script")
    @Produces("application/pdf")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "getMarkSheetScript",
            summary = "The script as a document that holds pictures of the pages only",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bài thi đã rọc phách"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The pages",
            content = @Content(mediaType = "application/pdf", schema = @Schema(implementation = String.class)))
    public Response script(@Parameter(description = "Id of the sheet") @PathParam("id") UUID id) {
        return Response.ok(read.pages(id, caller.get()))
                .type("application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"script.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "updateMarkSheet",
            summary = "Writes the draft of a sheet",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nháp phiếu chấm"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {SheetView.class, DryRun.class})))
    public Response write(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid SheetRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.write(id, ifMatch, request, who), headers);
    }

    @POST
    @Path("/{id}/actions/seal")
    @RolesAllowed(RoundRoles.PANEL)
    @Operation(
            operationId = "sealMarkSheet",
            summary = "Seals a sheet; it never changes again",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Niêm phong phiếu chấm"),
                @Extension(name = "x-permission", value = "selection-panel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {SheetView.class, DryRun.class})))
    public Response seal(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.seal(id, ifMatch, who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, SheetDesk.Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.require(id, who), () -> {
            var laid = act.apply(who);
            return Answer.ok(
                    views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages())),
                    laid.sheet().version());
        });
    }
}
