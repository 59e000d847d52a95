package vn.gov.hanoi.evaluation.authority;

import java.util.List;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Whether somebody may act, and why or why not.
 *
 * @param grounds every reason why, the shortest chain first; empty if not allowed
 * @param blockedBy what speaks against it: authority.missing or authority.own-act; empty if allowed
 */
public record Ruling(List<Ground> grounds, List<Refusal> blockedBy) {
    public Ruling {
        grounds = List.copyOf(grounds);
        blockedBy = List.copyOf(blockedBy);
        if (grounds.isEmpty() == blockedBy.isEmpty()) {
            throw new IllegalArgumentException("a ruling is allowed for a reason or blocked by one");
        }
    }

    public boolean allowed() {
        return !grounds.isEmpty();
    }

    /** The best reason. Refusals: authority.missing, authority.own-act. */
    public Ground require() {
        Refused.ifAny(blockedBy);
        return grounds.getFirst();
    }
}
