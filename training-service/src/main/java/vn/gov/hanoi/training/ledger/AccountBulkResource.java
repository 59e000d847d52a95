package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.bulk.BulkAnswer;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.ledger.ClosingApi.CloseAccountsRequest;

/** What is done to the accounts of a year together. */
@Path("/accounts/actions/close")
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AccountBulkResource {
    private final CloseYear closeYear;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    AccountBulkResource(CloseYear closeYear, Scopes scopes, Writes writes, CurrentCaller caller) {
        this.closeYear = closeYear;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(AccountGuard.ACCOUNTANT)
    @Operation(
            operationId = "closeAccounts",
            summary = "Close the books of all accounts of a plan year in your scope",
            description =
                    "Each account that is not closed is a row of the answer, named by its id, closed or with the reason why not; at most 500, first those that can be closed, the rest by the next call.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Khóa sổ tất cả tài khoản của năm kế hoạch"),
                @Extension(name = "x-permission", value = AccountGuard.ACCOUNTANT),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "207",
            description = "A result for each account; with validateOnly: what it would be",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response close(@Valid @NotNull CloseAccountsRequest request, @Context HttpHeaders headers) {
        var who = caller.get();
        var locale = ProblemTexts.choose(headers.getAcceptableLanguages());
        return writes.bulk(request, () -> scopes.of(who), () -> closeYear.close(request, who, locale));
    }
}
