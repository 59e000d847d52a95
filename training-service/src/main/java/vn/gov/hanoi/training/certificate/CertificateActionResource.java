package vn.gov.hanoi.training.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.certificate.CertificateApi.ActRequest;
import vn.gov.hanoi.training.certificate.CertificateViews.CertificateView;

/** What is done with one certificate, and its paper. */
@Path("/certificates/{id}")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CertificateActionResource {
    private final ActOnCertificate act;
    private final CertificateDesk desk;
    private final PrintCertificate print;
    private final Writes writes;
    private final CurrentCaller caller;

    CertificateActionResource(
            ActOnCertificate act, CertificateDesk desk, PrintCertificate print, Writes writes, CurrentCaller caller) {
        this.act = act;
        this.desk = desk;
        this.print = print;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @Path("/paper")
    @RolesAllowed(CertificateRoles.READER)
    @Produces("application/pdf")
    @Operation(
            operationId = "getCertificatePaper",
            summary = "The certificate as PDF, to be printed",
            description =
                    "The same certificate has the same bytes; the signed text is attached. Old certificates have none.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bản in PDF của chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    public byte[] paper(@Parameter(description = "Id of the certificate") @PathParam("id") UUID id) {
        return print.print(id, caller.get());
    }

    @POST
    @Path("/actions/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "revokeCertificate",
            summary = "Revoke a certificate for good",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thu hồi chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CertificateView.class, DryRun.class})))
    public Response revoke(
            @Parameter(description = "Id of the certificate") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the certificate that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ActRequest request) {
        return act(CertificateAct.REVOKE, id, ifMatch, request);
    }

    @POST
    @Path("/actions/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "suspendCertificate",
            summary = "Suspend a certificate until it is restored or revoked",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tạm đình chỉ chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CertificateView.class, DryRun.class})))
    public Response suspend(
            @Parameter(description = "Id of the certificate") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the certificate that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ActRequest request) {
        return act(CertificateAct.SUSPEND, id, ifMatch, request);
    }

    @POST
    @Path("/actions/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "restoreCertificate",
            summary = "End a suspension",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Khôi phục chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Done; with validateOnly: it would be done",
            content = @Content(schema = @Schema(anyOf = {CertificateView.class, DryRun.class})))
    public Response restore(
            @Parameter(description = "Id of the certificate") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the certificate that is acted on") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ActRequest request) {
        return act(CertificateAct.RESTORE, id, ifMatch, request);
    }

    private Response act(CertificateAct verb, UUID id, @Nullable String ifMatch, ActRequest request) {
        var who = caller.get();
        return writes.once(request, () -> act.authorise(id, who), () -> {
            var changed = act.act(verb, id, ifMatch, request, who);
            return Answer.ok(desk.full(id, who), changed.version());
        });
    }
}
