package vn.gov.hanoi.evaluation.officer;

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
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.CorrectOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What is done to one officer. */
@Path("/officers/{id}/actions")
@Tag(name = "Officers", description = "People in the service of the City and their posts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OfficerActionResource {
    private final CorrectOfficer correctOfficer;
    private final AssignOfficer assignOfficer;
    private final OfficerVisibilityQueries visibility;
    private final Writes writes;
    private final CurrentCaller caller;

    OfficerActionResource(
            CorrectOfficer correctOfficer,
            AssignOfficer assignOfficer,
            OfficerVisibilityQueries visibility,
            Writes writes,
            CurrentCaller caller) {
        this.correctOfficer = correctOfficer;
        this.assignOfficer = assignOfficer;
        this.visibility = visibility;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "correctOfficer",
            summary = "Correct who an officer is",
            description = "What was known before stays readable with knownAt.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính thông tin cán bộ, công chức, viên chức"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {OfficerView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectOfficerRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> visibility.requireVisible(who, id),
                () -> correctOfficer.correct(id, ifMatch, request, who));
    }

    @POST
    @Path("/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "assignOfficer",
            summary = "Move an officer to another main post",
            description =
                    "The present main post ends on effectiveOn and the new one takes the rest of its time. Both units must be in the "
                            + "caller's scope.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Điều động, bổ nhiệm cán bộ, công chức, viên chức"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Moved; with validateOnly: it would be",
            content = @Content(schema = @Schema(anyOf = {OfficerView.class, DryRun.class})))
    public Response assign(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull AssignRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> visibility.requireVisible(who, id),
                () -> assignOfficer.assign(id, ifMatch, request, who));
    }
}
