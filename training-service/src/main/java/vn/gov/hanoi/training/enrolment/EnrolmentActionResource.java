package vn.gov.hanoi.training.enrolment;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.enrolment.ActOnEnrolments.Order;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentReasonRequest;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentView;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.OutcomeRequest;
import vn.gov.hanoi.training.enrolment.EnrolmentGuard.Act;

/** How an enrolment goes on. */
@Path("/enrolments/{id}/actions")
@Tag(name = "Enrolments")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EnrolmentActionResource {
    private final ActOnEnrolments actOnEnrolments;
    private final EnrolmentDesk desk;
    private final EnrolmentViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    EnrolmentActionResource(
            ActOnEnrolments actOnEnrolments,
            EnrolmentDesk desk,
            EnrolmentViews views,
            Writes writes,
            CurrentCaller caller) {
        this.actOnEnrolments = actOnEnrolments;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/approve")
    @RolesAllowed(EnrolmentGuard.ORGANISER)
    @Operation(
            operationId = "approveEnrolment",
            summary = "Approve a nomination",
            description =
                    "The learner gets a seat, or waits if all are taken. Conditions are checked again; nobody approves an own nomination.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Duyệt cử đi học"),
                @Extension(name = "x-permission", value = EnrolmentGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EnrolmentView.class, DryRun.class})))
    public Response approve(
            @Parameter(description = "Id of the enrolment") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        return act(Map.of(), new Order(id, ifMatch, Act.APPROVE, null, null));
    }

    @POST
    @Path("/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EnrolmentGuard.ORGANISER)
    @Operation(
            operationId = "rejectEnrolment",
            summary = "Reject a nomination",
            description = "By the unit that holds the class, with a reason.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Từ chối cử đi học"),
                @Extension(name = "x-permission", value = EnrolmentGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EnrolmentView.class, DryRun.class})))
    public Response reject(
            @Parameter(description = "Id of the enrolment") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull EnrolmentReasonRequest request) {
        return act(request, new Order(id, ifMatch, Act.REJECT, request.reason(), null));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EnrolmentGuard.PLANNER, EnrolmentGuard.ORGANISER})
    @Operation(
            operationId = "withdrawEnrolment",
            summary = "Withdraw a learner",
            description =
                    "By the unit of the learner or the one that holds the class. Until the class begins the seat goes to the first who waits.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Rút khỏi lớp"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EnrolmentView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the enrolment") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull EnrolmentReasonRequest request) {
        return act(request, new Order(id, ifMatch, Act.WITHDRAW, request.reason(), null));
    }

    @POST
    @Path("/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EnrolmentGuard.ORGANISER)
    @Operation(
            operationId = "decideEnrolment",
            summary = "Say how the class ended for a learner",
            description = "While the class runs; may be said again until it is closed.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi kết quả học tập"),
                @Extension(name = "x-permission", value = EnrolmentGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {EnrolmentView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the enrolment") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull OutcomeRequest request) {
        return act(request, new Order(id, ifMatch, Act.DECIDE, null, request.said()));
    }

    private Response act(Object content, Order order) {
        var who = caller.get();
        return writes.once(content, () -> desk.see(order.id(), who), () -> {
            var verdict = actOnEnrolments.act(List.of(order), who).getFirst();
            Refused.ifAny(verdict.refusals());
            var done = Objects.requireNonNull(verdict.enrolment());
            return Answer.ok(views.full(done.id(), who), done.version());
        });
    }
}
