package vn.gov.hanoi.evaluation.imports;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Empty files with the right columns. */
@Path("/import-templates")
@Tag(name = "Imports")
@ApplicationScoped
class ImportTemplateResource {
    private final Importers importers;
    private final CurrentCaller caller;

    ImportTemplateResource(Importers importers, CurrentCaller caller) {
        this.importers = importers;
        this.caller = caller;
    }

    @GET
    @Path("/{kind}")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed({"directory-reader", "directory-editor", "task-keeper", "evaluation-keeper"})
    @Operation(
            operationId = "getImportTemplate",
            summary = "Read the template of an import",
            description = "As CSV or XLSX, by Accept. The file has the header only; a row of UNITS looks like "
                    + "H26.23.1,Phòng Nội vụ,DIVISION,H26.23,2020-03-01, and one of OFFICERS like CB0000001,Nguyễn Văn An,CIVIL_SERVANT,"
                    + "1985-02-03,H26.23.1,STAFF,Chuyên viên,false,2020-03-01,112/QĐ-UBND, and one of UNIT_TASKS "
                    + "like QLVB:2026-0017,H26.23,215/KH-UBND,Rà soát thủ tục hành chính,2026-07-01,2026-07-20,1. For EVALUATION_SCORES with period and unitId it has a row for "
                    + "each person of the agency who is not decided, the criteria by which they are rated, and Vietnamese headings; the "
                    + "name of each column stands behind them in brackets. Columns of the workbook are texts, so that "
                    + "codes keep their zeros, but for points and days, which take numbers from 0 to the most there can be; with period and "
                    + "unitId all cells but those to fill are locked.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải mẫu nhập"),
                @Extension(
                        name = "x-permission",
                        value = "directory-reader, directory-editor, task-keeper, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response get(
            @Parameter(description = "What the rows are: UNITS, OFFICERS, UNIT_TASKS or EVALUATION_SCORES")
                    @PathParam("kind")
                    String kind,
            @Parameter(
                            description = "Month, for EVALUATION_SCORES together with unitId",
                            schema = @Schema(pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$"))
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "Agency whose undecided people and criteria the template has")
                    @QueryParam("unitId")
                    @Nullable
                    String unitId,
            @Context Request request) {
        var variants = Variant.mediaTypes(
                        MediaType.valueOf(TableFormat.CSV_TYPE), MediaType.valueOf(TableFormat.XLSX_TYPE))
                .build();
        var chosen = request.selectVariant(variants);
        var format = chosen != null && chosen.getMediaType().toString().equals(TableFormat.XLSX_TYPE)
                ? TableFormat.XLSX
                : TableFormat.CSV;
        var template = importers.template(kind(kind), month(period), Params.uuid("unitId", unitId), caller.get());
        StreamingOutput content = file -> template.write(format, file);
        return Downloads.of(format, "template", content);
    }

    private static @Nullable YearMonth month(@Nullable String period) {
        try {
            return period == null ? null : YearMonth.parse(period);
        } catch (DateTimeParseException _) {
            throw Params.invalid("period", "yyyy-MM");
        }
    }

    private static ImportKind kind(String name) {
        for (var kind : ImportKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refused(KernelProblem.NOT_FOUND);
    }
}
