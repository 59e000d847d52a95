package vn.gov.hanoi.training.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Releases what is open of commitments after their last day, for the suite itself and with an audit entry. What is open is
 * read under the lock of the account, so neither a second run nor a posting of the same moment releases twice.
 */
@ApplicationScoped
class ReleaseExpired {
    private static final int CHUNK = 100;
    private static final Caller JOB = Caller.system("expired-commitments");

    private final AccountRepository accounts;
    private final LedgerRepository ledger;
    private final Clock clock;

    ReleaseExpired(AccountRepository accounts, LedgerRepository ledger, Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            every = "${congvu.ledger.expiry-every:1h}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        release(LocalDate.now(clock));
    }

    /**
     * @param today in Hanoi
     * @return number of commitments that were released
     */
    long release(LocalDate today) {
        long released = 0;
        List<Verdict> verdicts;
        do {
            verdicts = QuarkusTransaction.requiringNew().call(() -> ledger.post(orders(today)));
            released += verdicts.stream().filter(Verdict::isPosted).count();
            // What cannot be released, as in a closed account, must not be tried for ever.
        } while (verdicts.size() == CHUNK && verdicts.stream().anyMatch(Verdict::isPosted));
        return released;
    }

    private List<Order> orders(LocalDate today) {
        return accounts.expired(today, CHUNK).stream()
                .map(due -> Posting.of(due.accountId(), EntryKind.RELEASE, null, "Cam kết hết hạn")
                        .using(Posting.Uses.commitment(due.commitmentId())))
                .map(posting -> new Order(posting, JOB, "ledger.expire", null))
                .toList();
    }
}
