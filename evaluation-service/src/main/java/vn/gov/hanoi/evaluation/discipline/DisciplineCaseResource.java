package vn.gov.hanoi.evaluation.discipline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseFilter;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseSummary;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseView;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.OpenRequest;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Cases of discipline. */
@Path("/discipline-cases")
@Tag(name = "Discipline Cases", description = "What officers are said to have done, and what becomes of it")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DisciplineCaseResource {
    private static final String READERS = "discipline-officer, discipline-authority, discipline-reader";

    private final OpenCase open;
    private final OfficerVisibilityQueries visibility;
    private final DisciplineQueries queries;
    private final DisciplineDesk desk;
    private final DisciplineViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    DisciplineCaseResource(
            OpenCase open,
            OfficerVisibilityQueries visibility,
            DisciplineQueries queries,
            DisciplineDesk desk,
            DisciplineViews views,
            Writes writes,
            CurrentCaller caller) {
        this.open = open;
        this.visibility = visibility;
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DisciplineRoles.OFFICER)
    @Operation(
            operationId = "createDisciplineCase",
            summary = "Open a case",
            description = "On what was detected, about an officer of the own units.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở vụ việc xem xét kỷ luật"),
                @Extension(name = "x-permission", value = DisciplineRoles.OFFICER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be opened",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull OpenRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> visibility.requireVisible(who, request.officerId()), () -> open.open(request, who));
    }

    @GET
    @RolesAllowed({DisciplineRoles.OFFICER, DisciplineRoles.AUTHORITY, DisciplineRoles.READER})
    @Operation(
            operationId = "listDisciplineCases",
            summary = "List cases",
            description = "Of officers who serve in the own units today, the latest first.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách vụ việc kỷ luật"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<CaseSummary> list(@BeanParam CaseFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DisciplineRoles.OFFICER, DisciplineRoles.AUTHORITY, DisciplineRoles.READER})
    @Operation(
            operationId = "getDisciplineCase",
            summary = "Read a case",
            description = "Of an officer who serves in the own units today.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem vụ việc kỷ luật"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response get(@Parameter(description = "Id of the case") @PathParam("id") UUID id) {
        var seen = desk.see(id, caller.get());
        return Response.ok(views.full(seen))
                .header("ETag", Etags.of(seen.matter().rowVersion()))
                .build();
    }
}
