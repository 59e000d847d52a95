package vn.gov.hanoi.selection.eligibility;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ConditionSetsView;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Conditions that a plan can choose. */
@Path("/condition-sets")
@Tag(name = "Condition Sets", description = "Conditions for candidates, as data")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ConditionSetResource {
    @GET
    @RolesAllowed(RoundRoles.READER)
    @Operation(
            operationId = "listConditionSets",
            summary = "All sets of conditions for candidates, in all versions",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các bộ điều kiện, tiêu chuẩn dự tuyển"),
                @Extension(name = "x-permission", value = RoundRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ConditionSetsView list() {
        return ReadEligibility.conditionSets();
    }
}
