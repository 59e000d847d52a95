package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.AccountRepository.Held;
import vn.gov.hanoi.training.ledger.ClosingApi.CloseAccountRequest;
import vn.gov.hanoi.training.ledger.ClosingApi.Remainder;
import vn.gov.hanoi.training.ledger.LedgerApi.DocumentRequest;

/**
 * Closes the books of an account: nothing is open, everything spent has its documents, what is left is returned to the
 * budget or goes on to the next year of the same source, block and unit. Nothing is posted after it.
 */
@ApplicationScoped
class CloseAccount {
    private static final String TARGET = "/data/carryToAccountId";

    private final AccountRepository accounts;
    private final LedgerRepository ledger;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    CloseAccount(AccountRepository accounts, LedgerRepository ledger, Scopes scopes, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes; both accounts are held meanwhile.
     *
     * <p>Refusals: resource.not-found (also outside the scope), precondition.required, precondition.failed,
     * training.account-closed, training.line-pending-approval while reserved money is left, training.commitments-open,
     * training.spending-unsettled, training.entry-date-unfit, training.carry-target-missing, training.account-unknown,
     * training.funding-source-mixed.
     */
    @Transactional
    void close(UUID id, @Nullable String ifMatch, CloseAccountRequest request, Caller caller) {
        var next = request.data().carryToAccountId();
        var held = accounts.hold(
                Stream.concat(Stream.of(id), Stream.ofNullable(next)).distinct().toList(), scopes.of(caller));
        var account = find(held, id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, account.version());
        var refusals = new ArrayList<>(new AccountGuard(account, caller).state());
        refusals.addAll(unsigned(request.decision()));
        Refused.ifAny(refusals);
        var decision = request.decision();
        if (account.availableVnd() > 0) {
            ledger.postAll(remainder(account, target(account, held, request), decision, caller));
        }
        finish(account, request.data().remainder(), decision, caller);
    }

    /** The books are closed; nothing is left of what was available. */
    void finish(Held account, Remainder remainder, DocumentRequest decision, Caller caller) {
        accounts.close(account.id(), caller);
        var details = Map.of(
                "remainder", remainder.name(), "amountVnd", account.availableVnd(), "decision", decision.number());
        audit.record(caller, new AuditTrail.Act("account.close", "accounts", account.id(), account.unitId(), details));
    }

    /** Refusal: training.entry-date-unfit. */
    List<Refusal> unsigned(DocumentRequest decision) {
        return decision.signedOn().isAfter(LocalDate.now(clock))
                ? List.of(Refusal.of(
                                TrainingProblem.ENTRY_DATE_UNFIT,
                                "day",
                                decision.signedOn().toString())
                        .at("/decision/signedOn"))
                : List.of();
    }

    /** The account that takes what is left; empty if it is returned. */
    private static Optional<Held> target(Held account, List<Held> held, CloseAccountRequest request) {
        if (request.data().remainder() == Remainder.RETURN) {
            return Optional.empty();
        }
        var id = request.data().carryToAccountId();
        if (id == null) {
            throw new Refused(Refusal.of(TrainingProblem.CARRY_TARGET_MISSING).at(TARGET));
        }
        var next = find(held, id)
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.ACCOUNT_UNKNOWN).at(TARGET)));
        if (!account.goesOnTo(next)) {
            throw new Refused(Refusal.of(TrainingProblem.FUNDING_SOURCE_MIXED).at(TARGET));
        }
        return Optional.of(next);
    }

    /** Postings that take what is left out of the account. */
    static List<Order> remainder(Held account, Optional<Held> target, DocumentRequest decision, Caller caller) {
        var number = PlainText.of(decision.number());
        var transfer = target.map(_ -> Ids.next()).orElse(null);
        var uses =
                new Posting.Uses(null, null, transfer, null, null, new Posting.Document(number, decision.signedOn()));
        var amount = new Money(account.availableVnd());
        if (target.isEmpty()) {
            var posting = Posting.of(account.id(), EntryKind.RETURN, amount, "Nộp trả ngân sách theo " + number);
            return List.of(Order.ofRoom(posting.using(uses), caller));
        }
        var description = "Chuyển nguồn sang năm sau theo " + number;
        var out = Posting.of(account.id(), EntryKind.CARRIED_OUT, amount, description);
        var in = Posting.of(target.get().id(), EntryKind.CARRIED_IN, amount, description);
        return List.of(Order.ofRoom(out.using(uses), caller), Order.ofRoom(in.using(uses), caller));
    }

    private static Optional<Held> find(List<Held> held, UUID id) {
        return held.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
