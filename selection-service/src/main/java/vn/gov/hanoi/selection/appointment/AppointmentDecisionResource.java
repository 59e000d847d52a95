package vn.gov.hanoi.selection.appointment;

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
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentView;
import vn.gov.hanoi.selection.appointment.AppointmentDesk.Laid;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.DecideRequest;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.EndRequest;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.ReasonRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Decisions of the appointing authority. */
@Path("/appointments/{id}/actions")
@Tag(name = "Appointments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AppointmentDecisionResource {
    private final ActOnAppointment acts;
    private final DecideAppointment decisions;
    private final AppointmentQueries queries;
    private final AppointmentViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    AppointmentDecisionResource(
            ActOnAppointment acts,
            DecideAppointment decisions,
            AppointmentQueries queries,
            AppointmentViews views,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.decisions = decisions;
        this.queries = queries;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/decide")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "decideAppointment",
            summary = "Decides it; the directory records the post on the first day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định bổ nhiệm"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid DecideRequest request,
            @Context HttpHeaders headers) {
        return act(
                id,
                request,
                who -> decisions.decide(id, ifMatch, request.decision(), request.effectiveOn(), who),
                headers);
    }

    @POST
    @Path("/reject")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "rejectAppointment",
            summary = "The authority does not appoint the person",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định không bổ nhiệm"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response reject(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid EndRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.reject(id, ifMatch, request.decision(), request.reason(), who), headers);
    }

    @POST
    @Path("/revoke")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "revokeAppointment",
            summary = "Takes it back before its first day, or after the directory has refused it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thu hồi quyết định trước ngày hiệu lực"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response revoke(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid EndRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.revoke(id, ifMatch, request.decision(), request.reason(), who), headers);
    }

    @POST
    @Path("/apply")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "applyAppointment",
            summary = "Tells the directory again what it has refused",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Gửi lại danh bạ quyết định đã bị từ chối"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response apply(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ReasonRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.apply(id, ifMatch, request.reason(), who), headers);
    }

    private Response act(UUID id, Object request, Function<Caller, Laid> act, HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireVisible(id, who), () -> {
            var laid = act.apply(who);
            var view = views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, laid.appointment().version());
        });
    }
}
