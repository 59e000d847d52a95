package vn.gov.hanoi.selection.application;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationSummary;
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationView;
import vn.gov.hanoi.selection.application.ApplicationRequests.ApplicationRequest;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Applications: reading and entering, for the personnel officers of the round and the person. */
@Path("/applications")
@Tag(name = "Applications", description = "Persons who stand for posts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ApplicationResource {
    private static final String BOTH = "selection-personnel, selection-candidate";

    private final ApplicationQueries queries;
    private final ReceiveApplication receive;
    private final ApplicationViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ApplicationResource(
            ApplicationQueries queries,
            ReceiveApplication receive,
            ApplicationViews views,
            Writes writes,
            CurrentCaller caller) {
        this.queries = queries;
        this.receive = receive;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "listApplications",
            summary = "Applications of the rounds that you handle, and your own; the latest first",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Hồ sơ dự tuyển của các kỳ thi bạn được phân công, và hồ sơ của bạn"),
                @Extension(name = "x-permission", value = BOTH),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ApplicationSummary> list(
            @Parameter(description = "The round") @QueryParam("roundId") @Nullable String roundId,
            @Parameter(description = "The post") @QueryParam("vacancyId") @Nullable String vacancyId,
            @Parameter(description = "The person") @QueryParam("officerId") @Nullable String officerId,
            @Parameter(
                            description = "Whether the person stands; repeated: any of these",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ApplicationState.class))
                    @QueryParam("state")
                    List<String> state,
            @BeanParam PageParams params) {
        var states = EnumSet.noneOf(ApplicationState.class);
        state.forEach(name -> states.add(Objects.requireNonNull(Params.oneOf(ApplicationState.class, "state", name))));
        var filter = new ApplicationQueries.Filter(
                Params.uuid("roundId", roundId),
                Params.uuid("vacancyId", vacancyId),
                Params.uuid("officerId", officerId),
                states.isEmpty() ? EnumSet.allOf(ApplicationState.class) : states);
        return queries.page(filter, params.page(), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "getApplication",
            summary = "An application with its tag and what can be done with it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một hồ sơ dự tuyển và các thao tác có thể thực hiện"),
                @Extension(name = "x-permission", value = BOTH),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<ApplicationView> get(
            @Parameter(description = "Id of the application") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = queries.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @POST
    @RolesAllowed({RoundRoles.PERSONNEL, RoundRoles.CANDIDATE})
    @Operation(
            operationId = "createApplication",
            summary = "Enters an application, one's own or by a personnel officer of the round",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Nộp hoặc tiếp nhận hồ sơ dự tuyển"),
                @Extension(name = "x-permission", value = BOTH),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would have been received",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@NotNull @Valid ApplicationRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireEntry(request.vacancyId(), request.officerId(), who), () -> {
            var laid = receive.receive(request, who);
            var view = views.of(laid, ProblemTexts.choose(headers.getAcceptableLanguages()));
            return Answer.created(
                    ApplicationViews.ADDRESS + laid.application().id(),
                    view,
                    laid.application().version());
        });
    }
}
