package vn.gov.hanoi.training.attendance;

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
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.attendance.AttendanceApi.CloseRequest;
import vn.gov.hanoi.training.attendance.AttendanceApi.ClosedView;

/** The end of a class. */
@Path("/classes/{id}/actions/close")
@Tag(name = "Classes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CloseClassResource {
    private final CloseClass closeClass;
    private final ReadAttendance readAttendance;
    private final Writes writes;
    private final CurrentCaller caller;

    CloseClassResource(CloseClass closeClass, ReadAttendance readAttendance, Writes writes, CurrentCaller caller) {
        this.closeClass = closeClass;
        this.readAttendance = readAttendance;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AttendanceResource.ORGANISER)
    @Operation(
            operationId = "closeClass",
            summary = "End a class: every learner has an outcome",
            description =
                    "From the last day of the class on. Outcomes given here take the place of those recorded before; each is told by an event. Who never got a seat is let go.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đóng lớp, chốt kết quả mọi học viên"),
                @Extension(name = "x-permission", value = AttendanceResource.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Closed; with validateOnly: it would be closed",
            content = @Content(schema = @Schema(anyOf = {ClosedView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the class") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseRequest request) {
        var who = caller.get();
        return writes.once(request, () -> closeClass.see(id, who), () -> {
            closeClass.close(id, ifMatch, request.given(), who);
            var closed = readAttendance.closed(id, who);
            return Answer.ok(closed, closed.version());
        });
    }
}
