package vn.gov.hanoi.selection.council;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictRequest;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictView;
import vn.gov.hanoi.selection.council.ConflictApi.WaiveRequest;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.Rounds;

/** Conflicts between those who judge and candidates; for who may see none there is none. */
@Path("/conflicts")
@Tag(name = "Conflicts", description = "Conflicts of interest between members of councils or boards and candidates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ConflictResource {
    private static final String ADDRESS = "/selection/v1/conflicts?roundId=";

    private final ActOnConflict acts;
    private final ConflictDesk desk;
    private final Rounds rounds;
    private final Writes writes;
    private final CurrentCaller caller;

    ConflictResource(ActOnConflict acts, ConflictDesk desk, Rounds rounds, Writes writes, CurrentCaller caller) {
        this.acts = acts;
        this.desk = desk;
        this.rounds = rounds;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.PERSONNEL, RoundRoles.APPROVER, RoundRoles.INSPECTOR})
    @Operation(
            operationId = "listConflicts",
            summary = "Conflicts of a round that you may know of: told and derived ones, in the order of their ids",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xung đột lợi ích trong một kỳ thi mà bạn được xem"),
                @Extension(
                        name = "x-permission",
                        value = "selection-panel, selection-personnel, selection-approver, selection-inspector"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ConflictView> list(
            @Parameter(description = "The round", required = true) @QueryParam("roundId") @Nullable String roundId,
            @Parameter(description = "Who shall not judge") @QueryParam("memberId") @Nullable String memberId,
            @BeanParam PageParams params) {
        var round = Params.uuid("roundId", roundId);
        if (round == null) {
            throw Params.invalid("roundId", "id of a round");
        }
        return desk.page(round, Params.uuid("memberId", memberId), params.page(), caller.get());
    }

    @POST
    @RolesAllowed({RoundRoles.PANEL, RoundRoles.PERSONNEL})
    @Operation(
            operationId = "createConflict",
            summary =
                    "Tells a tie or a recusal: one's own as a member, from a dossier, or found by the monitoring board",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Khai báo xung đột lợi ích hoặc từ chối tham gia"),
                @Extension(name = "x-permission", value = "selection-panel, selection-personnel"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = ConflictView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been kept",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid ConflictRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> desk.source(request.roundId(), request.memberId(), who),
                () -> new Answer(201, acts.tell(request, who), null, ADDRESS + request.roundId()));
    }

    @POST
    @Path("/actions/waive")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "waiveConflict",
            summary = "Lets a member judge a candidate in spite of one ground, where the rules of the round allow it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định miễn trừ một căn cứ xung đột lợi ích"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {ConflictView.class, DryRun.class})))
    public Response waive(@NotNull @Valid WaiveRequest request) {
        var who = caller.get();
        UUID roundId = request.data().roundId();
        return writes.once(
                request,
                () -> rounds.requireVisible(roundId, who),
                () -> new Answer(200, acts.waive(request, who), null, null));
    }
}
