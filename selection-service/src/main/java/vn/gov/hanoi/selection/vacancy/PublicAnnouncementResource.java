package vn.gov.hanoi.selection.vacancy;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.selection.listing.PageParams;
import vn.gov.hanoi.selection.vacancy.AnnouncementApi.PublicAnnouncement;

/** Everything that was announced, past announcements too, for everybody and without a token. */
@Path("/public/announcements")
@Tag(name = "Public Announcements", description = "What was announced, for everybody")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PublicAnnouncementResource {
    private static final String EVERYBODY = "public";
    private static final int FEED_LENGTH = 100;

    private final AnnouncementQueries queries;
    private final Clock clock;
    private final String base;

    PublicAnnouncementResource(
            AnnouncementQueries queries, Clock clock, @ConfigProperty(name = "congvu.public-url") String base) {
        this.queries = queries;
        this.clock = clock;
        this.base = base;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPublicAnnouncements",
            summary = "All announcements, the latest first",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các thông báo thi tuyển, mới nhất trước, kể cả đã qua"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PublicAnnouncement> list(
            @Parameter(description = "The vacancy") @QueryParam("vacancyId") @Nullable String vacancyId,
            @BeanParam PageParams params) {
        return queries.page(Params.uuid("vacancyId", vacancyId), params.page());
    }

    @GET
    @Path("/feed")
    @PermitAll
    @Produces(MediaType.APPLICATION_ATOM_XML)
    @Operation(
            operationId = "getPublicAnnouncementFeed",
            summary = "The latest 100 announcements as an Atom feed",
            extensions = {
                @Extension(name = "x-summary-vi", value = "100 thông báo thi tuyển mới nhất (Atom)"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public String feed() {
        var items =
                queries.page(null, new PageRequest(FEED_LENGTH, null, false)).items();
        return AtomFeed.of(items, base, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
