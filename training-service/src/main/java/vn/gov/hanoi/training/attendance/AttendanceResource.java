package vn.gov.hanoi.training.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.attendance.AttendanceApi.MarksRequest;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetRequest;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetView;
import vn.gov.hanoi.training.attendance.AttendanceApi.SheetsView;

/** Sheets of class days. */
@Path("/attendance-sheets")
@Tag(name = "Attendance Sheets", description = "Who was there on each class day")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AttendanceResource {
    static final String ORGANISER = "training-organiser";

    private static final String PATH = "/training/v1/attendance-sheets/";

    private final RecordAttendance recordAttendance;
    private final ReadAttendance readAttendance;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    AttendanceResource(
            RecordAttendance recordAttendance,
            ReadAttendance readAttendance,
            Scopes scopes,
            Writes writes,
            CurrentCaller caller) {
        this.recordAttendance = recordAttendance;
        this.readAttendance = readAttendance;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "listAttendanceSheets",
            summary = "All sheets of a class that your units hold, by day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các bảng điểm danh của một lớp"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public SheetsView list(
            @Parameter(description = "Id of the class; needed") @QueryParam("classId") @Nullable String classId) {
        var id = Params.uuid("classId", classId);
        if (id == null) {
            throw Params.invalid("classId", "UUID");
        }
        return readAttendance.ofClass(id, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "getAttendanceSheet",
            summary = "One sheet with its marks",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một bảng điểm danh"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<SheetView> get(@Parameter(description = "Id of the sheet") @PathParam("id") UUID id) {
        var found = SheetView.full(recordAttendance.see(id, caller.get()));
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "createAttendanceSheet",
            summary = "Record who was there on a class day",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Điểm danh một ngày học"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SheetView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull SheetRequest request) {
        var who = caller.get();
        return writes.once(request, () -> scopes.of(who), () -> {
            var sheet = recordAttendance.record(request, who);
            return Answer.created(PATH + sheet.id(), SheetView.full(sheet), sheet.version());
        });
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ORGANISER)
    @Operation(
            operationId = "updateAttendanceSheet",
            summary = "Correct a sheet while the class runs",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Sửa bảng điểm danh"),
                @Extension(name = "x-permission", value = ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Corrected; with validateOnly: it would be corrected",
            content = @Content(schema = @Schema(anyOf = {SheetView.class, DryRun.class})))
    public Response update(
            @Parameter(description = "Id of the sheet") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull MarksRequest request) {
        var who = caller.get();
        return writes.once(request, () -> recordAttendance.see(id, who), () -> {
            var sheet = recordAttendance.correct(id, ifMatch, request.marks(), who);
            return Answer.ok(SheetView.full(sheet), sheet.version());
        });
    }
}
