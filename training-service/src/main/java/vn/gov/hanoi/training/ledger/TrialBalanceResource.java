package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** The proof that the books add up, now and at any moment before. */
@Path("/accounts/trial-balance")
@Tag(name = "Accounts")
@ApplicationScoped
class TrialBalanceResource {
    private final TrialBalanceQueries queries;
    private final CurrentCaller caller;

    TrialBalanceResource(TrialBalanceQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TrialBalanceCsv.TYPE})
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getTrialBalance",
            summary = "Sums of all entries by side and account; Accept: text/csv gives a file",
            description =
                    "Added up from the entries, not from the sums that accounts keep. A transaction that is still open at knownAt may later add entries before it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bảng cân đối thử theo bên và tài khoản"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The trial balance",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TrialBalance.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public TrialBalance read(
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @Parameter(description = "CITY_BUDGET or DISTRICT_BUDGETS") @QueryParam("fundingSource") @Nullable
                    String fundingSource,
            @Parameter(description = "Only what was recorded up to this moment; default now")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt) {
        return queries.read(
                Params.number("year", year),
                Params.oneOf(FundingSource.class, "fundingSource", fundingSource),
                Params.instant("knownAt", knownAt),
                caller.get());
    }
}
