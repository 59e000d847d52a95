package vn.gov.hanoi.training.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.course.ClassApi.ClassView;
import vn.gov.hanoi.training.norm.ClassSheet;
import vn.gov.hanoi.training.norm.CostSheetRequest;

/** What a class is to cost, version by version. */
@Path("/classes/{id}/cost-sheets")
@Tag(name = "Classes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CostSheetResource {
    private final WriteCostSheet writeCostSheet;
    private final ClassDesk desk;
    private final ClassViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    CostSheetResource(
            WriteCostSheet writeCostSheet, ClassDesk desk, ClassViews views, Writes writes, CurrentCaller caller) {
        this.writeCostSheet = writeCostSheet;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @Schema(name = "ClassCostSheets", description = "All versions of a class's cost sheet")
    record CostSheets(
            @Schema(description = "The newest first", maxItems = 1000)
            List<ClassSheet> items) {}

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listClassCostSheets",
            summary = "All versions of the cost sheet of a class, the newest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các phiên bản dự toán chi tiết của lớp, mới nhất trước"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public CostSheets list(@Parameter(description = "Id of the class") @PathParam("id") UUID id) {
        return new CostSheets(writeCostSheet.versions(id, caller.get()));
    }

    @POST
    @RolesAllowed(ClassGuard.ORGANISER)
    @Operation(
            operationId = "createClassCostSheet",
            summary = "Say anew what a class is to cost by item, until it is over",
            description =
                    "A new version; the ones before stay. For the places of the class and at most the money committed for it. What is above a ceiling is shown as a finding, or refused where the norm blocks.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập phiên bản mới dự toán chi tiết của lớp"),
                @Extension(name = "x-permission", value = ClassGuard.ORGANISER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the class in its new version",
            content = @Content(schema = @Schema(implementation = ClassView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(
            @Parameter(description = "Id of the class") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version of the class that is at hand")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull CostSheetRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> {
            var changed = writeCostSheet.write(id, ifMatch, request, who);
            return Answer.created(ClassViews.PATH + id + "/cost-sheets", views.full(id, who), changed.version());
        });
    }
}
