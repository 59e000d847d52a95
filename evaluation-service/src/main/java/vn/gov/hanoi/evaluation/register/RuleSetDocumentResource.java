package vn.gov.hanoi.evaluation.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Documents of rule sets. */
@Path("/rule-sets/{id}/document")
@Tag(name = "Rule Sets")
@Produces(RuleSetResource.YAML)
@ApplicationScoped
class RuleSetDocumentResource {
    private final RuleSetQueries queries;
    private final CurrentCaller caller;

    RuleSetDocumentResource(RuleSetQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"rules-reader", "rules-editor", "rules-approver"})
    @Operation(
            operationId = "getRuleSetDocument",
            summary = "Read the document of a rule set",
            description =
                    "The YAML as it was given. Its own status and legal check say nothing: those of the rule set hold.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tải văn bản YAML của bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-reader, rules-editor, rules-approver"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = RuleSetResource.YAML,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 262144)))
    @APIResponse(responseCode = "304", description = "Not changed since")
    public Response document(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that the caller has") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch) {
        var document = queries.document(id, caller.get());
        return Fresh.answer(document.text(), RuleSetResource.YAML + ";charset=UTF-8", document.etag(), ifNoneMatch);
    }
}
