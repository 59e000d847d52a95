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
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.ProposeRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.ResumeRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.SuspendRequest;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How a case is considered. */
@Path("/discipline-cases/{id}/actions")
@Tag(name = "Discipline Cases")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ConsiderationResource {
    private final ProposeForm propose;
    private final SuspendCase suspend;
    private final DisciplineDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    ConsiderationResource(
            ProposeForm propose, SuspendCase suspend, DisciplineDesk desk, Writes writes, CurrentCaller caller) {
        this.propose = propose;
        this.suspend = suspend;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/propose")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.OFFICER)
    @Operation(
            operationId = "proposeDisciplineCase",
            summary = "Propose a form of discipline",
            description = "Again as often as it takes; with the council that was heard if the form needs one.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đề xuất hình thức kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.OFFICER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response propose(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ProposeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> propose.propose(id, ifMatch, request, who));
    }

    @POST
    @Path("/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.OFFICER)
    @Operation(
            operationId = "suspendDisciplineCase",
            summary = "Suspend the consideration",
            description = "From a day on which a ground of the law holds; the days until it goes on do not count.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tạm dừng xem xét kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.OFFICER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response suspend(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull SuspendRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> suspend.suspend(id, ifMatch, request, who));
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.OFFICER)
    @Operation(
            operationId = "resumeDisciplineCase",
            summary = "Go on with the consideration",
            description = "With the days that were left.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tiếp tục xem xét kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.OFFICER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CaseView.class, DryRun.class})))
    public Response resume(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the case that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ResumeRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> suspend.resume(id, ifMatch, request, who));
    }
}
