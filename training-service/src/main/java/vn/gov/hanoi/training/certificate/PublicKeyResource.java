package vn.gov.hanoi.training.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.problem.Problem;

/** The keys with which certificates are checked without this service. */
@Path("/public/certificate-keys")
@Tag(name = "Public Certificate Keys", description = "Keys that sign certificates, for everybody")
@ApplicationScoped
class PublicKeyResource {
    private final PublicCertificates certificates;
    private final PublicLimit limit;

    PublicKeyResource(PublicCertificates certificates, PublicLimit limit) {
        this.certificates = certificates;
        this.limit = limit;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPublicCertificateKeys",
            summary = "Keys that sign or signed certificates",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các khóa công khai dùng để ký chứng chỉ"),
                @Extension(name = "x-permission", value = PublicCertificateResource.EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = PublicApi.KeySetView.class)))
    @APIResponse(
            responseCode = "429",
            description = "Asked too often; Retry-After says when to ask again",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public ObjectNode keys() {
        limit.admit();
        return certificates.keySet().published();
    }
}
