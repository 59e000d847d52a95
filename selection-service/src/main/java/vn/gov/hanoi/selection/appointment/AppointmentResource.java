package vn.gov.hanoi.selection.appointment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentSummary;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.OutcomeView;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.CloseRequest;
import vn.gov.hanoi.selection.appointment.AppointmentRequests.ProposeRequest;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Appointments after a contest: reading, proposing, and the end of a post. */
@Path("/appointments")
@Tag(name = "Appointments", description = "Appointments of those who were chosen")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AppointmentResource {
    private static final String ALL = "selection-personnel, selection-approver, selection-candidate";

    private final AppointmentQueries queries;
    private final ProposeAppointment proposals;
    private final EndPost posts;
    private final AppointmentDesk desk;
    private final AppointmentViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    AppointmentResource(
            AppointmentQueries queries,
            ProposeAppointment proposals,
            EndPost posts,
            AppointmentDesk desk,
            AppointmentViews views,
            Writes writes,
            CurrentCaller caller) {
        this.queries = queries;
        this.proposals = proposals;
        this.posts = posts;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.APPROVER, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "listAppointments",
            summary = "Appointments of the rounds that you handle or decide, and your own; the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các đề nghị và quyết định bổ nhiệm sau thi tuyển"),
                @Extension(name = "x-permission", value = ALL),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<AppointmentSummary> list(
            @Parameter(description = "The round") @QueryParam("roundId") @Nullable String roundId,
            @Parameter(description = "The post") @QueryParam("vacancyId") @Nullable String vacancyId,
            @Parameter(description = "Who is to be appointed") @QueryParam("officerId") @Nullable String officerId,
            @Parameter(
                            description = "How far it has come; repeated: any of these",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AppointmentState.class))
                    @QueryParam("state")
                    List<String> state,
            @BeanParam PageParams params) {
        var states = EnumSet.noneOf(AppointmentState.class);
        state.forEach(name -> states.add(Objects.requireNonNull(Params.oneOf(AppointmentState.class, "state", name))));
        var filter = new AppointmentQueries.Filter(
                Params.uuid("roundId", roundId),
                Params.uuid("vacancyId", vacancyId),
                Params.uuid("officerId", officerId),
                states.isEmpty() ? EnumSet.allOf(AppointmentState.class) : states);
        return queries.page(filter, params.page(), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.APPROVER, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "getAppointment",
            summary = "An appointment with its tag and what can be done with it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một đề nghị bổ nhiệm và các thao tác có thể thực hiện"),
                @Extension(name = "x-permission", value = ALL),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<AppointmentView> get(
            @Parameter(description = "Id of the appointment") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = queries.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed(RoundRoles.PERSONNEL)
    @Operation(
            operationId = "createAppointment",
            summary = "Proposes who comes first for a post; the conditions are checked again",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đề nghị bổ nhiệm người trúng tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.PERSONNEL),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been proposed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid ProposeRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var vacancy = request.vacancyId();
        return writes.once(request, () -> queries.roundOfPost(vacancy, who), () -> {
            var appointment = proposals.propose(
                    queries.roundOfPost(vacancy, who), vacancy, request.applicationId(), request.place(), who);
            var view = views.of(desk.see(appointment.id(), who), ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(AppointmentViews.ADDRESS + appointment.id(), view, appointment.version());
        });
    }

    @POST
    @Path("/actions/close")
    @RolesAllowed(RoundRoles.APPROVER)
    @Operation(
            operationId = "closePost",
            summary = "Ends a post for which nobody can be proposed any more",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc vị trí không còn người để bổ nhiệm"),
                @Extension(name = "x-permission", value = RoundRoles.APPROVER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Ended; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {OutcomeView.class, DryRun.class})))
    public Response close(@NotNull @Valid CloseRequest request) {
        var who = caller.get();
        var vacancy = request.vacancyId();
        return writes.once(request, () -> queries.roundOfPost(vacancy, who), () -> {
            var outcome =
                    posts.close(queries.roundOfPost(vacancy, who), vacancy, request.decision(), request.reason(), who);
            return Answer.ok(OutcomeView.of(outcome), 1);
        });
    }
}
