package vn.gov.hanoi.training.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.certificate.PublicApi.PublicCertificate;
import vn.gov.hanoi.training.certificate.PublicApi.VerificationView;
import vn.gov.hanoi.training.certificate.PublicApi.VerifyRequest;

/** Certificates, for everybody who has the number or the signed text. */
@Path("/public/certificates")
@Tag(name = "Public Certificates", description = "Checking certificates, for everybody")
@ApplicationScoped
class PublicCertificateResource {
    static final String PATH = "/training/v1/public/certificates";
    static final String EVERYBODY = "public";

    private final PublicCertificates certificates;
    private final CertificatePage page;
    private final PublicLimit limit;

    PublicCertificateResource(PublicCertificates certificates, CertificatePage page, PublicLimit limit) {
        this.certificates = certificates;
        this.page = page;
        this.limit = limit;
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "getPublicCertificate",
            summary = "A certificate by its number, as JSON or as a page to read",
            description = "The number is what entitles; it cannot be guessed. Accept decides between JSON and a page.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem chứng chỉ theo số, dạng JSON hoặc trang web"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The certificate and how it stands",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PublicCertificate.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "429",
            description = "Asked too often; Retry-After says when to ask again",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response get(
            @Parameter(description = "Number of the certificate") @PathParam("number") String number,
            @Parameter(description = "Language of the page, vi (default) or en") @QueryParam("lang") @Nullable
                    String lang,
            @Context Request request) {
        limit.admit();
        var language = lang == null ? "vi" : language(lang);
        var found = certificates.find(number);
        boolean html = MediaType.TEXT_HTML_TYPE.equals(asked(request));
        if (html) {
            var text = found.map(each -> page.of(each, language)).orElseGet(() -> page.absent(language));
            return Response.status(found.isPresent() ? 200 : 404)
                    .entity(text)
                    .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                    .header("Content-Language", language)
                    .header("Content-Security-Policy", CertificatePage.POLICY)
                    .header("X-Robots-Tag", "noindex")
                    .build();
        }
        return Response.ok(found.orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), MediaType.APPLICATION_JSON)
                .build();
    }

    private static MediaType asked(Request request) {
        var offered = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                .build();
        var chosen = request.selectVariant(offered);
        return chosen == null ? MediaType.APPLICATION_JSON_TYPE : Objects.requireNonNull(chosen.getMediaType());
    }

    private static String language(String lang) {
        if (!lang.equals("vi") && !lang.equals("en")) {
            throw Params.invalid("lang", "vi, en");
        }
        return lang;
    }

    @POST
    @Path("/actions/verify")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyCertificate",
            summary = "Check a signed text",
            description =
                    "Changes nothing. An altered text, one that is not ours, a revoked, a suspended and an expired certificate "
                            + "have answers of their own; so has one that a replaced key signed, which stays valid.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiểm tra chứng chỉ đã ký số"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "What can be said of it",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(
            responseCode = "429",
            description = "Asked too often; Retry-After says when to ask again",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public VerificationView verify(@Valid @NotNull VerifyRequest request) {
        limit.admit();
        return certificates.verify(request.credential());
    }
}
