package vn.gov.hanoi.kernel.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;

/** Events that could not be applied, for operators. */
@Path("/ops/dead-letters")
@Tag(name = "Dead Letters", description = "Events of other services that could not be applied")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DeadLetterResource {
    private final DeadLetterDesk desk;
    private final Writes writes;

    DeadLetterResource(DeadLetterDesk desk, Writes writes) {
        this.desk = desk;
        this.writes = writes;
    }

    /** Why an operator acts; kept in the audit. */
    record ReasonRequest(
            @Schema(description = "Reason, kept in the audit", maxLength = 500) @NotBlank @Size(max = 500)
            String reason) {}

    @GET
    @RolesAllowed("operator")
    @Operation(operationId = "listDeadLetters", summary = "Open dead letters, oldest first, at most 500")
    @Extension(name = "x-summary-vi", value = "Các sự kiện chưa xử lý được, cũ nhất trước, tối đa 500")
    @Extension(name = "x-permission", value = "operator")
    @Extension(name = "x-audit", value = "NONE")
    public Page<DeadLetterDesk.DeadLetterView> list() {
        return desk.open();
    }

    @POST
    @Path("/{id}/actions/replay")
    @RolesAllowed("operator")
    @Operation(operationId = "replayDeadLetter", summary = "Apply the event again")
    @Extension(name = "x-summary-vi", value = "Xử lý lại sự kiện")
    @Extension(name = "x-permission", value = "operator")
    @Extension(name = "x-audit", value = "CHANGE")
    @APIResponse(responseCode = "200", description = "Applied")
    public Response replay(
            @Parameter(description = "Id of the letter") @PathParam("id") UUID id,
            @Valid @NotNull ReasonRequest request) {
        return writes.once(Map.of("id", id, "body", request), () -> {}, () -> desk.replay(id, request.reason()));
    }

    @POST
    @Path("/{id}/actions/discard")
    @RolesAllowed("operator")
    @Operation(operationId = "discardDeadLetter", summary = "Give the event up, with a reason")
    @Extension(name = "x-summary-vi", value = "Bỏ sự kiện, kèm lý do")
    @Extension(name = "x-permission", value = "operator")
    @Extension(name = "x-audit", value = "CHANGE")
    @APIResponse(responseCode = "200", description = "Given up")
    public Response discard(
            @Parameter(description = "Id of the letter") @PathParam("id") UUID id,
            @Valid @NotNull ReasonRequest request) {
        return writes.once(Map.of("id", id, "body", request), () -> {}, () -> desk.discard(id, request.reason()));
    }
}
