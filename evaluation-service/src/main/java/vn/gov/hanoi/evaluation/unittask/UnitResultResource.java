package vn.gov.hanoi.evaluation.unittask;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Act;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.DecideRequest;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.OpenRequest;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultFilter;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultSummary;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Results of units. */
@Path("/unit-results")
@Tag(
        name = "Unit Results",
        description = "What the tasks of a unit count to in a period, and the level that an authority decided")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class UnitResultResource {
    private final OpenUnitResult openUnitResult;
    private final DecideUnitResult decideUnitResult;
    private final UnitResultListQueries queries;
    private final TaskGuard guard;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitResultResource(
            OpenUnitResult openUnitResult,
            DecideUnitResult decideUnitResult,
            UnitResultListQueries queries,
            TaskGuard guard,
            Writes writes,
            CurrentCaller caller) {
        this.openUnitResult = openUnitResult;
        this.decideUnitResult = decideUnitResult;
        this.queries = queries;
        this.guard = guard;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("task-keeper")
    @Operation(
            operationId = "createUnitResult",
            summary = "Open a period of a unit",
            description = "A month, quarter or year. What is open already is answered as it is.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở kỳ xác định kết quả của đơn vị"),
                @Extension(name = "x-permission", value = "task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = UnitResultView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was open before; with validateOnly: it would be opened",
            content = @Content(schema = @Schema(anyOf = {UnitResultView.class, DryRun.class})))
    public Response create(@Valid @NotNull OpenRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> guard.requireVisible(who, request.unitId()), () -> openUnitResult.open(request, who));
    }

    @GET
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "listUnitResults",
            summary = "List results of units",
            description = "Those that count, by period; sort is period. asOf and knownAt do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kết quả của đơn vị"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<UnitResultSummary> list(@BeanParam UnitResultFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "getUnitResult",
            summary = "Read a result with its counts",
            description = "Counts and suggestion are those of now; a decision keeps those on which it rests.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kết quả của đơn vị"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = UnitResultView.class)))
    public Response get(@Parameter(description = "Id of the result") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "decideUnitResult",
            summary = "Decide the level of a unit",
            description =
                    "By an officer with authority (DECIDE) over the unit above, from the last working day of the period on.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định mức hoàn thành của đơn vị"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Decided; with validateOnly: it would be so",
            content = @Content(schema = @Schema(anyOf = {UnitResultView.class, DryRun.class})))
    public Response decide(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideRequest request) {
        return act(Act.DECIDE, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/actions/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"task-reader", "task-keeper"})
    @Operation(
            operationId = "correctUnitResult",
            summary = "Decide a level again",
            description = "A new revision takes the place of this one and counts anew; as for the first decision.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Quyết định lại mức hoàn thành của đơn vị"),
                @Extension(name = "x-permission", value = "task-reader, task-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The new revision; with validateOnly: it would be so",
            content = @Content(schema = @Schema(anyOf = {UnitResultView.class, DryRun.class})))
    public Response correct(
            @Parameter(description = "Id of the result") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull DecideRequest request) {
        return act(Act.CORRECT, id, ifMatch, request);
    }

    private Response act(Act act, UUID id, @Nullable String ifMatch, DecideRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> queries.require(id, who), () -> decideUnitResult.decide(act, id, ifMatch, request, who));
    }
}
