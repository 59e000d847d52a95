package vn.gov.hanoi.evaluation.objection;

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
import vn.gov.hanoi.evaluation.monthly.ContestedResults;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionFilter;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionSummary;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ReceiveRequest;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Objections to results. */
@Path("/objections")
@Tag(
        name = "Objections",
        description = "What the subjects of published results have against them, and what became of it")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ObjectionResource {
    private final ReceiveObjection receive;
    private final ContestedResults results;
    private final ObjectionQueries queries;
    private final ObjectionDesk desk;
    private final ObjectionViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    ObjectionResource(
            ReceiveObjection receive,
            ContestedResults results,
            ObjectionQueries queries,
            ObjectionDesk desk,
            ObjectionViews views,
            Writes writes,
            CurrentCaller caller) {
        this.receive = receive;
        this.results = results;
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(EvaluationRoles.PARTICIPANT)
    @Operation(
            operationId = "createObjection",
            summary = "Object to the own result",
            description =
                    "The subject alone, within the window of the rule set after the publication; one objection of a result, which is not examined again.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiến nghị về kết quả của mình"),
                @Extension(name = "x-permission", value = "evaluation-participant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly: it would be received",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ReceiveRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> results.see(request.evaluationId(), who), () -> receive.receive(request, who));
    }

    @GET
    @RolesAllowed({EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listObjections",
            summary = "List objections",
            description =
                    "The latest first. Keepers see those of their units, participants the own ones and those of agencies that they decide for.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kiến nghị"),
                @Extension(name = "x-permission", value = "evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ObjectionSummary> list(@BeanParam ObjectionFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getObjection",
            summary = "Read an objection",
            description = "For who objects, who decides for the agency or one above it, and the keeper of the unit.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem kiến nghị"),
                @Extension(name = "x-permission", value = "evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The objection",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response get(@Parameter(description = "Id of the objection") @PathParam("id") UUID id) {
        var seen = desk.see(id, caller.get());
        return Response.ok(views.full(seen))
                .header("ETag", Etags.of(seen.objection().rowVersion()))
                .build();
    }
}
