package vn.gov.hanoi.selection.bulletin;

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
import vn.gov.hanoi.selection.bulletin.BulletinApi.ComparisonView;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Bulletins, for who inspects. */
@Path("/bulletins")
@Tag(name = "Bulletins", description = "Whether the tables still say what was published")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class BulletinComparisonResource {
    private final CompareBulletin compare;
    private final CurrentCaller caller;

    BulletinComparisonResource(CompareBulletin compare, CurrentCaller caller) {
        this.compare = compare;
        this.caller = caller;
    }

    @GET
    @Path("/{roundId}/comparison")
    @RolesAllowed(RoundRoles.INSPECTOR)
    @Operation(
            operationId = "getBulletinComparison",
            summary = "Makes the bulletin of a contest anew from the tables and names each field that differs",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Lập lại thông báo kết quả từ dữ liệu gốc và chỉ ra từng trường sai khác"),
                @Extension(name = "x-permission", value = RoundRoles.INSPECTOR),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ComparisonView comparison(@Parameter(description = "Id of the round") @PathParam("roundId") UUID roundId) {
        return compare.of(roundId, caller.get());
    }
}
