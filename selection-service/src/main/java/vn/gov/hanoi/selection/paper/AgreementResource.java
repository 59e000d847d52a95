package vn.gov.hanoi.selection.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.paper.ExamApi.AgreementView;
import vn.gov.hanoi.selection.round.RoundRoles;

/** How the markers agreed, and who opened the codes. */
@Path("/written-exams")
@Tag(name = "Written Exams")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AgreementResource {
    private final ReadExam read;
    private final CurrentCaller caller;

    AgreementResource(ReadExam read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/agreement")
    @RolesAllowed(RoundRoles.INSPECTOR)
    @Operation(
            operationId = "getWrittenAgreement",
            summary = "How far the markers agreed and who opened the codes, after the marks were told",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Mức độ thống nhất giữa những người chấm và người ghép phách"),
                @Extension(name = "x-permission", value = RoundRoles.INSPECTOR),
                @Extension(name = "x-audit", value = "NONE")
            })
    public AgreementView agreement(@Parameter(description = "Id of the round") @PathParam("id") UUID id) {
        return read.agreement(id, caller.get());
    }
}
