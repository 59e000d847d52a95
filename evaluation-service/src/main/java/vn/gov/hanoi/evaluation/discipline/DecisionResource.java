package vn.gov.hanoi.evaluation.discipline;

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
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseView;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.AcquitRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.CloseRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.CorrectRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.DecideRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How a case is decided, and what comes after. */
@Path("/discipline-cases/{id}/actions")
@Tag(name = "Discipline Cases")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DecisionResource {
    private final DecideCase decide;
    private final ReviseDecision revise;
    private final DisciplineDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    DecisionResource(
            DecideCase decide, ReviseDecision revise, DisciplineDesk desk, Writes writes, CurrentCaller caller) {
        this.decide = decide;
        this.revise = revise;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.AUTHORITY)
    @Operation(
            operationId = "decideDisciplineCase",
            summary = "Impose a sanction",
            description =
                    "By somebody else than who proposed it, on nobody of the own; last days are stored now and no change of law moves them.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ra quyết định kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.AUTHORITY),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> decide.decide(id, ifMatch, request, who));
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.AUTHORITY)
    @Operation(
            operationId = "correctDisciplineCase",
            summary = "Correct a decision",
            description = "By a decision; a new revision stands in the place of the old one.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đính chính, sửa đổi quyết định kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.AUTHORITY),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CorrectRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> revise.correct(id, ifMatch, request, who));
    }

    @POST
    @Path("/acquit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.AUTHORITY)
    @Operation(
            operationId = "acquitDisciplineCase",
            summary = "Acquit and restore",
            description =
                    "By a decision, from its day on; a sanction is lifted with that day, and what was before stays.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Minh oan, khôi phục quyền lợi"),
                @Extension(name = "x-permission", value = DisciplineRoles.AUTHORITY),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response acquit(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull AcquitRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> revise.acquit(id, ifMatch, request, who));
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.AUTHORITY)
    @Operation(
            operationId = "closeDisciplineCase",
            summary = "Close a case",
            description = "Without a sanction, or after it has ended; expired if nobody may decide it any more.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kết thúc vụ việc"),
                @Extension(name = "x-permission", value = DisciplineRoles.AUTHORITY),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> revise.close(id, ifMatch, request, who));
    }
}
