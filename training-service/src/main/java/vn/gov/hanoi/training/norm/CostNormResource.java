package vn.gov.hanoi.training.norm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.norm.CostNormApi.CostNormsView;

/** Cost norms and what a class would cost by them. */
@Path("/cost-norms")
@Tag(name = "Cost Norms", description = "What a class may cost, by law")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CostNormResource {
    private final CostNormQueries norms;
    private final ClassCosts costs;
    private final Scopes scopes;
    private final CurrentCaller caller;
    private final Clock clock;

    CostNormResource(CostNormQueries norms, ClassCosts costs, Scopes scopes, CurrentCaller caller, Clock clock) {
        this.norms = norms;
        this.costs = costs;
        this.scopes = scopes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listCostNorms",
            summary = "Norms of the items of a class on a day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Định mức chi của lớp học tại một ngày"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public CostNormsView list(
            @Parameter(description = "Day; default today in Hanoi") @QueryParam("asOf") @Nullable String asOf) {
        scopes.of(caller.get());
        var day = Objects.requireNonNullElseGet(Params.date("asOf", asOf), () -> LocalDate.now(clock));
        return new CostNormsView(day, norms.on(day));
    }

    /** Keeps nothing, so it needs no key. */
    @POST
    @Path("/actions/find")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "findClassCost",
            summary = "What a class costs by item, place and hour, and what of it is above the norms of its days",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tính dự toán lớp học theo định mức của từng ngày"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public CostSheet find(@Valid @NotNull CostSheetRequest request) {
        scopes.of(caller.get());
        return costs.sheet(request, "");
    }
}
