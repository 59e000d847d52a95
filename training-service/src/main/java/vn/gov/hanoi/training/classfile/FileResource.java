package vn.gov.hanoi.training.classfile;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.classfile.FileApi.FileRequest;
import vn.gov.hanoi.training.classfile.FileApi.FileView;

/** Files of classes. */
@Path("/")
@Tag(name = "Imports", description = "Nominations and outcomes as files")
@ApplicationScoped
class FileResource {
    private static final String PLANNER = "training-planner";
    private static final String ORGANISER = "training-organiser";

    private final TakeFile takeFile;
    private final ReadFiles readFiles;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    FileResource(TakeFile takeFile, ReadFiles readFiles, Scopes scopes, Writes writes, CurrentCaller caller) {
        this.takeFile = takeFile;
        this.readFiles = readFiles;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLANNER, ORGANISER})
    @Operation(
            operationId = "createClassImport",
            summary = "Send nominations or outcomes of a class as a file",
            description =
                    "Part request: kind, classId, atomic. Part file, at most 8 MiB and 5,000 rows: CSV in UTF-8 with semicolon or comma, or the first sheet of an XLSX workbook, with the columns of the template. Each row is done as a single request would be; what is so already is counted as unchanged, so a file may be sent twice.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nhập danh sách cử đi học hoặc kết quả từ tệp"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "What became of the rows; with validateOnly: what would",
            content = @Content(schema = @Schema(implementation = FileView.class)))
    public Response create(
            @RestForm("request") @PartType(MediaType.APPLICATION_JSON) @Valid @NotNull FileRequest request,
            @RestForm("file") @NotNull FileUpload file) {
        var who = caller.get();
        var digest = digest(file);
        return writes.bulk(
                Map.of("request", request, "file", HexFormat.of().formatHex(digest)),
                () -> scopes.of(who),
                () -> Answer.bulk(takeFile.take(request, file.uploadedFile(), digest, who)));
    }

    /** Refusal: training.file-too-large. */
    private static byte[] digest(FileUpload file) {
        if (file.size() > ClassFile.MOST_BYTES) {
            throw new Refused(TrainingProblem.FILE_TOO_LARGE);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @GET
    @Path("imports/{id}/failed-rows")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed({PLANNER, ORGANISER})
    @Operation(
            operationId = "getFailedClassRows",
            summary = "Read the refused rows of a file that you sent",
            description =
                    "In the format that was sent, with loi and error behind. Correct the cells and send it again. Kept 45 days.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải các dòng bị từ chối"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response failedRows(@Parameter(description = "Id of the import") @PathParam("id") UUID id) {
        var failed = readFiles.failed(id, caller.get());
        return Downloads.of(failed.format(), "failed-rows", file -> file.write(failed.content()));
    }

    @GET
    @Path("import-templates/{kind}")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed({PLANNER, ORGANISER})
    @Operation(
            operationId = "getClassTemplate",
            summary = "Read the template of a file",
            description = "As CSV or XLSX, by Accept. That of OUTCOMES has a row for each learner of the class.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải mẫu nhập"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response template(
            @Parameter(description = "ENROLMENTS or OUTCOMES") @PathParam("kind") String kind,
            @Parameter(description = "Id of the class; needed") @QueryParam("classId") @Nullable String classId,
            @Context Request request) {
        var asked = Params.oneOf(FileKind.class, "kind", kind);
        var id = Params.uuid("classId", classId);
        if (asked == null || id == null) {
            throw Params.invalid("classId", "UUID");
        }
        var rows = readFiles.template(asked, id, caller.get());
        var chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.valueOf(TableFormat.CSV_TYPE), MediaType.valueOf(TableFormat.XLSX_TYPE))
                        .build());
        var format = chosen != null && chosen.getMediaType().toString().equals(TableFormat.XLSX_TYPE)
                ? TableFormat.XLSX
                : TableFormat.CSV;
        StreamingOutput content = file -> {
            try (var table = format.form(file, asked.headings(), true)) {
                for (var row : rows) {
                    table.row(row);
                }
            }
        };
        return Downloads.of(format, "template", content);
    }
}
