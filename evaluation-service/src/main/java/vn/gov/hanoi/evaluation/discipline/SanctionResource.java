package vn.gov.hanoi.evaluation.discipline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.SanctionsView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Sanctions of officers. */
@Path("/officers/{id}/sanctions")
@Tag(name = "Sanctions", description = "What was decided, and what it forbids until when")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SanctionResource {
    private final ReadSanctions sanctions;
    private final CurrentCaller caller;

    SanctionResource(ReadSanctions sanctions, CurrentCaller caller) {
        this.sanctions = sanctions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({DisciplineRoles.OFFICER, DisciplineRoles.AUTHORITY, DisciplineRoles.READER, DisciplineRoles.SELF})
    @Operation(
            operationId = "listSanctions",
            summary = "Sanctions of an officer, and what they forbid on a day",
            description = "For those with a role in the units where the officer serves today, and for the officer.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các hình thức kỷ luật của cán bộ và hiệu lực trong ngày"),
                @Extension(
                        name = "x-permission",
                        value = "discipline-officer, discipline-authority, discipline-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public SanctionsView list(
            @Parameter(description = "Id of the officer") @PathParam("id") UUID id,
            @Parameter(description = "Day that the states are of; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf) {
        return sanctions.read(id, ListParams.day(asOf), caller.get());
    }
}
