package vn.gov.hanoi.training.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.training.credential.Jws;

/** Which certificates do not count, for whoever checks without this service. */
@Path("/public/certificate-status-lists")
@Tag(name = "Public Certificate Status Lists", description = "Signed status lists, for everybody")
@ApplicationScoped
class PublicStatusListResource {
    private static final String SIGNED = "application/" + Jws.CREDENTIAL;

    private final StatusLists lists;
    private final PublicLimit limit;

    PublicStatusListResource(StatusLists lists, PublicLimit limit) {
        this.lists = lists;
        this.limit = limit;
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces(SIGNED)
    @Operation(
            operationId = "getPublicCertificateStatusList",
            summary = "A signed status list (Bitstring Status List 1.0)",
            description =
                    "Certificates name their lists. Beside the bits, register says which places are given and why a bit is set.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách trạng thái chứng chỉ đã ký số"),
                @Extension(name = "x-permission", value = PublicCertificateResource.EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The list as signed text (JWS)",
            content = @Content(mediaType = SIGNED, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "429",
            description = "Asked too often; Retry-After says when to ask again",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public String list(
            @Parameter(description = "Purpose and number, for example revocation-1") @PathParam("id") String id) {
        limit.admit();
        return lists.published(id);
    }
}
