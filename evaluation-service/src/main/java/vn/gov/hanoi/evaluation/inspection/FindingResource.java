package vn.gov.hanoi.evaluation.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingFilter;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingSummary;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What inspections found. */
@Path("/findings")
@Tag(name = "Findings", description = "What inspections found, who answers for it, and whether it is remedied")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class FindingResource {
    private final FindingQueries queries;
    private final FindingDesk desk;
    private final FindingViews views;
    private final CurrentCaller caller;

    FindingResource(FindingQueries queries, FindingDesk desk, FindingViews views, CurrentCaller caller) {
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "listFindings",
            summary = "List findings",
            description =
                    "The latest event first. Participants see those of units that they answer for, and those for which they answer themselves.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách vi phạm, thiếu sót"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<FindingSummary> list(@BeanParam FindingFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.INSPECTOR, InspectionRoles.READER, InspectionRoles.PARTICIPANT
    })
    @Operation(
            operationId = "getFinding",
            summary = "Read a finding",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem vi phạm, thiếu sót"),
                @Extension(
                        name = "x-permission",
                        value = "inspection-lead, inspector, inspection-reader, evaluation-participant"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The finding",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    public Response get(@Parameter(description = "Id of the finding") @PathParam("id") UUID id) {
        var who = caller.get();
        var seen = desk.see(id, who);
        return Response.ok(views.full(seen, who))
                .header("ETag", Etags.of(seen.finding().rowVersion()))
                .build();
    }
}
