package vn.gov.hanoi.evaluation.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Long-running work. */
@Path("/operations")
@Tag(name = "Operations", description = "Long-running work: state and progress")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OperationResource {
    private final OperationQueries queries;
    private final CurrentCaller caller;

    OperationResource(OperationQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"directory-editor", "operator"})
    @Operation(
            operationId = "getOperation",
            summary = "Read an operation",
            description = "Retry-After says when to ask again while it runs. Kept 45 days after its end.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem tiến độ tác vụ"),
                @Extension(name = "x-permission", value = "directory-editor, operator"),
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
}
