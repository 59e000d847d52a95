package vn.gov.hanoi.training.sanction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.sanctioncopy.CheckSanctions;
import vn.gov.hanoi.kernel.sanctioncopy.SanctionCheckApi.CheckView;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Asking what sanctions forbid. The owner of sanctions is evaluation-service. */
@Path("/sanction-checks")
@Tag(name = "Sanction Checks", description = "What sanctions forbid officers, as they were told")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SanctionCheckResource {
    private final CheckSanctions checks;
    private final CurrentCaller caller;

    SanctionCheckResource(CheckSanctions checks, CurrentCaller caller) {
        this.checks = checks;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-planner")
    @Operation(
            operationId = "getSanctionCheck",
            summary = "What sanctions forbid an officer of your scope on a day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kỷ luật đang cấm cán bộ những gì trong ngày"),
                @Extension(name = "x-permission", value = "training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public CheckView get(
            @Parameter(description = "Id of the officer; needed") @QueryParam("officerId") @Nullable String officerId,
            @Parameter(description = "Day that is asked for; default today in Hanoi") @QueryParam("on") @Nullable
                    String on) {
        var officer = Params.uuid("officerId", officerId);
        if (officer == null) {
            throw Params.invalid("officerId", "UUID");
        }
        return checks.check(officer, Params.date("on", on), caller.get());
    }
}
