package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes postings from outside, each of which is a transaction of its own for its caller, and writes those of one moment
 * together. Accounts that another transaction holds are left out of the common statement and waited for apart, one account
 * at a time, so that nobody who holds an account delays the others and no two writers wait for each other.
 */
@ApplicationScoped
class PostingDesk {
    private final PostingLane open;
    private final PostingLane held;

    PostingDesk(LedgerRepository ledger, LedgerConfig config) {
        this.open = new PostingLane(
                new PostingLane.Limits(config.waiting(), config.batch(), false, config.patienceMillis()),
                orders -> ledger.post(orders, false));
        this.held = new PostingLane(
                new PostingLane.Limits(config.waiting(), config.batch(), true, config.patienceMillis()),
                orders -> ledger.post(orders, true));
    }

    /** What became of the posting; it is durable when this returns. Refusal: server.unavailable. */
    Verdict post(Order order) {
        var verdict = open.post(order);
        return verdict.outcome() == Verdict.Outcome.ACCOUNT_BUSY ? held.post(order) : verdict;
    }
}
