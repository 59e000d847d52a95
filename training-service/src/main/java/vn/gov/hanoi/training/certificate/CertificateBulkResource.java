package vn.gov.hanoi.training.certificate;

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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.bulk.BulkAnswer;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.certificate.CertificateApi.IssueClassRequest;
import vn.gov.hanoi.training.certificate.CertificateApi.OldCertificatesRequest;
import vn.gov.hanoi.training.directory.Directory;

/** Many certificates in one request. */
@Path("/certificates")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CertificateBulkResource {
    private final IssueClass issueClass;
    private final RecordOldCertificates recordOld;
    private final Directory directory;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    CertificateBulkResource(
            IssueClass issueClass,
            RecordOldCertificates recordOld,
            Directory directory,
            Scopes scopes,
            Writes writes,
            CurrentCaller caller) {
        this.issueClass = issueClass;
        this.recordOld = recordOld;
        this.directory = directory;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/actions/issue")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "issueCertificates",
            summary = "Issue certificates for everybody who passed a class",
            description =
                    "Each person who has none yet is a row of the answer, named by the enrolment; at most 500, the rest by the next call.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cấp chứng chỉ cho cả lớp"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each person; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response issue(@Valid @NotNull IssueClassRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var decision = request.decision();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.bulk(
                request,
                () -> directory.authorise(who, decision.issuer(), decision.signedOn()),
                () -> issueClass.issue(request, who, locale));
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "bulkCertificates",
            summary = "Record old certificates from paper",
            description =
                    "They are found by number and officer, are not signed, and the public page says so. At most 500 rows.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ghi lại chứng chỉ giấy cũ"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each row; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response bulk(@Valid @NotNull OldCertificatesRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.bulk(request, () -> scopes.of(who), () -> recordOld.record(request, who, locale));
    }
}
