package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.ledger.ClosingApi.CloseAccountRequest;
import vn.gov.hanoi.training.ledger.LedgerApi.AccountView;

/** What is done to an account as a whole. */
@Path("/accounts/{id}/actions")
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AccountActionResource {
    private final CloseAccount closeAccount;
    private final LedgerQueries queries;
    private final AccountViews views;
    private final Writes writes;
    private final CurrentCaller caller;

    AccountActionResource(
            CloseAccount closeAccount, LedgerQueries queries, AccountViews views, Writes writes, CurrentCaller caller) {
        this.closeAccount = closeAccount;
        this.queries = queries;
        this.views = views;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/close")
    @RolesAllowed(AccountGuard.ACCOUNTANT)
    @Operation(
            operationId = "closeAccount",
            summary = "Close the books of an account; what is left is returned or carried to the next year",
            description =
                    "Only when no commitment is open and everything spent has its documents. Nothing is posted to it afterwards.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Khóa sổ tài khoản; nộp trả hoặc chuyển nguồn số còn lại"),
                @Extension(name = "x-permission", value = AccountGuard.ACCOUNTANT),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Closed; with validateOnly: it would be closed",
            content = @Content(schema = @Schema(anyOf = {AccountView.class, DryRun.class})))
    public Response close(
            @Parameter(description = "Id of the account") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is at hand") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CloseAccountRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.account(id, null, who), () -> {
            closeAccount.close(id, ifMatch, request, who);
            var closed = views.full(id, who);
            return Answer.ok(closed, closed.version());
        });
    }
}
