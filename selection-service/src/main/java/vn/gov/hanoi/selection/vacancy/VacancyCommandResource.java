package vn.gov.hanoi.selection.vacancy;

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
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Opening and announcing vacancies, for organisers inside the part of the organisation that is theirs. */
@Path("/vacancies")
@Tag(name = "Vacancies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class VacancyCommandResource {
    static final String ORGANISER = "selection-organiser";
    static final String ADDRESS = "/selection/v1/vacancies/";

    private final OpenVacancy openVacancy;
    private final AnnounceVacancy announceVacancy;
    private final VacancyScope scope;
    private final VacancyViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    VacancyCommandResource(
            OpenVacancy openVacancy,
            AnnounceVacancy announceVacancy,
            VacancyScope scope,
            VacancyViews views,
            Writes writes,
            CurrentCaller caller) {
        this.openVacancy = openVacancy;
        this.announceVacancy = announceVacancy;
        this.scope = scope;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "createVacancy",
            summary = "Opens a vacancy as a draft",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập vị trí thi tuyển (bản nháp)"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = VacancyApi.VacancyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been opened",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response open(@NotNull @Valid VacancyApi.VacancyRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> scope.requireUnit(request.unitId(), who), () -> {
            var vacancy = openVacancy.open(request.wanted(), who);
            var view = views.of(vacancy, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(ADDRESS + vacancy.id(), view, vacancy.version());
        });
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "publishVacancy",
            summary = "Announces a vacancy; from then on everybody sees it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thông báo thi tuyển công khai"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Announced; with validateOnly: it would have been announced",
            content = @Content(schema = @Schema(anyOf = {VacancyApi.VacancyView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the vacancy") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that you have read", required = true)
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid VacancyApi.PublishRequest request,
            @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> scope.requireVacancy(id, who), () -> {
            var vacancy = announceVacancy.announce(id, ifMatch, request.data().wanted(), who);
            var view = views.of(vacancy, who, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.ok(view, vacancy.version());
        });
    }
}
