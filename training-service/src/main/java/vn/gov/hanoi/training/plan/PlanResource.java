package vn.gov.hanoi.training.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.plan.PlanApi.PlanView;

/** Plans by year. */
@Path("/plans")
@Tag(name = "Plans")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PlanResource {
    private final PlanQueries queries;
    private final CurrentCaller caller;

    PlanResource(PlanQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listPlans",
            summary = "Training plans, newest year first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kế hoạch đào tạo, bồi dưỡng theo năm"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanView> list(
            @Parameter(description = "Only of this year") @QueryParam("year") @Nullable String year,
            @BeanParam ListParams page) {
        return queries.page(Params.number("year", year), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlan",
            summary = "A plan with its blocks",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một kế hoạch với các khối"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<PlanView> get(@Parameter(description = "Id of the plan") @PathParam("id") UUID id) {
        var plan = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(plan)
                .header(HttpHeaders.ETAG, plan.etag())
                .build();
    }
}
