package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.Posting.Uses;

/**
 * Door to the ledger for the other rooms; every method belongs to the caller's transaction and holds its account until that
 * ends. Who needs several accounts takes them in the order of their ids. Scope, audit and events are the caller's matter.
 *
 * <p>Refusals of every posting: training.account-unknown, training.line-pending-approval, training.account-closed,
 * training.budget-exceeded.
 */
@ApplicationScoped
public class Ledger {
    private final LedgerRepository ledger;
    private final AccountRepository accounts;
    private final Scopes scopes;

    Ledger(LedgerRepository ledger, AccountRepository accounts, Scopes scopes) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.scopes = scopes;
    }

    /** Opens an empty account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(NewAccount account, Caller caller) {
        return accounts.open(account, caller);
    }

    /** The source of an account within the caller's scope; empty for another one. Refusal: scope.unit-unknown. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<FundingSource> source(UUID accountId, Caller caller) {
        return accounts.source(accountId, scopes.of(caller));
    }

    /** A decision gives money; also to an account that is still reserved. Refusal: training.total-too-large. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostedEntry allocate(UUID accountId, Money amount, UUID decisionId, String description, Caller caller) {
        var posting = Posting.of(accountId, EntryKind.ALLOCATION, amount, description);
        return post(posting.using(Uses.decision(decisionId)), caller);
    }

    /** A decision takes money back, free money only. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostedEntry reduce(UUID accountId, Money amount, UUID decisionId, String description, Caller caller) {
        var posting = Posting.of(accountId, EntryKind.REDUCTION, amount, description);
        return post(posting.using(Uses.decision(decisionId)), caller);
    }

    /** A decision moves free money to another account. Refusal: training.funding-source-mixed if year or source differ. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void transfer(
            UUID fromAccount, UUID toAccount, Money amount, UUID decisionId, String description, Caller caller) {
        if (fromAccount.equals(toAccount) || !accounts.shareYearAndSource(fromAccount, toAccount)) {
            throw new Refused(TrainingProblem.FUNDING_SOURCE_MIXED);
        }
        var uses = new Uses(null, null, Ids.next(), decisionId, null, null);
        var out = Posting.of(fromAccount, EntryKind.TRANSFER_OUT, amount, description);
        var in = Posting.of(toAccount, EntryKind.TRANSFER_IN, amount, description);
        ledger.postAll(List.of(Order.ofRoom(out.using(uses), caller), Order.ofRoom(in.using(uses), caller)));
    }

    /** Lets money of a reserved account be used; nothing happens if it may be used already. Refusal: training.account-closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void activate(UUID accountId, UUID decisionId, Caller caller) {
        switch (accounts.activate(accountId, decisionId).orElse(null)) {
            case null -> throw new Refused(Refusal.of(TrainingProblem.ACCOUNT_UNKNOWN));
            case CLOSED -> throw new Refused(Refusal.of(TrainingProblem.ACCOUNT_CLOSED));
            case OPEN, PENDING_APPROVAL -> {}
        }
    }

    /**
     * Promises free money; the id of the entry names the commitment.
     *
     * @param expiresOn last day in Hanoi on which it may be used; null if the caller releases it himself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostedEntry commit(
            UUID accountId, Money amount, @Nullable LocalDate expiresOn, String description, Caller caller) {
        var posting = Posting.of(accountId, EntryKind.COMMITMENT, amount, description);
        return post(posting.using(new Uses(null, null, null, null, expiresOn, null)), caller);
    }

    /** Gives back all that is open of a commitment; empty if nothing is. Refusal: training.commitment-unknown. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PostedEntry> release(UUID commitmentEntryId, String description, Caller caller) {
        var account = accounts.ofCommitment(commitmentEntryId)
                .orElseThrow(() -> new Refused(TrainingProblem.COMMITMENT_UNKNOWN));
        var posting = Posting.of(account, EntryKind.RELEASE, null, description);
        var order = Order.ofRoom(posting.using(Uses.commitment(commitmentEntryId)), caller);
        var verdict = ledger.post(List.of(order)).getFirst();
        if (verdict.outcome() == Verdict.Outcome.NOTHING_OPEN) {
            return Optional.empty();
        }
        if (!verdict.isPosted()) {
            throw verdict.refused();
        }
        return Optional.of(verdict.entry());
    }

    /**
     * A commitment that goes on in another account.
     *
     * @param commitmentId the entry that names it there
     * @param amount what was open of it and went over
     */
    public record MovedCommitment(UUID commitmentId, Money amount) {}

    /**
     * Moves what is open of a commitment to another account of the same year and source, by release, transfer and a new commitment
     * that names this one. What was spent of it stays. Refusals: training.commitment-unknown, -commitment-exceeded,
     * -funding-source-mixed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public MovedCommitment move(UUID commitmentId, UUID toAccount, UUID decisionId, String description, Caller caller) {
        var from =
                accounts.ofCommitment(commitmentId).orElseThrow(() -> new Refused(TrainingProblem.COMMITMENT_UNKNOWN));
        var promised = accounts.promised(commitmentId);
        if (release(commitmentId, description, caller).isEmpty()) {
            throw new Refused(TrainingProblem.COMMITMENT_EXCEEDED);
        }
        transfer(from, toAccount, promised.open(), decisionId, description, caller);
        var posting = Posting.of(toAccount, EntryKind.COMMITMENT, promised.open(), description);
        var entry = post(posting.using(new Uses(null, null, null, decisionId, promised.expiresOn(), null)), caller);
        accounts.goesOn(commitmentId, entry.id());
        return new MovedCommitment(entry.id(), promised.open());
    }

    /** What was promised for has ended: bills may still come, and what is left is given back by hand. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(UUID commitmentEntryId) {
        accounts.handOver(commitmentEntryId);
    }

    /** What became of a commitment, with those of other accounts that it goes on with. Refusal: training.commitment-unknown. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Spending spending(UUID commitmentEntryId) {
        return accounts.spending(commitmentEntryId).orElseThrow(() -> new Refused(TrainingProblem.COMMITMENT_UNKNOWN));
    }

    private PostedEntry post(Posting posting, Caller caller) {
        return ledger.postAll(List.of(Order.ofRoom(posting, caller))).getFirst();
    }
}
