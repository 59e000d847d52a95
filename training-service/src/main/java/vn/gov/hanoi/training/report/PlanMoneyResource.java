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

/** What became of the money of a plan, and how a year compares with another. */
@Path("/plans/{id}")
@Tag(name = "Plans")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
@ApplicationScoped
class PlanMoneyResource {
    private final PlanSettlementQueries settlements;
    private final UnitCostQueries costs;
    private final CompareYears compareYears;
    private final CurrentCaller caller;

    PlanMoneyResource(
            PlanSettlementQueries settlements, UnitCostQueries costs, CompareYears compareYears, CurrentCaller caller) {
        this.settlements = settlements;
        this.costs = costs;
        this.compareYears = compareYears;
        this.caller = caller;
    }

    @GET
    @Path("/settlement")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanSettlement",
            summary = "Allocated, committed, spent, settled, returned and carried over, by source and block",
            description =
                    "Added up from the entries of the accounts in your scope, to the đồng the same as the trial balance. As JSON, CSV or XLSX, by Accept.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Báo cáo quyết toán kinh phí theo nguồn và khối"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The settlement",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PlanSettlement.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response settlement(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "Entries recorded until the end of this day in Hanoi; default all")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "Entries recorded up to this moment; default now") @QueryParam("knownAt") @Nullable
                    String knownAt,
            @Context Request request) {
        var report = settlements.read(id, PlanTime.of(asOf, knownAt), caller.get());
        return PlanSettlementTable.of(report).answer(report, request);
    }

    @GET
    @Path("/unit-costs")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getPlanUnitCosts",
            summary = "Cost of delivered classes for each learner and hour, by course and form, against the norms",
            description =
                    "Delivered classes of units in your scope with what was spent for them. The norms are compared only for classes with a cost sheet. As JSON, CSV or XLSX, by Accept.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Chi phí cho một người học và một giờ theo khóa học, hình thức, so với định mức"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The costs",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnitCosts.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response unitCosts(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "Classes delivered and money spent until this day; default all")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "As recorded at this moment; default now") @QueryParam("knownAt") @Nullable
                    String knownAt,
            @Context Request request) {
        var report = costs.read(id, PlanTime.of(asOf, knownAt), caller.get());
        return UnitCostTable.of(report).answer(report, request);
    }

    @GET
    @Path("/year-to-year")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getYearToYear",
            summary = "The plan beside that of another year: change and its share, by any group",
            description = "A share is null where the other year has zero. As JSON, CSV or XLSX, by Accept.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "So sánh với năm khác: tăng, giảm và tỷ lệ"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Both years",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = YearToYear.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Response yearToYear(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "Year of the other plan; default the year before")
                    @QueryParam("withYear")
                    @Nullable
                    String withYear,
            @Parameter(description = "BLOCK (default), UNIT, CATEGORY, LEARNERS or SOURCE") @QueryParam("by") @Nullable
                    String by,
            @Parameter(
                            description =
                                    "A day; the other plan is read as of the same day of its year; default the newest recorded")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Context Request request) {
        var group = Objects.requireNonNullElse(Params.oneOf(ComparisonGroup.class, "by", by), ComparisonGroup.BLOCK);
        var report = compareYears.compare(
                id, Params.number("withYear", withYear), group, PlanTime.of(asOf, null), caller.get());
        return YearToYearTable.of(report).answer(report, request);
    }
}
