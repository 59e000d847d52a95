package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.ledger.LedgerApi.AccountView;

/** Shows one account as it is now, with what can be done with it. */
@ApplicationScoped
class AccountViews {
    private static final String PATH = "/training/v1/accounts/";

    private final LedgerQueries queries;
    private final AccountRepository accounts;
    private final Scopes scopes;
    private final Actions actions;

    AccountViews(LedgerQueries queries, AccountRepository accounts, Scopes scopes, Actions actions) {
        this.queries = queries;
        this.accounts = accounts;
        this.scopes = scopes;
        this.actions = actions;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    AccountView full(UUID id, Caller caller) {
        var view = queries.account(id, null, caller);
        var guard =
                new AccountGuard(accounts.see(List.of(id), scopes.of(caller)).getFirst(), caller);
        return view.with(List.of(actions.of(AccountGuard.VERB, PATH + id, AccountGuard.NEEDS, guard.refusals())));
    }
}
