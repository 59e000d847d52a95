package vn.gov.hanoi.evaluation.officer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import vn.gov.hanoi.evaluation.officer.AbsenceApi.AbsenceRequest;
import vn.gov.hanoi.evaluation.officer.AbsenceApi.AbsenceView;
import vn.gov.hanoi.evaluation.officer.AbsenceApi.CorrectAbsenceRequest;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Leave and other absences of officers. */
@Path("/officers/{id}/absences")
@Tag(name = "Absences", description = "Days on which officers are away")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AbsenceResource {
    private final RecordAbsence recordAbsence;
    private final AbsenceQueries queries;
    private final OfficerVisibilityQueries visibility;
    private final Writes writes;
    private final CurrentCaller caller;

    AbsenceResource(
            RecordAbsence recordAbsence,
            AbsenceQueries queries,
            OfficerVisibilityQueries visibility,
            Writes writes,
            CurrentCaller caller) {
        this.recordAbsence = recordAbsence;
        this.queries = queries;
        this.visibility = visibility;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createAbsence",
            summary = "Record an absence",
            description = "An officer is away for one reason at a time.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận thời gian nghỉ, vắng mặt"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be recorded",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Valid @NotNull AbsenceRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> visibility.requireVisible(who, id), () -> recordAbsence.record(id, request, who));
    }

    @GET
    @Path("/{absenceId}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getAbsence",
            summary = "Read an absence",
            description = "Why somebody is away is shown to directory-editor only.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem thời gian nghỉ, vắng mặt"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The absence",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    public Response get(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Parameter(description = "Id of the absence") @PathParam("absenceId") UUID absenceId) {
        var view = queries.get(id, absenceId, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listAbsences",
            summary = "List the absences of an officer",
            description =
                    "All of them, or with asOf the one of that day; sort is validFrom. Why somebody is away is shown to directory-editor only.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách thời gian nghỉ, vắng mặt"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<AbsenceView> list(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id, @BeanParam ListParams params) {
        return queries.list(id, params, caller.get());
    }

    @POST
    @Path("/{absenceId}/actions/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "correctAbsence",
            summary = "Correct an absence",
            description = "What was known before stays readable with knownAt.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính thời gian nghỉ, vắng mặt"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {AbsenceView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Parameter(description = "Id of the absence") @PathParam("absenceId") UUID absenceId,
            @Parameter(description = "ETag of the version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectAbsenceRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> visibility.requireVisible(who, id),
                () -> recordAbsence.correct(id, absenceId, ifMatch, request, who));
    }
}
