package vn.gov.hanoi.training.commitment;

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
import vn.gov.hanoi.training.commitment.CommitmentViewApi.CommitmentView;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Service commitments. They are made, begun and ended by other acts. */
@Path("/service-commitments")
@Tag(name = "Service Commitments", description = "Service that is promised for a degree")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CommitmentResource {
    private static final String READERS = "training-planner, degree-approver, degree-reader";

    private final CommitmentQueries queries;
    private final CurrentCaller caller;

    CommitmentResource(CommitmentQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({CompensationGuard.PLANNER, CompensationGuard.APPROVER, CompensationGuard.READER})
    @Operation(
            operationId = "listServiceCommitments",
            summary = "Commitments of officers of your units, the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cam kết phục vụ sau đào tạo của cán bộ trong phạm vi"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<CommitmentView> list(
            @Parameter(description = "Only in this state; FULFILLED follows from the days")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam OfficerFilter officers,
            @BeanParam ListParams page) {
        return queries.page(Params.oneOf(CommitmentState.class, "state", state), officers, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CompensationGuard.PLANNER, CompensationGuard.APPROVER, CompensationGuard.READER})
    @Operation(
            operationId = "getServiceCommitment",
            summary = "One commitment, with the places it was carried to",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một cam kết phục vụ, với các đơn vị đã công tác"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<CommitmentView> get(@Parameter(description = "Id of the commitment") @PathParam("id") UUID id) {
        var found = queries.one(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }
}
