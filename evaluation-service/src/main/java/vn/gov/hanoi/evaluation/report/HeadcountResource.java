package vn.gov.hanoi.evaluation.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.HeadcountApi.HeadcountReport;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Mapping;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How many people are where. */
@Path("/headcounts")
@Tag(name = "Headcounts", description = "People by unit, as it was or mapped to the units of today")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class HeadcountResource {
    private final HeadcountQueries queries;
    private final CurrentCaller caller;

    HeadcountResource(HeadcountQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getHeadcounts",
            summary = "Count people by unit",
            description =
                    "Persons by their main post on the day. mapping=TODAY carries what ended units had to their successors by "
                            + "the recorded shares, date by date; the sum stays the same.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thống kê số người theo đơn vị"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public HeadcountReport read(
            @Parameter(description = "AS_WAS (default): units of the day; TODAY: units of today")
                    @QueryParam("mapping")
                    @Nullable
                    String mapping,
            @Parameter(description = "Day whose people are counted; default today in Hanoi")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "Moment up to which records count; default now") @QueryParam("knownAt") @Nullable
                    String knownAt) {
        var chosen = Params.oneOf(Mapping.class, "mapping", mapping);
        return queries.report(
                chosen == null ? Mapping.AS_WAS : chosen,
                ListParams.day(asOf),
                Params.instant("knownAt", knownAt),
                caller.get());
    }
}
