package vn.gov.hanoi.training.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.training.plan.PlanTime;

/** The comparison of a plan. */
@Path("/plans/{id}/comparison")
@Tag(name = "Plans")
@ApplicationScoped
class PlanComparisonResource {
    private final PlanComparisonQueries queries;
    private final CurrentCaller caller;

    PlanComparisonResource(PlanComparisonQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanComparison",
            summary =
                    "Proposed, assigned, adjusted, opened and delivered, as of any day; as JSON, CSV or XLSX, by Accept",
            description =
                    "LEARNERS groups classes by the categories of personnel they are for; what is planned has none and stands under no code. Hours and spent money are null where a stage has none.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "So sánh đề xuất, được giao, sau điều chỉnh, đã mở và đã hoàn thành"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PlanComparison.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response read(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "BLOCK (default), UNIT, CATEGORY, LEARNERS or SOURCE") @QueryParam("by") @Nullable
                    String by,
            @Parameter(description = "Figures as they are valid on this day; default the newest recorded")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "Figures as they were known at this moment; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @Context Request request) {
        var group = Objects.requireNonNullElse(Params.oneOf(ComparisonGroup.class, "by", by), ComparisonGroup.BLOCK);
        var report = queries.read(id, group, PlanTime.of(asOf, knownAt), caller.get());
        return PlanComparisonTable.of(report).answer(report, request);
    }
}
