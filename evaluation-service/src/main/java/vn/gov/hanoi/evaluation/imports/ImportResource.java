package vn.gov.hanoi.evaluation.imports;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.ImportApi.ImportRequest;
import vn.gov.hanoi.evaluation.imports.ImportApi.ImportView;
import vn.gov.hanoi.evaluation.imports.ImportApi.RowErrorView;
import vn.gov.hanoi.evaluation.operations.OperationView;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Files with many rows. */
@Path("/imports")
@Tag(name = "Imports", description = "Files with many rows; wrong rows are named by row and cell")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ImportResource {
    private final AcceptImport acceptImport;
    private final ImportQueries queries;
    private final FailedRowFile failedRowFile;
    private final Uploads uploads;
    private final Importers importers;
    private final Writes writes;
    private final CurrentCaller caller;

    ImportResource(
            AcceptImport acceptImport,
            ImportQueries queries,
            FailedRowFile failedRowFile,
            Uploads uploads,
            Importers importers,
            Writes writes,
            CurrentCaller caller) {
        this.acceptImport = acceptImport;
        this.queries = queries;
        this.failedRowFile = failedRowFile;
        this.uploads = uploads;
        this.importers = importers;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"directory-editor", "task-keeper", "evaluation-keeper"})
    @Operation(
            operationId = "createImport",
            summary = "Import a file",
            description =
                    "Part request: kind and mode. Part file, at most 64 MiB: CSV in UTF-8 with semicolon or comma, the first sheet of "
                            + "an XLSX workbook, or NDJSON; which of them is seen from the content. Codes in a workbook are texts; dates may "
                            + "be date cells; formulas are refused. Columns loi and error are read over. Columns, in any order, are those "
                            + "of the import template: "
                            + "UNITS: code,name,type,parentCode,validFrom,validTo. OFFICERS: officerCode,fullName,category,birthDate,"
                            + "unitCode,position,title,leader,validFrom,decisionNumber. UNIT_TASKS, by a task-keeper: externalKey,unitCode,"
                            + "documentNumber,title,assignedOn,dueOn,weight. EVALUATION_SCORES, by an evaluation-keeper: officerCode,period,"
                            + "presenceDays,decisionNumber,decisionSignedOn,decisionIssuer, one column for each criterion, and what else "
                            + "the template has. Safe to send again: rows recorded before "
                            + "are counted as unchanged.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nhập tệp"),
                @Extension(name = "x-permission", value = "directory-editor, task-keeper, evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "202",
            description = "Durable; the operation shows its progress",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be accepted. Mode VALIDATE checks the rows",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(
            @RestForm("request") @PartType(MediaType.APPLICATION_JSON) @Valid @NotNull ImportRequest request,
            @RestForm("file") @NotNull FileUpload file) {
        var who = caller.get();
        var digest = uploads.digest(file);
        return writes.once(
                Map.of("request", request, "file", HexFormat.of().formatHex(digest)),
                () -> importers.authorise(request.kind(), who),
                () -> acceptImport.accept(request, file.uploadedFile(), digest, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"directory-editor", "task-keeper", "evaluation-keeper", "operator"})
    @Operation(
            operationId = "getImport",
            summary = "Read an import with its counts",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem lần nhập và số dòng"),
                @Extension(name = "x-permission", value = "directory-editor, task-keeper, evaluation-keeper, operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ImportView get(@Parameter(description = "Id of the import") @PathParam("id") UUID id) {
        return queries.get(id, caller.get());
    }

    @GET
    @Path("/{id}/failed-rows")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE, TableFormat.NDJSON_TYPE})
    @RolesAllowed({"directory-editor", "task-keeper", "evaluation-keeper", "operator"})
    @Operation(
            operationId = "getFailedRows",
            summary = "Read the failed rows as a file",
            description =
                    "In the format that was sent, with the cells as they were and two columns behind: loi says in Vietnamese, "
                            + "error in English what is wrong and what would help. Correct the cells and send the file again; both columns are "
                            + "read over. Kept sealed, and forgotten 45 days after the end of the import.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải các dòng bị từ chối"),
                @Extension(name = "x-permission", value = "directory-editor, task-keeper, evaluation-keeper, operator"),
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
    @APIResponse(responseCode = "409", description = "The import has not ended")
    public Response failedRows(@Parameter(description = "Id of the import") @PathParam("id") UUID id) {
        var heading = failedRowFile.open(id, caller.get());
        StreamingOutput content = file -> failedRowFile.write(id, heading, file);
        return Downloads.of(heading.format(), "failed-rows", content);
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({"directory-editor", "task-keeper", "evaluation-keeper", "operator"})
    @Operation(
            operationId = "listImportRows",
            summary = "List the failed rows of an import",
            description = "In the order of the file, one item per wrong cell. Details are in the language asked for.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách dòng bị từ chối"),
                @Extension(name = "x-permission", value = "directory-editor, task-keeper, evaluation-keeper, operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<RowErrorView> rows(
            @Parameter(description = "Id of the import") @PathParam("id") UUID id,
            @Parameter(description = "FAILED, the only rows that are kept") @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = "Most items of a page, 1-500; default 50") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        if (status != null && !status.equals("FAILED")) {
            throw Params.invalid("status", "FAILED");
        }
        var number = Params.number("limit", limit);
        var request = new PageRequest(number == null ? PageRequest.DEFAULT_LIMIT : number, cursor, false);
        return queries.failedRows(id, request, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }
}
