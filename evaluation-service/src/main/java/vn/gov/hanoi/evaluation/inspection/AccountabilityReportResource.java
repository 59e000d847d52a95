package vn.gov.hanoi.evaluation.inspection;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityReport;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** How units and heads answer for findings. */
@Path("/accountability-reports")
@Tag(name = "Accountability Reports", description = "Findings by unit and by who was head on the day, with the trend")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
@ApplicationScoped
class AccountabilityReportResource {
    private static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private final AccountabilityReportQueries queries;
    private final CurrentCaller caller;

    AccountabilityReportResource(AccountabilityReportQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({InspectionRoles.LEAD, InspectionRoles.READER})
    @Operation(
            operationId = "getAccountabilityReport",
            summary = "Add up findings by unit and head",
            description =
                    "Findings of events from one month to another, by the unit and by who was head on the day, with what became of them, the trend by quarter, "
                            + "and one-stop desks that were looked at. As JSON, CSV or XLSX, by Accept; the files have the lines and end with the sum.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Báo cáo trách nhiệm người đứng đầu qua kiểm tra công vụ"),
                @Extension(name = "x-permission", value = "inspection-lead, inspection-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AccountabilityReport.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response read(
            @Parameter(description = "First month of events, for example 2026-01; required")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last month of events; required") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Unit that is looked at, with all below it; default the own unit")
                    @QueryParam("unitId")
                    @Nullable
                    String unitId,
            @Context Request request) {
        var first = month("from", from);
        var last = month("to", to);
        if (last.isBefore(first)) {
            throw Params.invalid("to", "not before from");
        }
        return answer(queries.report(first, last, Params.uuid("unitId", unitId), caller.get()), request);
    }

    private static YearMonth month(String name, @Nullable String value) {
        if (value == null || !value.matches(MONTH)) {
            throw Params.invalid(name, "2026-07");
        }
        return YearMonth.parse(value);
    }

    private static Response answer(AccountabilityReport report, Request request) {
        var variants = Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE,
                        MediaType.valueOf(TableFormat.CSV_TYPE),
                        MediaType.valueOf(TableFormat.XLSX_TYPE))
                .build();
        var chosen = request.selectVariant(variants);
        var type = chosen == null
                ? MediaType.APPLICATION_JSON
                : chosen.getMediaType().toString();
        return switch (type) {
            case TableFormat.CSV_TYPE -> file(report, TableFormat.CSV);
            case TableFormat.XLSX_TYPE -> file(report, TableFormat.XLSX);
            default -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
        };
    }

    private static Response file(AccountabilityReport report, TableFormat format) {
        StreamingOutput content = file -> AccountabilityTable.write(report, format, file);
        return Downloads.of(format, "accountability-" + report.from() + "-" + report.to(), content);
    }
}
