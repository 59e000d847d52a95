package vn.gov.hanoi.evaluation.fairness;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessReport;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Whether raters measure alike. */
@Path("/fairness-flags")
@Tag(name = "Fairness Flags", description = "Reasons to look at how raters measure; never findings about persons")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class FairnessResource {
    private final ReadFairness readFairness;
    private final CurrentCaller caller;

    FairnessResource(ReadFairness readFairness, CurrentCaller caller) {
        this.readFairness = readFairness;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(EvaluationRoles.KEEPER)
    @Operation(
            operationId = "listFairnessFlags",
            summary = "Compare raters and agencies with each other",
            description =
                    "Over the decided results of some months: leniency and drift of raters against peers, people heaped just above the points of "
                            + "a grade, a cap always used to the last place. Small groups are counted and not named. A flag is a reason to look, "
                            + "never a penalty; each carries its statistic. The reading is audited.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "So sánh mức độ đồng đều giữa những người đánh giá"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "READ")
            })
    @APIResponse(
            responseCode = "200",
            description = "The flags",
            content = @Content(schema = @Schema(implementation = FairnessReport.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public FairnessReport list(
            @Parameter(description = "Unit whose agencies, with all below it, are compared; default the own unit")
                    @QueryParam("unitId")
                    @Nullable
                    String unitId,
            @Parameter(description = "First month, for example 2026-01; required") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Last month, for example 2026-06; required") @QueryParam("to") @Nullable String to,
            @Parameter(description = "What to look for; repeat for any of several, none for everything")
                    @QueryParam("kind")
                    List<String> kind) {
        var kinds = EnumSet.noneOf(FlagKind.class);
        kind.stream().map(each -> Params.oneOf(FlagKind.class, "kind", each)).forEach(kinds::add);
        return readFairness.read(
                Params.uuid("unitId", unitId), month("from", from), month("to", to), kinds, caller.get());
    }

    private static YearMonth month(String name, @Nullable String value) {
        if (value == null || !value.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Params.invalid(name, "2026-01");
        }
        return YearMonth.parse(value);
    }
}
