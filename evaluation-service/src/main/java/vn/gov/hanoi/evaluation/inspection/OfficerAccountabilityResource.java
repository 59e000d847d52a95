package vn.gov.hanoi.evaluation.inspection;

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
import vn.gov.hanoi.evaluation.inspection.OfficerAccountabilityApi.OfficerEntriesView;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What an officer answers for after inspections. */
@Path("/officers/{id}/accountability-entries")
@Tag(name = "Findings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OfficerAccountabilityResource {
    private final FindingQueries queries;
    private final CurrentCaller caller;

    OfficerAccountabilityResource(FindingQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "listOfficerAccountabilityEntries",
            summary = "What an officer answers for, of the findings that you may read",
            description =
                    "The latest month first, at most 500. Nothing for an officer of whose findings the caller may not know, as for one "
                            + "who answers for none.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Trách nhiệm của cán bộ trong các vi phạm qua kiểm tra công vụ"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public OfficerEntriesView list(@Parameter(description = "Id of the officer") @PathParam("id") UUID id) {
        return new OfficerEntriesView(id, queries.ofOfficer(id, caller.get()));
    }
}
