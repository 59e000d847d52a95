package vn.gov.hanoi.evaluation.exports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportRequest;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportView;
import vn.gov.hanoi.evaluation.operations.OperationView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Files with what the directory holds. */
@Path("/exports")
@Tag(name = "Exports", description = "Files with what the directory and the evaluation hold, for a stated purpose")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ExportResource {
    private final AcceptExport acceptExport;
    private final ReadExport readExport;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    ExportResource(
            AcceptExport acceptExport, ReadExport readExport, Scopes scopes, Writes writes, CurrentCaller caller) {
        this.acceptExport = acceptExport;
        this.readExport = readExport;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"directory-reader", "evaluation-keeper"})
    @Operation(
            operationId = "createExport",
            summary = "Export units, officers or the sheets of a month",
            description =
                    "Only what the caller may see. The columns are those of the import template; birth dates only for "
                            + "directory-editor, the personal number never. EVALUATION_SCORES is for keepers: all sheets of an agency's "
                            + "month as they stand, to be filled and imported. Units and officers are for directory-reader. "
                            + "Cells that a spreadsheet would run begin with an apostrophe. The file is kept sealed for 24 hours.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xuất đơn vị, công chức hoặc phiếu đánh giá của tháng"),
                @Extension(name = "x-permission", value = "directory-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "READ")
            })
    @APIResponse(
            responseCode = "202",
            description = "Durable; the operation shows its progress",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be accepted",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ExportRequest request) {
        var who = caller.get();
        AcceptExport.authorise(request, who);
        return writes.once(request, () -> scopes.of(who), () -> acceptExport.accept(request, scopes.of(who), who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"directory-reader", "evaluation-keeper"})
    @Operation(
            operationId = "getExport",
            summary = "Read the manifest of an export",
            description = "For the caller of the export only. Each reading gives a new link to the file.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem bản kê của lần xuất"),
                @Extension(name = "x-permission", value = "directory-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ExportView get(@Parameter(description = "Id of the export") @PathParam("id") UUID id) {
        return readExport.manifest(id, caller.get());
    }

    @GET
    @Path("/{id}/file")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE, TableFormat.NDJSON_TYPE})
    @RolesAllowed({"directory-reader", "evaluation-keeper"})
    @Operation(
            operationId = "getExportFile",
            summary = "Read the file of an export",
            description = "By the link of the manifest, with the token of the same caller.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải tệp đã xuất"),
                @Extension(name = "x-permission", value = "directory-reader, evaluation-keeper"),
                @Extension(name = "x-audit", value = "READ")
            })
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.NDJSON_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "409", description = "The export has not ended")
    @APIResponse(
            responseCode = "410",
            description = "The link has expired, or the file was removed",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response file(
            @Parameter(description = "Id of the export") @PathParam("id") UUID id,
            @Parameter(description = "Ticket of the link", schema = @Schema(maxLength = 200))
                    @QueryParam("ticket")
                    @Nullable
                    String ticket) {
        var export = readExport.open(id, ticket, caller.get());
        StreamingOutput content = file -> readExport.write(id, file);
        return Downloads.of(
                export.format(), export.kind().name().toLowerCase(Locale.ROOT) + "-" + export.asOf(), content);
    }
}
