package vn.gov.hanoi.training.commitment;

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
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.commitment.CompensationApi.CompensationRequest;
import vn.gov.hanoi.training.commitment.CompensationApi.PaymentRequest;
import vn.gov.hanoi.training.commitment.CompensationViewApi.CompensationView;
import vn.gov.hanoi.training.decree.Trigger;
import vn.gov.hanoi.training.listing.ListParams;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Cases of compensation, and what is paid. */
@Path("/compensations")
@Tag(name = "Compensations", description = "Costs of a degree that may have to be paid back")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CompensationResource {
    private static final String READERS = "training-planner, degree-approver, degree-reader";

    private final OpenCompensation openCompensation;
    private final RecordPayment recordPayment;
    private final CompensationQueries queries;
    private final CompensationViews views;
    private final CompensationDesk desk;
    private final Writes writes;
    private final CurrentCaller caller;

    CompensationResource(
            OpenCompensation openCompensation,
            RecordPayment recordPayment,
            CompensationQueries queries,
            CompensationViews views,
            CompensationDesk desk,
            Writes writes,
            CurrentCaller caller) {
        this.openCompensation = openCompensation;
        this.recordPayment = recordPayment;
        this.queries = queries;
        this.views = views;
        this.desk = desk;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({CompensationGuard.PLANNER, CompensationGuard.APPROVER, CompensationGuard.READER})
    @Operation(
            operationId = "listCompensations",
            summary = "Cases of officers of your units, the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hồ sơ đền bù chi phí đào tạo trong phạm vi"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<CompensationView> list(
            @Parameter(description = "Only in this state") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only of this kind") @QueryParam("trigger") @Nullable String trigger,
            @Parameter(
                            description = "true: only with instalments that are overdue; false: only without",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("overdue")
                    @Nullable
                    String overdue,
            @BeanParam OfficerFilter officers,
            @BeanParam ListParams page) {
        var filter = new CompensationQueries.Filter(
                Params.oneOf(CompensationState.class, "state", state),
                Params.oneOf(Trigger.class, "trigger", trigger),
                overdue == null ? null : Params.flag("overdue", overdue),
                officers);
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CompensationGuard.PLANNER, CompensationGuard.APPROVER, CompensationGuard.READER})
    @Operation(
            operationId = "getCompensation",
            summary = "One case, with the computation, the instalments and the payments",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một hồ sơ đền bù, với cách tính, các lần trả"),
                @Extension(name = "x-permission", value = READERS),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<CompensationView> get(@Parameter(description = "Id of the case") @PathParam("id") UUID id) {
        var found = views.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CompensationGuard.PLANNER)
    @Operation(
            operationId = "createCompensation",
            summary = "Propose a case; only a council makes a debt of it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đề nghị xem xét đền bù"),
                @Extension(name = "x-permission", value = CompensationGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = CompensationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CompensationRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.requireScope(who), () -> {
            var opened = openCompensation.open(request, who);
            return Answer.created(CompensationViews.PATH + opened.id(), views.full(opened.id(), who), opened.version());
        });
    }

    @POST
    @Path("/{id}/payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CompensationGuard.PLANNER)
    @Operation(
            operationId = "createCompensationPayment",
            summary = "Record what was paid of a debt; never more than is owed",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi nhận số tiền đã trả"),
                @Extension(name = "x-permission", value = CompensationGuard.PLANNER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Recorded, with the case as it is now; with validateOnly: it would be recorded",
            content = @Content(schema = @Schema(anyOf = {CompensationView.class, DryRun.class})))
    public Response pay(
            @Parameter(description = "Id of the case") @PathParam("id") UUID id,
            @Valid @NotNull PaymentRequest request) {
        var who = caller.get();
        return writes.once(request, () -> desk.see(id, who), () -> {
            var paid = recordPayment.record(id, request, who);
            return Answer.ok(views.full(id, who), paid.version());
        });
    }
}
