package vn.gov.hanoi.evaluation.quarterly;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterExplanation;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What the told months of a quarter come to. */
@Path("/quarterly-results")
@Tag(name = "Quarterly Results", description = "Quarters derived from published months; no rating decisions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class QuarterResource {
    private final ReadQuarters readQuarters;
    private final ExplainQuarter explainQuarter;
    private final Clock clock;
    private final CurrentCaller caller;

    QuarterResource(ReadQuarters readQuarters, ExplainQuarter explainQuarter, Clock clock, CurrentCaller caller) {
        this.readQuarters = readQuarters;
        this.explainQuarter = explainQuarter;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "listQuarterlyResults",
            summary = "List the results of a quarter",
            description =
                    "Computed on reading from the published months of each person, by the rules of the last one. By officer. Visible like the sheet "
                            + "of the last published month; points and digests are for who has a part in it and for the keeper of its unit. "
                            + "knownAt gives what followed from the months as they stood published then.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách kết quả theo dõi, đánh giá quý"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Page<QuarterView> list(@BeanParam QuarterFilter filter, @BeanParam ListParams params) {
        return readQuarters.read(filter, params, caller.get());
    }

    @GET
    @Path("/{officerId}/explanation")
    @RolesAllowed({EvaluationRoles.READER, EvaluationRoles.PARTICIPANT, EvaluationRoles.KEEPER})
    @Operation(
            operationId = "getQuarterlyExplanation",
            summary = "Explain the result of a quarter",
            description = "Every month is computed again first; shown only if each gives its stored result.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Giải thích kết quả quý"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "How it came about",
            content = @Content(schema = @Schema(implementation = QuarterExplanation.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public QuarterExplanation explanation(
            @Parameter(description = "Whose quarter: id of the officer") @PathParam("officerId") UUID officerId,
            @Parameter(description = "Quarter, for example 2026-Q3; required") @QueryParam("period") @Nullable
                    String period,
            @Parameter(description = "Moment whose published months count, with offset; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt) {
        return explainQuarter.explain(officerId, QuarterFilter.span(period, knownAt, clock), caller.get());
    }
}
