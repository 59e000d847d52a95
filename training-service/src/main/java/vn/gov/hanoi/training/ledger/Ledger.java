package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;

/** Door to the ledger for the other rooms; every method belongs to the caller's transaction. */
@ApplicationScoped
public class Ledger {
    private final LedgerRepository ledger;

    Ledger(LedgerRepository ledger) {
        this.ledger = ledger;
    }

    /** Opens an empty account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(NewAccount account, Caller caller) {
        return ledger.open(account, caller);
    }

    /**
     * Posts once. Refusals: training.budget-exceeded (pointer /amountVnd), training.line-pending-approval,
     * training.account-unknown (pointer /accountId).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PostedEntry post(Posting posting, Caller caller) {
        return ledger.post(posting, caller).orElseThrow(() -> new Refused(reason(posting)));
    }

    /** The account that pays for a block. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID accountOfBlock(UUID blockId) {
        return ledger.ofBlock(blockId).orElseThrow(() -> new IllegalStateException("block without account"));
    }

    private Refusal reason(Posting posting) {
        var standing = ledger.standing(posting.accountId());
        if (standing.isEmpty()) {
            return Refusal.of(TrainingProblem.ACCOUNT_UNKNOWN).at("/accountId");
        }
        if (standing.get().state() == AccountState.PENDING_APPROVAL) {
            return Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL).at("/accountId");
        }
        return Refusal.of(
                        TrainingProblem.BUDGET_EXCEEDED,
                        "availableVnd",
                        standing.get().availableVnd(),
                        "requestedVnd",
                        posting.amount().dong())
                .at("/amountVnd");
    }
}
