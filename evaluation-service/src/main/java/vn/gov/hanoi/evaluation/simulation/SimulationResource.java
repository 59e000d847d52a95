package vn.gov.hanoi.evaluation.simulation;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.SimulationRequest;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.SimulationView;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Rule sets tried on months that are over. */
@Path("/rule-set-simulations")
@Tag(name = "Rule Set Simulations", description = "Rule sets, drafts too, tried on months that are over")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SimulationResource {
    private final AcceptSimulation acceptSimulation;
    private final ReadSimulation readSimulation;
    private final SimulationAccess access;
    private final Writes writes;
    private final CurrentCaller caller;

    SimulationResource(
            AcceptSimulation acceptSimulation,
            ReadSimulation readSimulation,
            SimulationAccess access,
            Writes writes,
            CurrentCaller caller) {
        this.acceptSimulation = acceptSimulation;
        this.readSimulation = readSimulation;
        this.access = access;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"rules-editor", "rules-approver", "evaluation-keeper"})
    @Operation(
            operationId = "createRuleSetSimulation",
            summary = "Try a rule set on months that are over",
            description =
                    "Scores what was decided in the months again by the rule set, as if it had been in force, and "
                            + "counts the shifts by rating unit and category. Only people within the caller's scope count. No result "
                            + "changes. For who is no evaluation-keeper, groups so small that they would tell of single people are put "
                            + "together or left out.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chạy thử bộ quy tắc trên các tháng đã qua"),
                @Extension(name = "x-permission", value = "rules-editor, rules-approver, evaluation-keeper"),
                @Extension(name = "x-audit", value = "READ")
            })
    @APIResponse(
            responseCode = "202",
            description = "Durable; the operation shows its progress and can be cancelled",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be accepted",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull SimulationRequest request) {
        var who = caller.get();
        return writes.once(request, () -> access.scope(who), () -> acceptSimulation.accept(request, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"rules-editor", "rules-approver", "evaluation-keeper"})
    @Operation(
            operationId = "getRuleSetSimulation",
            summary = "Read a simulation with its totals",
            description = "For its caller only, in the scope in which it was asked for. Says what is and what is not "
                    + "simulated. Kept 45 days after its end.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kết quả chạy thử bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-editor, rules-approver, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public SimulationView get(@Parameter(description = "Id of the simulation") @PathParam("id") UUID id) {
        return readSimulation.get(id, caller.get());
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({"rules-editor", "rules-approver", "evaluation-keeper"})
    @Operation(
            operationId = "listRuleSetSimulationLines",
            summary = "List the shifts of a simulation by unit and category",
            description =
                    "The totals first, then unit by unit: all categories together, then each. Empty before the end.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách thay đổi theo đơn vị và loại cán bộ"),
                @Extension(name = "x-permission", value = "rules-editor, rules-approver, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<LineView> lines(
            @Parameter(description = "Id of the simulation") @PathParam("id") UUID id,
            @Parameter(description = "Most items of a page, 1-500; default 50") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable String cursor) {
        var number = Params.number("limit", limit);
        var request = new PageRequest(number == null ? PageRequest.DEFAULT_LIMIT : number, cursor, false);
        return readSimulation.lines(id, request, caller.get());
    }

    @GET
    @Path("/{id}/file")
    @Produces(TableFormat.CSV_TYPE)
    @RolesAllowed({"rules-editor", "rules-approver", "evaluation-keeper"})
    @Operation(
            operationId = "getRuleSetSimulationFile",
            summary = "Read all shifts of a simulation as a file",
            description = "One number a row: kind, unit, category, measure, from, to, value.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải tệp kết quả chạy thử bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-editor, rules-approver, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "409", description = "The simulation has not ended")
    public Response file(@Parameter(description = "Id of the simulation") @PathParam("id") UUID id) {
        var job = readSimulation.open(id, caller.get());
        StreamingOutput content = file -> readSimulation.write(job, file);
        return Downloads.of(TableFormat.CSV, "simulation-" + id, content);
    }
}
