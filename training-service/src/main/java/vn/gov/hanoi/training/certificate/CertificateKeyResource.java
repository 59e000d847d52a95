package vn.gov.hanoi.training.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.certificate.CertificateApi.KeyRequest;
import vn.gov.hanoi.training.certificate.CertificateApi.KeyView;

/** The key that signs certificates. */
@Path("/certificate-keys")
@Tag(name = "Certificate Keys", description = "Keys that sign certificates, and their succession")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CertificateKeyResource {
    private final RotateKey rotate;
    private final Writes writes;
    private final CurrentCaller caller;

    CertificateKeyResource(RotateKey rotate, Writes writes, CurrentCaller caller) {
        this.rotate = rotate;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.OPERATOR)
    @Operation(
            operationId = "createCertificateKey",
            summary = "Replace the key that signs certificates",
            description = "The old key loses its private part; what it signed stays valid, and it stays published.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay khóa ký chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.OPERATOR),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "The new key signs",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull KeyRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> {},
                () -> new Answer(201, rotate.rotate(request, who), null, "/training/v1/public/certificate-keys"));
    }
}
