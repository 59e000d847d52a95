package vn.gov.hanoi.training.enrolment;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
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
import vn.gov.hanoi.kernel.bulk.BulkAnswer;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentRequest;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentView;
import vn.gov.hanoi.training.enrolment.EnrolmentBulkApi.BulkRequest;
import vn.gov.hanoi.training.listing.ListParams;

/** Enrolments. */
@Path("/enrolments")
@Tag(
        name = "Enrolments",
        description = "Persons in classes: nominated by their units, approved by the unit that holds the class")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EnrolmentResource {
    private final NominateOfficers nominateOfficers;
    private final BulkEnrolments bulkEnrolments;
    private final EnrolmentQueries queries;
    private final EnrolmentViews views;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    EnrolmentResource(
            NominateOfficers nominateOfficers,
            BulkEnrolments bulkEnrolments,
            EnrolmentQueries queries,
            EnrolmentViews views,
            Scopes scopes,
            Writes writes,
            CurrentCaller caller) {
        this.nominateOfficers = nominateOfficers;
        this.bulkEnrolments = bulkEnrolments;
        this.queries = queries;
        this.views = views;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    /** What the list can be asked for, as it came. */
    record EnrolmentParams(
            @Parameter(description = "Only of this class") @QueryParam("classId") @Nullable
            String classId,

            @Parameter(description = "Only of this officer") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Only of this unit of the learner") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "Only in this state") @QueryParam("state") @Nullable
            String state) {
        EnrolmentQueries.Filter filter() {
            return new EnrolmentQueries.Filter(
                    Params.uuid("classId", classId),
                    Params.uuid("officerId", officerId),
                    Params.uuid("unitId", unitId),
                    Params.oneOf(EnrolmentState.class, "state", state));
        }
    }

    @GET
    @RolesAllowed({EnrolmentGuard.PLANNER, EnrolmentGuard.ORGANISER})
    @Operation(
            operationId = "listEnrolments",
            summary = "Enrolments of your classes and of your officers, by class and order of arrival",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách cử đi học của lớp và cán bộ trong phạm vi"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<EnrolmentView> list(@BeanParam EnrolmentParams params, @BeanParam ListParams page) {
        return queries.page(params.filter(), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EnrolmentGuard.PLANNER, EnrolmentGuard.ORGANISER})
    @Operation(
            operationId = "getEnrolment",
            summary = "One enrolment with its conditions",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một lượt cử đi học và các điều kiện"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<EnrolmentView> get(@Parameter(description = "Id of the enrolment") @PathParam("id") UUID id) {
        var found = views.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EnrolmentGuard.PLANNER)
    @Operation(
            operationId = "createEnrolment",
            summary = "Nominate an officer of your units for a class",
            description =
                    "The nomination takes a place in the order of arrival; the unit that holds the class approves. A condition that is not met refuses it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cử cán bộ đi học"),
                @Extension(name = "x-permission", value = EnrolmentGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Nominated",
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull EnrolmentRequest request) {
        var who = caller.get();
        return writes.once(request, () -> scopes.of(who), () -> {
            var verdict = nominateOfficers
                    .nominate(request.classId(), List.of(request.officerId()), who)
                    .getFirst();
            Refused.ifAny(verdict.refusals());
            var made = Objects.requireNonNull(verdict.enrolment());
            return Answer.created(EnrolmentViews.PATH + made.id(), views.full(made.id(), who), made.version());
        });
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EnrolmentGuard.PLANNER, EnrolmentGuard.ORGANISER})
    @Operation(
            operationId = "bulkEnrolments",
            summary = "Nominate, approve, reject, withdraw or end many enrolments",
            description =
                    "Each row as the single request, in their order. A refused row changes nothing; with atomic it refuses all.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cử, duyệt, từ chối, rút hoặc ghi kết quả nhiều học viên"),
                @Extension(name = "x-permission", value = "training-planner, training-organiser"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each row; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response bulk(@Valid @NotNull BulkRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.bulk(request, () -> scopes.of(who), () -> bulkEnrolments.run(request, who, locale));
    }
}
