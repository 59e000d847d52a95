package vn.gov.hanoi.evaluation.authority;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The code list of actions. */
@Path("/code-lists/authority-actions")
@Tag(name = "Code Lists", description = "Codes with their names")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ActionResource {
    private final AuthorityActions actions;

    ActionResource(AuthorityActions actions) {
        this.actions = actions;
    }

    @Schema(name = "AuthorityActions")
    record ActionsView(
            @Schema(description = "All actions", maxItems = 100)
            List<AuthorityActions.Entry> items) {}

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listAuthorityActions",
            summary = "List the actions that authority is asked for",
            description = "Heads may take each of them for their unit and below; a delegation names some, or ALL.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh mục việc thuộc thẩm quyền"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = ActionsView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since")
    public Response list(
            @Parameter(description = "ETag of the list that the caller has") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch) {
        var answer = actions.etag().equals(ifNoneMatch)
                ? Response.notModified()
                : Response.ok(new ActionsView(actions.all()));
        return answer.header("ETag", actions.etag())
                .header("Cache-Control", "private, max-age=60")
                .build();
    }
}
