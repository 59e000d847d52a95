package vn.gov.hanoi.evaluation.advisory;

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
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.CloseLineRequest;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.CreateLineRequest;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.LineFilter;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.LineView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Lines of advice. */
@Path("/advisory-lines")
@Tag(name = "Advisory Lines", description = "Which unit's head advises on the head of which other one")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AdvisoryLineResource {
    private final RecordAdvisoryLine recordLine;
    private final CloseAdvisoryLine closeLine;
    private final AdvisoryLineQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    AdvisoryLineResource(
            RecordAdvisoryLine recordLine,
            CloseAdvisoryLine closeLine,
            AdvisoryLineQueries queries,
            Writes writes,
            CurrentCaller caller) {
        this.recordLine = recordLine;
        this.closeLine = closeLine;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AdvisoryLineQueries.KEEPER)
    @Operation(
            operationId = "createAdvisoryLine",
            summary = "Record who advises on the head of a unit",
            description =
                    "By the keeper of the unit advised on. District chairmen are not recorded: they follow from the tree.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận kênh góp ý đối với người đứng đầu đơn vị"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateLineRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireScope(who), () -> recordLine.record(request, who));
    }

    @GET
    @RolesAllowed({"evaluation-reader", AdvisoryLineQueries.KEEPER})
    @Operation(
            operationId = "listAdvisoryLines",
            summary = "List lines of advice",
            description = "The latest first: those from and to units in the scope.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kênh góp ý"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<LineView> list(@BeanParam LineFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"evaluation-reader", AdvisoryLineQueries.KEEPER})
    @Operation(
            operationId = "getAdvisoryLine",
            summary = "Read a line of advice",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kênh góp ý"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The line",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    public Response get(@Parameter(description = "Id of the line") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AdvisoryLineQueries.KEEPER)
    @Operation(
            operationId = "closeAdvisoryLine",
            summary = "End a line of advice",
            description = "By the keeper of the unit advised on. What was advised along it stays.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc kênh góp ý"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Ended; with validateOnly: it would be ended",
            content = @Content(schema = @Schema(anyOf = {LineView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the line") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the line that is ended") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseLineRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.get(id, who), () -> closeLine.close(id, ifMatch, request, who));
    }
}
