package vn.gov.hanoi.evaluation.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Long-running work. */
@Path("/operations")
@Tag(name = "Operations", description = "Long-running work: state, progress, end")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OperationResource {
    private final OperationQueries queries;
    private final CancelOperation cancelOperation;
    private final Writes writes;
    private final CurrentCaller caller;

    OperationResource(OperationQueries queries, CancelOperation cancelOperation, Writes writes, CurrentCaller caller) {
        this.queries = queries;
        this.cancelOperation = cancelOperation;
        this.writes = writes;
        this.caller = caller;
    }

    @Schema(name = "CancelRequest", additionalProperties = Schema.False.class)
    record CancelRequest(
            @Schema(description = "Reason, kept in the audit", maxLength = 500) @NotBlank @Size(max = 500)
            String reason) {}

    @GET
    @Path("/{id}")
    @RolesAllowed({
        "directory-reader",
        "directory-editor",
        "directory-approver",
        "task-keeper",
        "evaluation-keeper",
        "rules-editor",
        "rules-approver",
        "operator"
    })
    @Operation(
            operationId = "getOperation",
            summary = "Read an operation",
            description =
                    "Of the caller, or of anybody for an operator. Retry-After says when to ask again while it runs. Kept 45 days "
                            + "after its end.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem tiến độ tác vụ"),
                @Extension(
                        name = "x-permission",
                        value =
                                "directory-reader, directory-editor, directory-approver, task-keeper, evaluation-keeper, "
                                        + "rules-editor, rules-approver, operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The operation",
            content = @Content(schema = @Schema(implementation = OperationView.class)))
    public Response get(
            @Parameter(description = "Id of the operation") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        var view = queries.get(id, caller.get(), locale);
        var response = Response.ok(view);
        return view.state().isFinished()
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, "1").build();
    }

    @POST
    @Path("/{id}/actions/cancel")
    @RolesAllowed({
        "directory-reader",
        "directory-editor",
        "directory-approver",
        "task-keeper",
        "evaluation-keeper",
        "rules-editor",
        "rules-approver",
        "operator"
    })
    @Operation(
            operationId = "cancelOperation",
            summary = "Cancel an operation that has not ended",
            description =
                    "Rows that a PARTIAL import has recorded stay recorded; the counts of the import tell how many. "
                            + "Of an ATOMIC import, of an export and of a simulation nothing is kept.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hủy tác vụ chưa kết thúc"),
                @Extension(
                        name = "x-permission",
                        value =
                                "directory-reader, directory-editor, directory-approver, task-keeper, evaluation-keeper, "
                                        + "rules-editor, rules-approver, operator"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Cancelled; with validateOnly: it would have been cancelled",
            content = @Content(schema = @Schema(anyOf = {OperationView.class, DryRun.class})))
    public Response cancel(
            @Parameter(description = "Id of the operation") @PathParam("id") UUID id,
            @Valid @NotNull CancelRequest request,
            @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.once(
                Map.of("id", id, "body", request),
                () -> queries.get(id, who, locale),
                () -> cancelOperation.cancel(id, request.reason(), who, locale));
    }
}
