package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.training.ledger.IntegrityQueries.IntegrityView;

/** What operators ask of the books as a whole. */
@Path("/ops/integrity")
@Tag(name = "Ledger Integrity", description = "Checks of the books over all entries")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class IntegrityResource {
    private final IntegrityQueries checks;

    IntegrityResource(IntegrityQueries checks) {
        this.checks = checks;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(
            operationId = "getLedgerIntegrity",
            summary = "Check the books",
            description = "Adds up all entries and compares; takes seconds at the size of the City. Changes nothing.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiểm tra tính toàn vẹn của sổ cái"),
                @Extension(name = "x-permission", value = "operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public IntegrityView read() {
        return checks.all();
    }
}
