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
import vn.gov.hanoi.selection.appointment.AppointmentRequests.ReasonRequest;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.ReviewRequest;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Acts of those who handle applications, and of the person. */
@Path("/appointments/{id}/actions")
@Tag(name = "Appointments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AppointmentActionResource {
    private final ActOnAppointment acts;
    private final AppointmentQueries queries;
    private final AppointmentViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    AppointmentActionResource(
            ActOnAppointment acts,
            AppointmentQueries queries,
            AppointmentViews views,
            Writes writes,
            CurrentCaller caller) {
        this.acts = acts;
        this.queries = queries;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/review")
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "reviewAppointment",
            summary = "Records a consent that was given",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận ý kiến đồng ý"),
                @Extension(name = "x-permission", value = RoundRoles.PERSONNEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response review(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ReviewRequest request,
            @Context HttpHeaders headers) {
        return act(
                id,
                request,
                who -> acts.review(id, ifMatch, request.data().consent(), request.decision(), who),
                headers);
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "withdrawAppointment",
            summary = "The person does not want to",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Người được đề nghị không nhận"),
                @Extension(name = "x-permission", value = "selection-personnel, selection-candidate"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done, or with validateOnly it would be",
            content = @Content(schema = @Schema(anyOf = {AppointmentView.class, DryRun.class})))
    public Response withdraw(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id,
            @Parameter(description = "ETag that you have read", required = true) @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull @Valid ReasonRequest request,
            @Context HttpHeaders headers) {
        return act(id, request, who -> acts.withdraw(id, ifMatch, request.reason(), who), headers);
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
