package vn.gov.hanoi.evaluation.integrity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.integrity.DirectorySourceQueries.SourceView;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.IntegrityView;
import vn.gov.hanoi.kernel.http.Params;

/** What operators ask of the directory as a whole. */
@Path("/ops")
@Tag(name = "Directory Integrity", description = "Checks of the directory over all dates, and its digest")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class IntegrityResource {
    private final IntegrityQueries checks;
    private final DirectorySourceQueries source;

    IntegrityResource(IntegrityQueries checks, DirectorySourceQueries source) {
        this.checks = checks;
        this.source = source;
    }

    @GET
    @Path("/integrity")
    @RolesAllowed("operator")
    @Operation(
            operationId = "getDirectoryIntegrity",
            summary = "Check the directory",
            description = "Runs every check over all dates; takes seconds at the size of the City. Changes nothing.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiểm tra tính toàn vẹn của danh bạ"),
                @Extension(name = "x-permission", value = "operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public IntegrityView integrity() {
        return checks.all();
    }

    @GET
    @Path("/directory-source")
    @RolesAllowed("operator")
    @Operation(
            operationId = "getDirectorySource",
            summary = "Size, age and digest of the directory",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem quy mô và mã băm của danh bạ"),
                @Extension(name = "x-permission", value = "operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public SourceView source(
            @Parameter(
                            description = "true: also the digest over all records, which takes seconds",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("digest")
                    @Nullable
                    String digest) {
        return source.read(Params.flag("digest", digest));
    }
}
