package vn.gov.hanoi.evaluation.authority;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What speaks against a delegation. */
final class DelegationGuard {
    private DelegationGuard() {}

    /**
     * By itself, whoever the officers are.
     *
     * <p>Refusals: date.out-of-range, validity.empty, delegation.to-self, delegation.too-long.
     *
     * @param longestDays most days of the delegation
     */
    static List<Refusal> form(Delegation delegation, int longestDays) {
        var days = delegation.validity();
        var faults = new Faults()
                .date("/validFrom", days.from())
                .date("/validTo", days.to())
                .add("/validTo", days.fault());
        if (delegation.fromOfficerId().equals(delegation.toOfficerId())) {
            faults.add("/toOfficerId", Optional.of(Refusal.of(EvaluationProblem.DELEGATION_TO_SELF)));
        }
        if (days.to() == null || ChronoUnit.DAYS.between(days.from(), days.to()) > longestDays) {
            faults.add(
                    "/validTo",
                    Optional.of(Refusal.of(EvaluationProblem.DELEGATION_TOO_LONG, "longestDays", longestDays)));
        }
        return faults.all();
    }

    /**
     * Against what it rests on.
     *
     * <p>Refusals: delegation.not-delegable, delegation.exceeds-parent, delegation.giver-without-authority with the first action
     * that the giver does not hold.
     *
     * @param parent delegation that is passed on; null if the giver acts as head
     * @param authority of the first day, with all delegations to the giver
     */
    static List<Refusal> basis(Delegation delegation, @Nullable Delegation parent, Authority authority) {
        var faults = new Faults();
        if (parent != null) {
            if (!parent.mayRedelegate() || authority.chain(parent.id()) >= Authority.LONGEST_CHAIN) {
                faults.add("/parentId", Optional.of(Refusal.of(EvaluationProblem.DELEGATION_NOT_DELEGABLE)));
            }
            if (!within(delegation.validity(), parent.validity())) {
                faults.add("/validTo", Optional.of(Refusal.of(EvaluationProblem.DELEGATION_EXCEEDS_PARENT)));
            }
        }
        var missing = delegation.actions().stream()
                .sorted()
                .filter(action -> !authority.gives(delegation, action))
                .findFirst()
                .map(action -> Refusal.of(EvaluationProblem.DELEGATION_GIVER_WITHOUT_AUTHORITY, "action", action));
        return faults.all().isEmpty() ? faults.add("/fromOfficerId", missing).all() : faults.all();
    }

    private static boolean within(Validity inner, Validity outer) {
        return !inner.from().isBefore(outer.from())
                && (outer.to() == null || inner.to() != null && !inner.to().isAfter(outer.to()));
    }
}
