package vn.gov.hanoi.evaluation.authority;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.evaluation.authority.ExplainApi.ExplainRequest;
import vn.gov.hanoi.evaluation.authority.ExplainApi.ExplanationView;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Questions about who may do what. */
@Path("/access")
@Tag(name = "Access", description = "Who may do what, and why")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AccessResource {
    private final ExplainAccess explainAccess;
    private final CurrentCaller caller;

    AccessResource(ExplainAccess explainAccess, CurrentCaller caller) {
        this.explainAccess = explainAccess;
        this.caller = caller;
    }

    @POST
    @Path("/explain")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "explainAccess",
            summary = "Explain whether an officer may act, and why",
            description =
                    "Reads only. For a unit, on the case of another officer, or, with neither, for which units at all.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thích ai được làm gì và vì sao"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public ExplanationView explain(@Valid @NotNull ExplainRequest request, @Context HttpHeaders headers) {
        return explainAccess.explain(request, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }
}
