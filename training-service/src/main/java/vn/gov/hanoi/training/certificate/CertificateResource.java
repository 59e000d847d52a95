package vn.gov.hanoi.training.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.certificate.CertificateApi.IssueRequest;
import vn.gov.hanoi.training.certificate.CertificateViews.CertificateView;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.listing.ListParams;

/** Certificates: one is issued, all are read. */
@Path("/certificates")
@Tag(name = "Certificates", description = "Signed certificates of who passed a class")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CertificateResource {
    private final IssueCertificate issue;
    private final CertificateQueries queries;
    private final CertificateDesk desk;
    private final Directory directory;
    private final Writes writes;
    private final CurrentCaller caller;

    CertificateResource(
            IssueCertificate issue,
            CertificateQueries queries,
            CertificateDesk desk,
            Directory directory,
            Writes writes,
            CurrentCaller caller) {
        this.issue = issue;
        this.queries = queries;
        this.desk = desk;
        this.directory = directory;
        this.writes = writes;
        this.caller = caller;
    }

    /** What the list can be asked for, as it came. */
    record CertificateParams(
            @Parameter(description = "ISSUED, SUSPENDED, REVOKED or LEGACY; default all") @QueryParam("state") @Nullable
            String state,

            @Parameter(description = "Only the certificate of this number") @QueryParam("number") @Nullable
            String number,

            @Parameter(description = "Only certificates that have this number on an old paper")
            @QueryParam("legacyNumber")
            @Nullable
            String legacyNumber,

            @Parameter(description = "Only of this officer") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Only of this class") @QueryParam("classId") @Nullable
            String classId) {
        /** Refusal: query.invalid-parameter. */
        CertificateQueries.Filter filter() {
            return new CertificateQueries.Filter(
                    Params.oneOf(CertificateState.class, "state", state),
                    text("number", number),
                    text("legacyNumber", legacyNumber),
                    Params.uuid("officerId", officerId),
                    Params.uuid("classId", classId));
        }

        private static @Nullable String text(String name, @Nullable String value) {
            if (value != null && (value.length() > 100 || !value.matches(PlainText.ALLOWED))) {
                throw Params.invalid(name, PlainText.ALLOWED_MESSAGE);
            }
            return value == null ? null : PlainText.of(value);
        }
    }

    @GET
    @RolesAllowed(CertificateRoles.READER)
    @Operation(
            operationId = "listCertificates",
            summary = "Certificates of your units and their officers, the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Chứng chỉ do đơn vị cấp hoặc của cán bộ trong phạm vi"),
                @Extension(name = "x-permission", value = CertificateRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<CertificateView> list(@BeanParam CertificateParams params, @BeanParam ListParams page) {
        return queries.page(params.filter(), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(CertificateRoles.READER)
    @Operation(
            operationId = "getCertificate",
            summary = "One certificate, with what was done and what can be done",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một chứng chỉ"),
                @Extension(name = "x-permission", value = CertificateRoles.READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<CertificateView> get(
            @Parameter(description = "Id of the certificate") @PathParam("id") UUID id) {
        var found = desk.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CertificateRoles.CERTIFIER)
    @Operation(
            operationId = "createCertificate",
            summary = "Issue a certificate for a passed enrolment",
            description =
                    "Signed at once; its content never changes. A wrong one is revoked, and the new one names it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Cấp chứng chỉ cho học viên đạt"),
                @Extension(name = "x-permission", value = CertificateRoles.CERTIFIER),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(schema = @Schema(implementation = CertificateView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull IssueRequest request) {
        var who = caller.get();
        var decision = request.decision();
        return writes.once(request, () -> directory.authorise(who, decision.issuer(), decision.signedOn()), () -> {
            var made = issue.issue(request, who);
            var location = CertificateViews.COLLECTION + "/" + made.id();
            return Answer.created(location, desk.full(made.id(), who), made.version());
        });
    }
}
