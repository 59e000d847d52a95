package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.ledger.LedgerApi.AccountView;
import vn.gov.hanoi.training.ledger.LedgerApi.CommitmentView;
import vn.gov.hanoi.training.listing.ListParams;

/** Accounts of the ledger. Unlike the plan, the books are not public inside the administration: only within the caller's scope. */
@Path("/accounts")
@Tag(name = "Accounts", description = "Accounts of the ledger of training money")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class AccountResource {
    private final LedgerQueries queries;
    private final AccountViews views;
    private final CurrentCaller caller;

    AccountResource(LedgerQueries queries, AccountViews views, CurrentCaller caller) {
        this.queries = queries;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listAccounts",
            summary = "Accounts in your scope, by year and block",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Tài khoản trong phạm vi, theo năm và khối"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<AccountView> list(
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @Parameter(description = "Only of this plan") @QueryParam("planId") @Nullable String planId,
            @Parameter(description = "Only of the block with this code") @QueryParam("block") @Nullable String block,
            @Parameter(description = "CITY_BUDGET or DISTRICT_BUDGETS") @QueryParam("fundingSource") @Nullable
                    String fundingSource,
            @Parameter(description = "As recorded at this moment; default now") @QueryParam("knownAt") @Nullable
                    String knownAt,
            @BeanParam ListParams page) {
        var filter = new LedgerQueries.AccountFilter(
                Params.number("year", year),
                Params.uuid("planId", planId),
                ListParams.code("block", block),
                Params.oneOf(FundingSource.class, "fundingSource", fundingSource));
        return queries.accounts(filter, Params.instant("knownAt", knownAt), caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getAccount",
            summary = "One account",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một tài khoản"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<AccountView> get(
            @Parameter(description = "Id of the account") @PathParam("id") UUID id,
            @Parameter(description = "As recorded at this moment; default now") @QueryParam("knownAt") @Nullable
                    String knownAt) {
        var moment = Params.instant("knownAt", knownAt);
        var account = moment == null ? views.full(id, caller.get()) : queries.account(id, moment, caller.get());
        return RestResponse.ResponseBuilder.ok(account)
                .header(HttpHeaders.ETAG, account.etag())
                .build();
    }

    @GET
    @Path("/{id}/commitments")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listBudgetCommitments",
            summary = "Commitments of an account, by id, with what is open, spent and settled",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các cam kết chi của một tài khoản"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<CommitmentView> commitments(
            @Parameter(description = "Id of the account") @PathParam("id") UUID id,
            @Parameter(
                            description = "true: only what is open or not settled",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("unfinished")
                    @Nullable
                    String unfinished,
            @BeanParam ListParams page) {
        return queries.commitments(id, Params.flag("unfinished", unfinished), caller.get(), page.read());
    }
}
