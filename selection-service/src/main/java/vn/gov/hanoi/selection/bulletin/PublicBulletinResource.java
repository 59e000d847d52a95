package vn.gov.hanoi.selection.bulletin;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.selection.bulletin.BulletinApi.BulletinSummary;
import vn.gov.hanoi.selection.bulletin.BulletinApi.BulletinView;
import vn.gov.hanoi.selection.listing.PageParams;

/** Bulletins, for everybody and without a token. */
@Path("/public/bulletins")
@Tag(name = "Public Bulletins", description = "Results of contests with what proves them, for everybody")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PublicBulletinResource {
    private static final String EVERYBODY = "public";

    private final BulletinQueries queries;

    PublicBulletinResource(BulletinQueries queries) {
        this.queries = queries;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPublicBulletins",
            summary = "Bulletins of contests whose result is published, the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thông báo kết quả các kỳ thi tuyển đã công bố"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<BulletinSummary> list(@BeanParam PageParams params) {
        return queries.page(params.page());
    }

    @GET
    @Path("/{roundId}")
    @PermitAll
    @Operation(
            operationId = "getPublicBulletin",
            summary = "The bulletin of a contest; ./congvu verify-bulletin checks it without any service",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thông báo kết quả một kỳ thi tuyển, có thể tự kiểm chứng"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public BulletinView get(@Parameter(description = "Id of the round") @PathParam("roundId") UUID roundId) {
        return queries.one(roundId);
    }
}
