package vn.gov.hanoi.training.reorganisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.reorganisation.MoveApi.ApproveRequest;
import vn.gov.hanoi.training.reorganisation.MoveApi.DivideRequest;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveSummary;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveView;

/** Drafts of decisions that move what units hold in a plan after a reorganisation. */
@Path("/plan-moves")
@Tag(name = "Plan Moves", description = "What of the plan follows a reorganisation")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class MoveResource {
    private final MoveQueries queries;
    private final MoveDesk desk;
    private final DivideMove divideMove;
    private final ApproveMove approveMove;
    private final Writes writes;
    private final CurrentCaller caller;

    MoveResource(
            MoveQueries queries,
            MoveDesk desk,
            DivideMove divideMove,
            ApproveMove approveMove,
            Writes writes,
            CurrentCaller caller) {
        this.queries = queries;
        this.desk = desk;
        this.divideMove = divideMove;
        this.approveMove = approveMove;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlanMoves",
            summary = "Drafts of decisions that move lines and money after a reorganisation, the latest first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Dự thảo quyết định chuyển chỉ tiêu, kinh phí sau sắp xếp đơn vị, mới trước"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<MoveSummary> list(
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @Parameter(description = "DRAFT, APPROVED or WITHDRAWN") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only of this reorganisation") @QueryParam("reorganisationId") @Nullable
                    String reorganisationId,
            @BeanParam ListParams page) {
        var filter = new MoveQueries.Filter(
                Params.number("year", year),
                Params.oneOf(MoveDraft.State.class, "state", state),
                Params.uuid("reorganisationId", reorganisationId));
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanMove",
            summary = "What moves where: money, commitments, quota and classes, with balances before and after",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Nội dung chuyển: kinh phí, cam kết, chỉ tiêu, lớp học, số dư trước và sau"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<MoveView> get(@Parameter(description = "Id of the draft") @PathParam("id") UUID id) {
        var move = desk.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(move)
                .header(HttpHeaders.ETAG, move.etag())
                .build();
    }

    @POST
    @Path("/{id}/actions/divide")
    @RolesAllowed(MoveGuard.PLANNER)
    @Operation(
            operationId = "dividePlanMove",
            summary = "Lay down amounts for the successors instead of the shares",
            description = "Somebody else approves what was divided by hand.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ấn định số tiền cho từng đơn vị kế thừa thay cho tỷ lệ"),
                @Extension(name = "x-permission", value = MoveGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Laid down; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {MoveView.class, DryRun.class})))
    public Response divide(
            @Parameter(description = "Id of the draft") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the draft that was seen") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DivideRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> {
            divideMove.divide(id, ifMatch, request, who);
            return answer(id, who);
        });
    }

    @POST
    @Path("/{id}/actions/approve")
    @RolesAllowed(MoveGuard.PLANNER)
    @Operation(
            operationId = "approvePlanMove",
            summary = "Record the decision by which lines, money, commitments and classes move",
            description = "From the day of the reorganisation on. All of it moves, or nothing does.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Ghi quyết định chuyển chỉ tiêu, kinh phí, cam kết và lớp học cho đơn vị kế thừa"),
                @Extension(name = "x-permission", value = MoveGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Moved; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {MoveView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the draft") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the draft that was seen") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ApproveRequest request) {
        var who = caller.get();
        return writes.bulk(request, () -> desk.see(id, who), () -> {
            approveMove.approve(id, ifMatch, request, who);
            return answer(id, who);
        });
    }

    private Answer answer(UUID id, Caller who) {
        return Answer.ok(desk.full(id, who), desk.see(id, who).matter().tag());
    }
}
