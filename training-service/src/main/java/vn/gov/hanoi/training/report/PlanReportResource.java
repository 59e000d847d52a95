package vn.gov.hanoi.training.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.TableFormat;

/** The report of a plan. */
@Path("/plans/{id}/plan-versus-actual")
@Tag(name = "Plans")
@ApplicationScoped
class PlanReportResource {
    private final PlanReportQueries queries;
    private final CurrentCaller caller;

    PlanReportResource(PlanReportQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanVersusActual",
            summary = "Assigned, opened and money left, by block and in total; as JSON, CSV or XLSX, by Accept",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thực hiện so với kế hoạch, theo khối và tổng số"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanReport.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response read(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id, @Context Request request) {
        var report = queries.read(id, caller.get());
        return PlanReportTable.of(report).answer(report, request);
    }
}
