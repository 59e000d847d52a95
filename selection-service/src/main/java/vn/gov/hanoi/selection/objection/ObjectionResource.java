package vn.gov.hanoi.selection.objection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.objection.ObjectionApi.ActRequest;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionRequest;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionsView;
import vn.gov.hanoi.selection.paper.Remarking;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Objections to written marks. */
@Path("/objections")
@Tag(name = "Objections", description = "Objections of candidates to their written marks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ObjectionResource {
    private final ActOnObjection acts;
    private final ObjectionDesk desk;
    private final ReadObjection read;
    private final Remarking remarking;
    private final Writes writes;
    private final CurrentCaller caller;

    ObjectionResource(
            ActOnObjection acts,
            ObjectionDesk desk,
            ReadObjection read,
            Remarking remarking,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.read = read;
        this.remarking = remarking;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE, RoundRoles.INSPECTOR})
    @Operation(
            operationId = "listObjections",
            summary = "Your objection in a written round, or all of them for who handles applications and who inspects",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đơn phúc khảo của bạn hoặc của kỳ thi"),
                @Extension(
                        name = "x-permission",
                        value = "selection-personnel, selection-candidate, selection-inspector"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ObjectionsView list(
            @Parameter(description = "The written round; needed") @QueryParam("examId") @Nullable String examId,
            @Context HttpHeaders headers) {
        var exam = Params.uuid("examId", examId);
        if (exam == null) {
            throw Params.invalid("examId", "UUID");
        }
        return read.all(exam, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE, RoundRoles.INSPECTOR})
    @Operation(
            operationId = "getObjection",
            summary = "An objection",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một đơn phúc khảo"),
                @Extension(
                        name = "x-permission",
                        value = "selection-personnel, selection-candidate, selection-inspector"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<ObjectionView> get(
            @Parameter(description = "Id of the objection") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = read.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed(RoundRoles.CANDIDATE)
    @Operation(
            operationId = "createObjection",
            summary = "Objects to the mark of your own paper, within the time",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nộp đơn phúc khảo bài thi của mình"),
                @Extension(name = "x-permission", value = "selection-candidate"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content = @Content(schema = @Schema(anyOf = {ObjectionView.class, DryRun.class})))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be filed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid ObjectionRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> remarking.requireOwn(request.paperId(), who), () -> {
            var view = desk.view(acts.file(request, who), ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(ObjectionDesk.ADDRESS + view.id(), view, view.version());
        });
    }

    @POST
    @Path("/{id}/actions/withdraw")
    @RolesAllowed(RoundRoles.CANDIDATE)
    @Operation(
            operationId = "withdrawObjection",
            summary = "Withdraws your objection, within the time",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút đơn phúc khảo"),
                @Extension(name = "x-permission", value = "selection-candidate"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ObjectionView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the objection") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ActRequest request,
            @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> desk.require(id, who), () -> {
            var view =
                    desk.view(acts.withdraw(id, ifMatch, who), ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, view.version());
        });
    }
}
