package vn.gov.hanoi.evaluation.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Which rule set holds. */
@Path("/rule-sets/selected")
@Tag(name = "Rule Sets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class SelectionResource {
    private final SelectionQueries queries;
    private final CurrentCaller caller;

    SelectionResource(SelectionQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"rules-reader", "rules-editor", "rules-approver"})
    @Operation(
            operationId = "getSelectedRuleSet",
            summary = "Read which rule set holds for a person's period",
            description =
                    "As of the last day of the period, for ever. Refused where no published rule set holds, or more than one.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tra cứu bộ quy tắc áp dụng cho một kỳ đánh giá"),
                @Extension(name = "x-permission", value = "rules-reader, rules-editor, rules-approver"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The one that holds",
            content = @Content(schema = @Schema(implementation = SelectionView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public SelectionView get(
            @Parameter(description = "Category of the person on the last day", required = true)
                    @QueryParam("category")
                    @Nullable
                    String category,
            @Parameter(description = "Type of the unit of the main post on the last day", required = true)
                    @QueryParam("unitType")
                    @Nullable
                    String unitType,
            @Parameter(
                            description = "2026-07, 2026-Q3, 2026-H2, 2026 or 2025-2030",
                            required = true,
                            schema = @Schema(maxLength = 9))
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "Code of a choice that the unit switched on; repeat for several")
                    @QueryParam("switchedOn")
                    List<String> switchedOn,
            @Parameter(description = "Code of a choice that the unit switched off; repeat for several")
                    @QueryParam("switchedOff")
                    List<String> switchedOff) {
        return queries.select(category, unitType, period, switchedOn, switchedOff, caller.get());
    }
}
