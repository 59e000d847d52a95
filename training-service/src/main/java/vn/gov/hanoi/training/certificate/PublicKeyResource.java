package vn.gov.hanoi.training.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.training.credential.Jws;

/** What is needed to check certificates without this service. */
@Path("/public")
@Tag(name = "Public Certificate Keys", description = "Keys and status lists, for everybody")
@ApplicationScoped
class PublicKeyResource {
    private static final String SIGNED = "application/" + Jws.CREDENTIAL;

    private final PublicCertificates certificates;
    private final StatusLists lists;
    private final PublicLimit limit;

    PublicKeyResource(PublicCertificates certificates, StatusLists lists, PublicLimit limit) {
        this.certificates = certificates;
        this.lists = lists;
        this.limit = limit;
    }

    @GET
    @Path("/certificate-keys")
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
    public ObjectNode keys() {
        limit.admit();
        return certificates.keySet().published();
    }

    @GET
    @Path("/certificate-status-lists/{id}")
    @PermitAll
    @Produces(SIGNED)
    @Operation(
            operationId = "getPublicCertificateStatusList",
            summary = "A signed status list (Bitstring Status List 1.0)",
            description = "Certificates name their lists. Beside the bits, register says which places are given and why a bit is set.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách trạng thái chứng chỉ đã ký số"),
                @Extension(name = "x-permission", value = PublicCertificateResource.EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public String list(
            @Parameter(description = "Purpose and number, for example revocation-1") @PathParam("id") String id) {
        limit.admit();
        return lists.published(id);
    }
}
