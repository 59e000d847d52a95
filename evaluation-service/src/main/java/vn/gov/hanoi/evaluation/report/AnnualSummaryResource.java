package vn.gov.hanoi.evaluation.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultSummary;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.TableFormat;

/** How a year turned out, unit by unit. */
@Path("/annual-summaries")
@Tag(name = "Result Summaries", description = "Published results by unit, as it was or mapped to the units of today")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
@ApplicationScoped
class AnnualSummaryResource {
    private final ReadResults readResults;
    private final CurrentCaller caller;

    AnnualSummaryResource(ReadResults readResults, CurrentCaller caller) {
        this.readResults = readResults;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getAnnualSummary",
            summary = "Add up the results of a year by unit",
            description =
                    "Levels of the people of a unit and everything below it, by the last main post of the year. Only published and locked results count; the others are open. mapping=TODAY carries "
                            + "what ended units had to their successors by the recorded shares, whoever of their people went where. Means "
                            + "are for keepers. As JSON, CSV or XLSX, by Accept; the files end with the sum.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tổng hợp kết quả xếp loại năm theo đơn vị"),
                @Extension(name = "x-permission", value = "evaluation-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ResultSummary.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Response read(
            @Parameter(description = "Year, for example 2026; required") @QueryParam("year") @Nullable String year,
            @Parameter(description = "Unit whose results, with all below it, are shown; default the own unit")
                    @QueryParam("unitId")
                    @Nullable
                    String unitId,
            @Parameter(description = "AS_WAS (default): units of the last day of the period; TODAY: units of today")
                    @QueryParam("mapping")
                    @Nullable
                    String mapping,
            @Parameter(description = "Moment up to which records and publications count; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @Context Request request) {
        var asked = ResultAnswer.asked(ResultKind.YEAR, ResultAnswer.year(year), unitId, mapping, knownAt);
        return ResultAnswer.of(readResults.read(asked, caller.get()), request);
    }
}
