package vn.gov.hanoi.training.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import vn.gov.hanoi.training.course.ClassApi.CancelRequest;
import vn.gov.hanoi.training.course.ClassApi.ClassPatch;
import vn.gov.hanoi.training.course.ClassApi.ClassView;

/** How a class goes on. */
@Path("/classes/{id}")
@Tag(name = "Classes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClassActionResource {
    private final ArrangeClass arrangeClass;
    private final CancelClass cancelClass;
    private final ClassDesk desk;
    private final ClassViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ClassActionResource(
            ArrangeClass arrangeClass,
            CancelClass cancelClass,
            ClassDesk desk,
            ClassViews views,
            Writes writes,
            CurrentCaller caller) {
        this.arrangeClass = arrangeClass;
        this.cancelClass = cancelClass;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @RolesAllowed(ClassGuard.ORGANISER)
    @Operation(
            operationId = "updateClass",
            summary = "Say anew how a class is held, until it begins",
            description =
                    "Sessions, for whom it is, and what is needed to pass. Learners must not get into two classes on a day.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Sắp xếp lại lịch học và điều kiện của lớp trước khi khai giảng"),
                @Extension(name = "x-permission", value = ClassGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Changed; with validateOnly: it would be changed",
            content = @Content(schema = @Schema(anyOf = {ClassView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the class") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ClassPatch patch) {
        var who = caller.get();
        return writes.once(patch, () -> desk.see(id, who), () -> {
            var changed = arrangeClass.arrange(id, ifMatch, patch.setup(), who);
            return Answer.ok(views.full(id, who), changed.version());
        });
    }

    @POST
    @Path("/actions/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ClassGuard.ORGANISER)
    @Operation(
            operationId = "cancelClass",
            summary = "Give up a class",
            description =
                    "By decision, as long as nobody has an outcome. Its places go back to the plan line, money that is still open to the account, and its learners are told by events.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy lớp, trả lại chỉ tiêu và kinh phí"),
                @Extension(name = "x-permission", value = ClassGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Cancelled; with validateOnly: it would be cancelled",
            content = @Content(schema = @Schema(anyOf = {ClassView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the class") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CancelRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> {
            var cancelled = cancelClass.cancel(id, ifMatch, request, who);
            return Answer.ok(views.full(id, who), cancelled.version());
        });
    }
}
