package vn.gov.hanoi.evaluation.imports;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.evaluation.table.Downloads;
import vn.gov.hanoi.evaluation.table.TableFormat;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Empty files with the right columns. */
@Path("/import-templates")
@Tag(name = "Imports")
@ApplicationScoped
class ImportTemplateResource {
    private final Importers importers;

    ImportTemplateResource(Importers importers) {
        this.importers = importers;
    }

    @GET
    @Path("/{kind}")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed({"directory-reader", "directory-editor", "task-keeper"})
    @Operation(
            operationId = "getImportTemplate",
            summary = "Read the template of an import",
            description = "As CSV or XLSX, by Accept. The file has the header only; a row of UNITS looks like "
                    + "H26.23.1,Phòng Nội vụ,DIVISION,H26.23,2020-03-01, and one of OFFICERS like CB0000001,Nguyễn Văn An,CIVIL_SERVANT,"
                    + "1985-02-03,H26.23.1,STAFF,Chuyên viên,false,2020-03-01,112/QĐ-UBND, and one of UNIT_TASKS "
                    + "like QLVB:2026-0017,H26.23,215/KH-UBND,Rà soát thủ tục hành chính,2026-07-01,2026-07-20,1. All columns of the workbook are texts, so that "
                    + "codes keep their zeros.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải mẫu nhập"),
                @Extension(name = "x-permission", value = "directory-reader, directory-editor, task-keeper"),
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
            @Parameter(description = "What the rows are: UNITS, OFFICERS or UNIT_TASKS") @PathParam("kind") String kind,
            @Context Request request) {
        var variants = Variant.mediaTypes(
                        MediaType.valueOf(TableFormat.CSV_TYPE), MediaType.valueOf(TableFormat.XLSX_TYPE))
                .build();
        var chosen = request.selectVariant(variants);
        var format = chosen != null && chosen.getMediaType().toString().equals(TableFormat.XLSX_TYPE)
                ? TableFormat.XLSX
                : TableFormat.CSV;
        var columns = importers.template(kind(kind));
        StreamingOutput content = file -> {
            try (var _ = format.open(file, columns)) {
                // The header is all.
            }
        };
        return Downloads.of(format, "template", content);
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
