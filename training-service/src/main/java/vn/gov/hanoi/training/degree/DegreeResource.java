package vn.gov.hanoi.training.degree;

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
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.degree.DegreeApi.DegreeTrainingRequest;
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Degree trainings. */
@Path("/degree-trainings")
@Tag(name = "Degree Trainings", description = "Officers who are sent to a degree")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DegreeResource {
    private static final String READERS = "training-planner, degree-approver, degree-reader";

    private final ProposeTraining proposeTraining;
    private final DegreeQueries queries;
    private final DegreeDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    DegreeResource(
            ProposeTraining proposeTraining,
            DegreeQueries queries,
            DegreeDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.proposeTraining = proposeTraining;
        this.queries = queries;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({DegreeGuard.PLANNER, DegreeGuard.APPROVER, DegreeGuard.READER})
    @Operation(
            operationId = "listDegreeTrainings",
            summary = "Degree trainings of officers of your units, the latest first day of study first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hồ sơ cử đi đào tạo trình độ trong phạm vi"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<DegreeTrainingView> list(
            @Parameter(description = "Only in this state") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only of this degree level") @QueryParam("level") @Nullable String level,
            @Parameter(description = "Only with this year of the planned first day") @QueryParam("year") @Nullable
                    String year,
            @BeanParam OfficerFilter officers,
            @BeanParam ListParams page) {
        var filter = new DegreeQueries.Filter(
                Params.oneOf(DegreeState.class, "state", state),
                ListParams.code("level", level),
                Params.number("year", year),
                officers);
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DegreeGuard.PLANNER, DegreeGuard.APPROVER, DegreeGuard.READER})
    @Operation(
            operationId = "getDegreeTraining",
            summary = "One degree training, with the conditions as last checked",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một hồ sơ cử đi đào tạo, với các điều kiện"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<DegreeTrainingView> get(
            @Parameter(description = "Id of the degree training") @PathParam("id") UUID id) {
        var found = desk.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(DegreeGuard.PLANNER)
    @Operation(
            operationId = "createDegreeTraining",
            summary = "Propose that an officer is sent to a degree",
            description =
                    "What a decision may waive, or a paper may still show, stays open; what nothing can help is refused.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đề nghị cử cán bộ đi đào tạo trình độ"),
                @Extension(name = "x-permission", value = DegreeGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = DegreeTrainingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull DegreeTrainingRequest request) {
        var who = caller.get();
        return writes.once(request, () -> proposeTraining.requireScope(who), () -> {
            var proposed = proposeTraining.propose(request, who);
            return Answer.created(DegreeDesk.PATH + proposed.id(), desk.full(proposed.id(), who), proposed.version());
        });
    }
}
