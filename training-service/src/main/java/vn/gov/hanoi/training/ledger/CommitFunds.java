package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryRequest;

/** Commits free money of an account for a purpose that is no class. */
@ApplicationScoped
class CommitFunds {
    private final AccountRepository accounts;
    private final Ledger ledger;
    private final Scopes scopes;
    private final AuditTrail audit;

    CommitFunds(AccountRepository accounts, Ledger ledger, Scopes scopes, AuditTrail audit) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.scopes = scopes;
        this.audit = audit;
    }

    /** Whether the caller may act on the account at all; an account outside the scope looks absent. Refusal: training.account-unknown. */
    void authorise(UUID accountId, Caller caller) {
        owner(accountId, caller);
    }

    /**
     * Posts the commitment. An account outside the caller's scope is refused like one that does not exist.
     *
     * <p>Refusals: training.account-unknown, training.line-pending-approval, training.budget-exceeded.
     */
    @Transactional
    PostedEntry commit(LedgerEntryRequest request, Caller caller) {
        var owner = owner(request.accountId(), caller);
        var entry = ledger.commit(
                request.accountId(), new Money(request.amountVnd()), null, PlainText.of(request.description()), caller);
        var details = Map.of("accountId", request.accountId(), "seq", entry.seq(), "amountVnd", request.amountVnd());
        audit.record(caller, new AuditTrail.Act("ledger.commit", "ledger-entries", entry.id(), owner, details));
        return entry;
    }

    private UUID owner(UUID accountId, Caller caller) {
        return accounts.ownerWithin(accountId, scopes.of(caller))
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.ACCOUNT_UNKNOWN).at("/accountId")));
    }
}
